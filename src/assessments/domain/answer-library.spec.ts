import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openCriteria,
  prefillOf,
  takeable,
  takenFrom,
  type ShelvedAnswer,
  type Shelf,
} from './answer-library.js';
import { ASSESSMENT_STATUSES, isOut } from './assessment-lifecycle.js';
import { PrefillRefused } from './vendor-checklist.errors.js';
import { answerSoFar, type KeptAnswer, type VendorCriterion } from './vendor-checklist.js';

const TODAY = '2026-11-20';
const ASKED = { ja: '体制を定めていますか。', en: 'Is there an organization?' };
const REWORDED = { ja: '体制を文書で定めていますか。', en: 'Is there a written organization?' };
const ANSWER: ShelvedAnswer = {
  ...{ criterionId: 'G-01', question: ASKED, answer: 'yes', reason: null, validUntil: null },
  ...{ evidence: [{ title: '体制図', fileId: 'a' }], answeredOn: '2026-10-01' },
};

function shelf(...answers: readonly Partial<ShelvedAnswer>[]): Shelf {
  return {
    answers: answers.map((given) => ({ ...ANSWER, ...given })),
    filesThere: new Set(['a']),
    today: TODAY,
  };
}

function question(given: Partial<VendorCriterion> = {}): VendorCriterion {
  return {
    ...{ criterionId: 'G-01', topic: ASKED, question: ASKED, evidence: ASKED, weight: 1 },
    ...{ evidenceRequired: false, knockOut: false, isAsked: true, answer: null, draft: null },
    isAnsweredByOthers: false,
    ...given,
  };
}

describe('what a library has for a question', () => {
  it.each([
    ['nothing', [], undefined],
    ['nothing under another id', [{ criterionId: 'G-02' }], undefined],
    ['the answer', [{}], [false, false]],
    ['one to other words', [{ question: REWORDED }], [true, false]],
    ['one to other English words', [{ question: { ...ASKED, en: 'x' } }], [true, false]],
    ['one whose evidence lapsed', [{ validUntil: '2026-11-19' }], [false, true]],
    ['one whose evidence counts today for the last time', [{ validUntil: TODAY }], [false, false]],
    ['one whose file is gone', [{ evidence: [{ title: 'x', fileId: 'b' }] }], [false, true]],
    [
      'one whose file is written otherwise',
      [{ evidence: [{ title: 'x', fileId: 'A' }] }],
      [false, false],
    ],
    ['one with both', [{ question: REWORDED, validUntil: '2026-11-19' }], [true, true]],
  ] as const)('%s', (_, answers, flags) => {
    const prefill = prefillOf(question(), shelf(...answers));

    expect(prefill && [prefill.questionChanged, prefill.evidenceLapsed]).toEqual(flags ?? null);
  });

  it('is the answer to these very words before a newer one to others', () => {
    const newer = { question: REWORDED, answer: 'no', answeredOn: '2026-11-01' } as const;

    expect(prefillOf(question(), shelf(newer, {}))).toMatchObject({
      ...{ answer: 'yes', answeredOn: '2026-10-01', questionChanged: false },
    });
  });

  it('is the newest of those to other words', () => {
    const older = { question: { ja: '三', en: 'three' }, answeredOn: '2026-09-01' };

    expect(prefillOf(question(), shelf({ question: REWORDED }, older))).toMatchObject({
      ...{ answeredOn: '2026-10-01', questionChanged: true },
    });
  });
});

const FAULTS = [
  ['answered', question({ answer: ANSWER }), [{}]],
  ['answered', question({ draft: { ...ANSWER, prefilledFrom: null } }), [{}]],
  ['nothing-kept', question(), []],
  ['question-changed', question(), [{ question: REWORDED, validUntil: '2026-11-19' }]],
  ['evidence-lapsed', question(), [{ validUntil: '2026-11-19' }]],
] as const;

