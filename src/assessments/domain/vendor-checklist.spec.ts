import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_STATUSES } from './assessment-lifecycle.js';
import { METHOD_RULES } from './procedure.js';
import { SELECTION_METHODS } from './selection.js';
import {
  answerSoFar,
  draftedAnswers,
  draftedFiles,
  draftsWithoutEvidence,
  publishedPoints,
  unanswered,
  vendorStatusOf,
  type DraftedAnswer,
  type KeptAnswer,
  type VendorCriterion,
} from './vendor-checklist.js';

const TEXT = { ja: '設問', en: 'Question' };

const keptMembers = {
  answer: fc.constantFrom('yes', 'no', 'unknown'),
  reason: fc.constant(null),
  evidence: fc.array(
    fc.record({ title: fc.constant('証跡'), fileId: fc.constantFrom('a', 'b', 'c') }),
    { maxLength: 3 },
  ),
  validUntil: fc.constantFrom(null, '2026-11-19', '2026-11-20', '2026-11-21'),
} as const;

const kept: fc.Arbitrary<KeptAnswer> = fc.record(keptMembers);

const drafted: fc.Arbitrary<DraftedAnswer> = fc.record({
  ...keptMembers,
  prefilledFrom: fc.constantFrom(null, '2026-10-01'),
});

const criteria: fc.Arbitrary<VendorCriterion[]> = fc.uniqueArray(
  fc.record({
    criterionId: fc.string({ minLength: 1, maxLength: 4 }),
    topic: fc.constant(TEXT),
    question: fc.constant(TEXT),
    evidence: fc.constant(TEXT),
    evidenceRequired: fc.boolean(),
    knockOut: fc.boolean(),
    weight: fc.nat(5),
    isAsked: fc.boolean(),
    answer: fc.option(kept),
    isAnsweredByOthers: fc.boolean(),
    draft: fc.option(drafted),
  }),
  { selector: ({ criterionId }) => criterionId },
);

describe('where an assessment stands for the vendor', () => {
  it('tells nothing of what reviewers do', () => {
    const told = Object.fromEntries(ASSESSMENT_STATUSES.map((at) => [at, vendorStatusOf(at)]));

    expect(told).toEqual({
      ...{ sent: 'open', answering: 'open', withdrawn: 'withdrawn' },
      ...{ submitted: 'submitted', reviewing: 'submitted', reconciling: 'submitted' },
      concluded: 'submitted',
    });
  });
});

describe('what the vendor answered so far', () => {
  it('is the draft before what stands, and every question has it or is open', () => {
    fc.assert(
      fc.property(criteria, (all) => {
        const open = unanswered(all);
        for (const criterion of all) {
          expect(answerSoFar(criterion)).toBe(criterion.draft ?? criterion.answer);
          expect(open.includes(criterion.criterionId)).toBe(
            answerSoFar(criterion) === null && !criterion.isAnsweredByOthers,
          );
        }
      }),
    );
  });
});

describe('what is handed in', () => {
  it('is what was drafted of what is asked, and no more', () => {
    fc.assert(
      fc.property(criteria, (all) => {
        const given = draftedAnswers(all);
        const wanted = all.filter(({ isAsked, draft }) => isAsked && draft !== null);

        expect(given.map(({ criterionId }) => criterionId)).toEqual(
          wanted.map(({ criterionId }) => criterionId),
        );
        expect(new Set(draftedFiles(all)).size).toBe(draftedFiles(all).length);
      }),
    );
  });

  it('rests on evidence that has not lapsed and on files that are there', () => {
    fc.assert(
      fc.property(criteria, fc.subarray(['a', 'b', 'c']), (all, there) => {
        const gone = draftsWithoutEvidence(all, new Set(there), '2026-11-20');
        for (const { criterionId, evidence, validUntil } of draftedAnswers(all)) {
          const isThere = evidence.every(({ fileId }) => there.includes(String(fileId)));
          const holds = isThere && validUntil !== '2026-11-19';
          expect(gone.includes(criterionId)).toBe(!holds);
        }
      }),
    );
  });
});

describe('points', () => {
  it.each(SELECTION_METHODS)('are told in a %s where it publishes them', (method) => {
    fc.assert(
      fc.property(criteria, (all) => {
        const thresholds = { suitable: '0.80', conditional: '0.60' };
        const told = publishedPoints({ method, thresholds, criteria: all });

        expect(told.thresholds).toEqual(METHOD_RULES[method].publishesPoints ? thresholds : null);
        expect(told.weights.size).toBe(METHOD_RULES[method].publishesPoints ? all.length : 0);
      }),
    );
  });
});
