import { describe, expect, test } from 'vitest';

import { defaultFault } from './default-value.js';
import type { ClauseParameter } from './pack.js';

type Type = ClauseParameter['type'];
type Default = NonNullable<ClauseParameter['default']>;

function faultCount(given: Partial<ClauseParameter> & { type: Type }): number {
  const label = { ja: '値', en: 'Value' };
  return defaultFault({ id: 'x', label, required: true, ...given }, []).length;
}

describe('a default', () => {
  test.each<[Type, Default]>([
    ['text', '文'],
    ['integer', -3],
    ['date', '2028-02-29'],
    ['money', 0],
    ['boolean', false],
    ['list', ['a']],
  ])('of type %s may be %j', (type, value) => {
    expect(faultCount({ type, default: value })).toBe(0);
  });

  test.each<[Type, Default]>([
    ['text', 1],
    ['integer', 1.5],
    ['integer', '1'],
    ['date', '2026-02-29'],
    ['date', '2026-13-01'],
    ['date', '2026-2-1'],
    ['date', 20260201],
    ['money', -1],
    ['money', 1.5],
    ['boolean', 'true'],
    ['choice', 'b'],
    ['list', 'a'],
    ['table', ['a']],
  ])('of type %s cannot be %j', (type, value) => {
    expect(faultCount({ type, default: value })).toBe(1);
  });

  test('of a choice is one of its choices', () => {
    const choices = [{ id: 'a', label: { ja: '甲', en: 'A' } }];
    expect(faultCount({ type: 'choice', choices, default: 'a' })).toBe(0);
    expect(faultCount({ type: 'choice', choices, default: 'b' })).toBe(1);
  });

  test('need not be given', () => {
    expect(faultCount({ type: 'table' })).toBe(0);
  });

  test.each([
    [0, 1],
    [1, 0],
    [5, 0],
    [6, 1],
  ])('of %i between 1 and 5 has %i faults', (value, count) => {
    expect(faultCount({ type: 'integer', minimum: 1, maximum: 5, default: value })).toBe(count);
  });

  test.each<[string | number, number]>([
    ['0.75', 0],
    [0.75, 0],
    ['1.25', 1],
    ['3/4', 1],
  ])('of a decimal setting up to 1 is a number or its text: %j', (value, count) => {
    const label = { ja: '割合', en: 'Share' };
    const setting = { id: 'x', label, type: 'decimal', maximum: 1, default: value } as const;
    expect(defaultFault(setting, [])).toHaveLength(count);
  });
});
