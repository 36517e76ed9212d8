import { describe, expect, test } from 'vitest';

import type { Role, Setting } from './pack.js';
import { settingFault, switchesOffSafeguard } from './setting-value.js';

const label = { ja: '設定', en: 'Setting' };
const roles = [{ id: 'ciso', abbreviation: 'CISO', label, duties: [] }] satisfies Role[];

function setting(given: Partial<Setting> & Pick<Setting, 'type'>): Setting {
  return { id: 'x', label, ...given };
}

const DAYS = setting({ type: 'integer', minimum: 1, maximum: 30 });
const OPEN = setting({ type: 'integer' });
const SHARE = setting({ type: 'decimal', minimum: 0, maximum: 1 });
const FLAG = setting({ type: 'boolean' });
const LEVEL = setting({ type: 'choice', choices: ['L1', 'L2'] });
const ROLE = setting({ type: 'role' });
const TEXT = setting({ type: 'text' });

describe('a decision on a setting', () => {
  test.each<[Setting, unknown]>([
    [DAYS, 1],
    [DAYS, 30],
    [OPEN, 5_000],
    [OPEN, -3],
    [SHARE, '0'],
    [SHARE, '0.80'],
    [SHARE, '1.0000'],
    [FLAG, false],
    [LEVEL, 'L2'],
    [ROLE, 'ciso'],
    [TEXT, 'JP US'],
    [TEXT, 'あ'.repeat(1_000)],
  ])('of $type can be %j', (given, value) => {
    expect(settingFault(given, value, roles)).toBeUndefined();
  });

  test.each<[Setting, unknown]>([
    [DAYS, 0],
    [DAYS, 31],
    [DAYS, 1.5],
    [DAYS, '10'],
    [DAYS, Number.NaN],
    [OPEN, 5_001],
    [OPEN, 1e300],
    [SHARE, 0.8],
    [SHARE, '1.0001'],
    [SHARE, '-0.1'],
    [SHARE, '0.12345'],
    [SHARE, '.5'],
    [SHARE, '1e-1'],
    [SHARE, '０.５'],
    [FLAG, 'true'],
    [FLAG, 1],
    [LEVEL, 'L3'],
    [LEVEL, 1],
    [ROLE, 'ghost'],
    [ROLE, 5],
    [TEXT, ''],
    [TEXT, ' '],
    [TEXT, 'あ'.repeat(1_001)],
    [TEXT, true],
    [TEXT, ['JP']],
    [TEXT, null],
  ])('of $type cannot be %j', (given, value) => {
    expect(settingFault(given, value, roles)).toMatchObject({
      ja: expect.stringMatching(/指定してください/),
      en: expect.stringMatching(/^It must be /),
    });
  });

  test('out of bounds is told the bounds', () => {
    expect(settingFault(DAYS, 0, roles)).toEqual({
      ja: '1以上30以下の整数で指定してください。',
      en: 'It must be a whole number from 1 to 30.',
    });
    expect(settingFault(SHARE, '2', roles)).toEqual({
      ja: '0以上1以下の小数を、小数点以下4桁までの文字列（例："0.80"）で指定してください。',
      en: 'It must be a decimal from 0 to 1, as text with at most 4 places, e.g. "0.80".',
    });
  });
});

test('only false on what is on by default switches a safeguard off', () => {
  const on = setting({ type: 'boolean', default: true });
  expect(switchesOffSafeguard(on, false)).toBe(true);
  expect(switchesOffSafeguard(on, true)).toBe(false);
  expect(switchesOffSafeguard(setting({ type: 'boolean', default: false }), false)).toBe(false);
});
