import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  METHOD_RULES,
  procedureFaults,
  procedureStatusOn,
  takesAnswersOn,
  type ProcedureTerms,
} from './procedure.js';
import { SELECTION_METHODS } from './selection.js';

const DAYS = { closesOn: '2026-11-30', closedOn: null, cancelledOn: null, isConcluded: false };

const SMALL: ProcedureTerms = {
  ...{ method: 'negotiated', isLight: true, reason: null, isLowestTier: true },
  ...{ estimatedAmount: '1000000', lightLimit: '1000000' },
};

const anyDay = fc
  .integer({ min: 1, max: 30 })
  .map((day) => `2026-11-${String(day).padStart(2, '0')}`);

describe('a selection procedure', () => {
  it.each([
    ['open on its last day', DAYS, '2026-11-30', 'open'],
    ['closed on the day after', DAYS, '2026-12-01', 'closed'],
    ['closed before by an act', { ...DAYS, closedOn: '2026-11-20' }, '2026-11-20', 'closed'],
    [
      'concluded while a candidate is selected',
      { ...DAYS, isConcluded: true },
      '2026-11-20',
      'concluded',
    ],
    [
      'cancelled whatever the day',
      { ...DAYS, cancelledOn: '2026-11-20' },
      '2026-12-01',
      'cancelled',
    ],
  ])('is %s', (_, days, day, status) => {
    expect(procedureStatusOn(days, day)).toBe(status);
  });

  it('takes answers until their last day, whatever the method; after it only where the method is free', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SELECTION_METHODS), anyDay, anyDay, (method, dueOn, day) => {
        const isFree = METHOD_RULES[method].lateAnswers === 'free';
        expect(takesAnswersOn({ method, dueOn }, day)).toBe(day <= dueOn || isFree);
      }),
    );
  });

  it('is strictest in a tender, and free where the contract is negotiated', () => {
    expect(METHOD_RULES.tender).toMatchObject({ lateAnswers: 'never', asksAgain: false });
    expect(METHOD_RULES.negotiated).toMatchObject({ lateAnswers: 'free', isSealed: false });
    for (const method of ['comprehensive-evaluation', 'proposal'] as const) {
      expect(METHOD_RULES[method]).toMatchObject({ publishesPoints: true, isPassOrFail: false });
    }
  });
});

describe('the terms of a procedure', () => {
  it.each<[string, Partial<ProcedureTerms>, string[]]>([
    ['a small contract up to the limit', {}, []],
    ['one yen above it', { estimatedAmount: '1000001' }, ['#/estimatedAmount']],
    ['without an amount', { estimatedAmount: null }, ['#/estimatedAmount']],
    ['without a limit of the body', { lightLimit: null }, ['#/contractSort']],
    ['of a heavier tier', { isLowestTier: false }, ['#/light']],
    ['in a tender', { method: 'tender' }, ['#/light']],
    ['no competition, without a reason', { isLight: false }, ['#/reason']],
    ['no competition, with its reason', { isLight: false, reason: '特許による' }, []],
    ['a tender', { isLight: false, method: 'tender', estimatedAmount: null, lightLimit: null }, []],
  ])('%s', (_, given, pointers) => {
    const faults = procedureFaults({ ...SMALL, ...given });

    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
