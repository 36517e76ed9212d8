import { describe, expect, it } from 'vitest';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

/** The secret of RFC 6238, appendix B, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

function at(
  second: number,
  lastStep: number | null = null,
): { now: Date; lastStep: number | null } {
  return { now: new Date(second * 1000), lastStep };
}

describe('a one-time password', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('at second %i is %s, as RFC 6238 says', (second, code, step) => {
    expect(stepOfCode(code, SECRET, at(second))).toBe(step);
  });

  it('is taken half a minute before and after its time, and no longer', () => {
    const taken = [-31, -30, -1, 0, 29, 30, 59, 60].map(
      (away) => stepOfCode('050471', SECRET, at(1_111_111_110 + away)) !== undefined,
    );

    expect(taken).toEqual([false, true, true, true, true, true, true, false]);
  });

  it('is taken once, and none that is older after it', () => {
    expect(stepOfCode('050471', SECRET, at(1_111_111_111, 37_037_037))).toBeUndefined();
    expect(stepOfCode('081804', SECRET, at(1_111_111_111, 37_037_037))).toBeUndefined();
    expect(stepOfCode('050471', SECRET, at(1_111_111_111, 37_037_036))).toBe(37_037_037);
  });

  it('is not taken where the clock went back behind the last that was', () => {
    expect(stepOfCode('050471', SECRET, at(1_111_111_111, 37_037_099))).toBeUndefined();
  });
});

describe('a new secret', () => {
  it('has 160 bits of its own', () => {
    const secrets = Array.from({ length: 50 }, newTotpSecret);

    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('is written for an app with whose it is', () => {
    expect(totpUri(SECRET, 'hirano@kikuyo.example')).toBe(
      `otpauth://totp/Mitodoke:hirano%40kikuyo.example?secret=${SECRET}&issuer=Mitodoke`,
    );
  });
});
