import { describe, expect, it } from 'vitest';
import {
  effectOf,
  EXCEPTION_LIFECYCLE,
  EXCEPTION_STATUSES,
  periodFaultsOf,
  type ExceptionPeriod,
} from './policy-exception.js';

const TODAY = '2026-11-21';

describe('the life of an exception', () => {
  it('reaches every status and ends denied, ended or voided', () => {
    expect([...EXCEPTION_LIFECYCLE.reachable()].sort()).toEqual([...EXCEPTION_STATUSES].sort());
    expect(EXCEPTION_LIFECYCLE.terminals()).toEqual(['denied', 'ended', 'voided']);
  });
});

describe('the period asked for', () => {
  const ordinary: ExceptionPeriod = {
    kind: 'ordinary',
    from: '2026-12-01',
    until: '2027-03-31',
    actedOn: null,
  };
  const emergency: ExceptionPeriod = {
    kind: 'emergency',
    from: '2026-11-20',
    until: '2026-11-30',
    actedOn: '2026-11-20',
  };

  it.each<[string, ExceptionPeriod, string[]]>([
    ['is right for an ordinary one', ordinary, []],
    ['may last one day', { ...ordinary, until: '2026-12-01' }, []],
    ['may last the longest time to the day', { ...ordinary, until: '2027-12-01' }, []],
    ['must not last longer', { ...ordinary, until: '2027-12-02' }, ['#/until']],
    ['must not end before it begins', { ...ordinary, until: '2026-11-30' }, ['#/until']],
    ['names no act where ordinary', { ...ordinary, actedOn: '2026-11-20' }, ['#/actedOn']],
    ['is right for an emergency', emergency, []],
    ['names the act of an emergency', { ...emergency, actedOn: null }, ['#/actedOn']],
    ['does not begin before the act', { ...emergency, from: '2026-11-19' }, ['#/from']],
    [
      'does not speak of an act to come',
      { ...emergency, actedOn: '2026-11-22', from: '2026-11-22' },
      ['#/actedOn'],
    ],
  ])('%s', (_, period, pointers) => {
    expect(periodFaultsOf(period, TODAY, 12).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe('a permitted exception', () => {
  const period = { kind: 'ordinary', from: '2026-11-01', until: '2026-12-31' } as const;

  it('does not reach back before the decision', () => {
    expect(effectOf(period, TODAY)).toEqual({ validFrom: TODAY, validUntil: '2026-12-31' });
  });

  it('waits for its first day', () => {
    expect(effectOf(period, '2026-10-01')).toEqual({
      validFrom: '2026-11-01',
      validUntil: '2026-12-31',
    });
  });

  it('ratifies what was done in an emergency', () => {
    expect(effectOf({ ...period, kind: 'emergency' }, '2027-02-01')).toEqual({
      validFrom: '2026-11-01',
      validUntil: '2026-12-31',
    });
  });

  it('has no effect where its last day passed before the decision', () => {
    expect(effectOf(period, '2027-01-01')).toBeUndefined();
  });
});
