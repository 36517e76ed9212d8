import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SecretBox, secretBox, SecretsKeyRefused, SecretUnopenable } from './secret-box.js';

const PLACE = { table: 'second_factors', organizationId: 'o1', id: 'f1' };

function newKey(): string {
  return randomBytes(32).toString('base64');
}

describe('a sealed secret', () => {
  it('opens as what was sealed, whatever it was', () => {
    const box = SecretBox.made();

    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (secret) => {
        expect(box.open(box.seal(secret, PLACE), PLACE)).toBe(secret);
      }),
    );
  });

  it('tells nothing, and not even that two are the same', () => {
    const box = SecretBox.made();
    const [one, other] = [box.seal('GEZDGNBV', PLACE), box.seal('GEZDGNBV', PLACE)];

    expect(one).not.toBe(other);
    expect(Buffer.from(one.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain(
      'GEZD',
    );
  });

  it.each([
    ['another table', { ...PLACE, table: 'sessions' }],
    ['another owner', { ...PLACE, organizationId: 'o2' }],
    ['another row', { ...PLACE, id: 'f2' }],
    ['names that only read the same together', { ...PLACE, organizationId: 'o1f', id: '1' }],
  ])('does not open in %s', (_, place) => {
    const box = SecretBox.made();

    expect(() => box.open(box.seal('GEZDGNBV', PLACE), place)).toThrow(SecretUnopenable);
  });

  it('does not open where any of it was altered', () => {
    const box = SecretBox.made();
    const sealed = box.seal('GEZDGNBV', PLACE);

    for (let at = 0; at < sealed.length; at += 1) {
      const letter = sealed[at] === 'A' ? 'Q' : 'A';
      const altered = `${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`;
      expect(() => box.open(altered, PLACE), String(at)).toThrow(SecretUnopenable);
    }
    for (const cut of ['', 'x', sealed.slice(0, -20), sealed.split('.').slice(0, 2).join('.')]) {
      expect(() => box.open(cut, PLACE), cut).toThrow(SecretUnopenable);
    }
  });
});

describe('keys', () => {
  it('are changed by putting a new one first: the old still opens, the new seals', () => {
    const [old, fresh] = [newKey(), newKey()];
    const sealed = SecretBox.fromText(old).seal('GEZDGNBV', PLACE);
    const both = SecretBox.fromText(`${fresh}\n${old}\n`);

    expect(both.open(sealed, PLACE)).toBe('GEZDGNBV');
    expect(SecretBox.fromText(fresh).open(both.seal('GEZDGNBV', PLACE), PLACE)).toBe('GEZDGNBV');
    expect(() => SecretBox.fromText(fresh).open(sealed, PLACE)).toThrow(SecretUnopenable);
  });

  it.each([
    ['none', ''],
    ['too short', randomBytes(16).toString('base64')],
    ['too long', randomBytes(48).toString('base64')],
    ['no base64', '!'.repeat(44)],
    ['right but followed by none', `${newKey()}\nnonsense`],
  ])('are refused that are %s', (_, text) => {
    expect(() => SecretBox.fromText(text)).toThrow(SecretsKeyRefused);
  });
});

describe('the keys of a service', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mitodoke-secrets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  function boxOf(secretsKey?: string): Promise<SecretBox> {
    return secretBox({ secretsKey, dataFolder: join(folder, 'data') });
  }

  it('are made at the first start, readable by its user alone, and stay', async () => {
    const [first, beside] = await Promise.all([boxOf(), boxOf()]);
    const { mode } = await stat(join(folder, 'data', 'secrets-key.txt'));

    expect(mode & 0o777).toBe(0o600);
    expect(beside.open(first.seal('x', PLACE), PLACE)).toBe('x');
    expect((await boxOf()).open(first.seal('x', PLACE), PLACE)).toBe('x');
  });

  it('are the configured ones, in the variable or in a file', async () => {
    const key = newKey();
    const path = join(folder, 'keys.txt');
    await writeFile(path, `${newKey()}\n${key}\n`);
    const sealed = (await boxOf(key)).seal('x', PLACE);

    expect((await boxOf(path)).open(sealed, PLACE)).toBe('x');
    await expect(boxOf(join(folder, 'nowhere'))).rejects.toThrow('SECRETS_KEY');
  });
});