describe('taking answers of a library', () => {
  it.each(FAULTS)('is refused as %s', (reason, criterion, answers) => {
    let refused: unknown;
    try {
      takenFrom(shelf(...answers), [criterion], ['G-01']);
    } catch (error) {
      refused = error;
    }

    expect(refused).toBeInstanceOf(PrefillRefused);
    expect(refused).toMatchObject({ facts: { refused: [{ criterionId: 'G-01', reason }] } });
  });

  it.each([
    ['the checklist has not', [question({ criterionId: 'G-02' })]],
    ['is not asked in this round', [question({ isAsked: false })]],
  ])('is refused for what %s', (_, criteria) => {
    expect(() => takenFrom(shelf({}), criteria, ['G-01'])).toThrow('1 fault');
  });
});

const kept: fc.Arbitrary<KeptAnswer> = fc.record({
  answer: fc.constantFrom('yes', 'no'),
  reason: fc.constant(null),
  evidence: fc.array(fc.record({ title: fc.constant('x'), fileId: fc.constantFrom('a', 'b') }), {
    maxLength: 2,
  }),
  validUntil: fc.constantFrom(null, '2026-11-19', TODAY),
});
const id = fc.constantFrom('G-01', 'G-02', 'G-03', 'G-04');
const words = fc.constantFrom(ASKED, REWORDED);
const shelved: fc.Arbitrary<ShelvedAnswer> = fc
  .tuple(kept, id, words)
  .map(([answer, criterionId, asked]) => ({
    ...{ ...answer, criterionId, question: asked, answeredOn: '2026-10-01' },
  }));
const shelves: fc.Arbitrary<Shelf> = fc.record({
  answers: fc.array(shelved),
  filesThere: fc.subarray(['a', 'b']).map((there) => new Set(there)),
  today: fc.constant(TODAY),
});
const checklists = fc.record({
  status: fc.constantFrom(...ASSESSMENT_STATUSES),
  criteria: fc.uniqueArray(
    fc
      .tuple(id, words, fc.boolean(), fc.option(kept), fc.option(kept))
      .map(([criterionId, asked, isAsked, answer, draft]) =>
        question({
          ...{ criterionId, question: asked, isAsked, answer },
          draft: draft === null ? null : { ...draft, prefilledFrom: null },
        }),
      ),
    { selector: ({ criterionId }) => criterionId },
  ),
});

describe('of any checklist and library', () => {
  it('only what is asked, open and with the vendor is looked up', () => {
    fc.assert(
      fc.property(checklists, (checklist) => {
        const open = new Set(openCriteria(checklist));
        for (const criterion of checklist.criteria) {
          const isOpen = criterion.isAsked && answerSoFar(criterion) === null;
          expect(open.has(criterion)).toBe(isOut(checklist.status) && isOpen);
        }
      }),
    );
  });

  it('exactly what is shown as takeable can be taken, as it is, and is marked with its day', () => {
    fc.assert(
      fc.property(checklists, shelves, ({ criteria }, there) => {
        const open = openCriteria({ status: 'sent', criteria });
        const prefills = new Map(
          open.flatMap((each) => {
            const prefill = prefillOf(each, there);
            return prefill === null ? [] : [[each.criterionId, prefill] as const];
          }),
        );
        const offered = takeable(prefills);
        const taken = takenFrom(there, criteria, offered);

        expect(taken.map(({ criterionId }) => criterionId)).toEqual(offered);
        for (const { criterionId, prefilledFrom, ...answer } of taken) {
          const prefill = prefills.get(criterionId);
          expect(prefill).toMatchObject({ ...answer, answeredOn: prefilledFrom });
        }
        const others = criteria.filter(
          ({ criterionId, isAsked }) => isAsked && !offered.includes(criterionId),
        );
        for (const { criterionId } of others) {
          expect(() => takenFrom(there, criteria, [...offered, criterionId])).toThrow(
            PrefillRefused,
          );
        }
      }),
    );
  });
});
