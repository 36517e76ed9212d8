import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighExitPlan, type ExitPlan } from './exit-plan.js';

const FULL: ExitPlan = {
  ...{ formats: ['CSV'], noticeDays: 90, helpOffered: true, parallelDays: 30 },
  ...{ interruptionMeasures: '待機系に切り替える。', retentionDays: 30 },
};
const NONE: ExitPlan = {
  ...{ formats: [], noticeDays: null, helpOffered: false, parallelDays: null },
  ...{ interruptionMeasures: null, retentionDays: null },
};

const anyPlan: fc.Arbitrary<ExitPlan> = fc.record({
  formats: fc.array(fc.constantFrom('CSV', 'JSON'), { maxLength: 2 }),
  noticeDays: fc.option(fc.nat({ max: 400 })),
  helpOffered: fc.boolean(),
  parallelDays: fc.option(fc.nat({ max: 400 })),
  interruptionMeasures: fc.option(fc.constant('代替手順による。')),
  retentionDays: fc.option(fc.nat({ max: 400 })),
});

describe('an exit plan', () => {
  it.each<[string, Partial<ExitPlan>, boolean, string]>([
    ['for what is vital, in full', {}, true, '1.0000'],
    ['for what is vital, a day of notice short', { noticeDays: 89 }, true, '0.8000'],
    ['for what is vital, a day beside each other short', { parallelDays: 29 }, true, '0.8000'],
    ['for what is vital, nothing at all', NONE, true, '0.0000'],
    [
      'for the rest, with a month of notice',
      { ...NONE, formats: ['CSV'], noticeDays: 30 },
      false,
      '1.0000',
    ],
    ['for the rest, without a format', { ...NONE, noticeDays: 30 }, false, '0.5000'],
  ])('%s', (_, given, isVital, score) => {
    expect(weighExitPlan({ ...FULL, ...given }, isVital).score).toBe(score);
  });

  it('never meets more where more is needed, nor less where more is offered', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat({ max: 100 }), fc.boolean(), (plan, more, isVital) => {
        const met = (given: ExitPlan, vital: boolean): number =>
          weighExitPlan(given, vital).parts.filter(({ isMet }) => isMet).length;
        const longer = { ...plan, noticeDays: (plan.noticeDays ?? 0) + more };
        expect(met(longer, isVital)).toBeGreaterThanOrEqual(met(plan, isVital));
        const shared = weighExitPlan(plan, true)
          .parts.slice(0, 2)
          .filter(({ isMet }) => isMet);
        expect(shared.length).toBeLessThanOrEqual(met(plan, false));
      }),
    );
  });
});
