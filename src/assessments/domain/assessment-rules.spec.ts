import { describe, expect, it } from 'vitest';
import { answerFaults, dueFaults, hasEvidenceOn } from './answer-input.js';
import {
  ASSESSMENT,
  ASSESSMENT_STATUSES,
  isOut,
  isUnderReview,
  statusAfterReview,
} from './assessment-lifecycle.js';
import { askedAgain, covers } from './checklist.js';
import { topicScores } from './comparison.js';
import { conditionFaults, conditionsOf } from './conditions.js';
import { coverOf } from './exception-cover.js';
import { isOpenToSelection } from './selection.js';

const TODAY = '2026-11-20';

function pointers(faults: readonly { readonly pointer: string }[]): string[] {
  return faults.map(({ pointer }) => pointer);
}

describe('the life of an assessment', () => {
  it('reaches every status and ends only withdrawn', () => {
    expect([...ASSESSMENT.reachable()].sort()).toEqual([...ASSESSMENT_STATUSES].sort());
    expect(ASSESSMENT.terminals()).toEqual(['withdrawn']);
  });

  it('can be withdrawn from wherever it stands', () => {
    const from = ASSESSMENT_STATUSES.filter((status) => ASSESSMENT.canMove(status, 'withdrawn'));

    expect(from).toEqual(ASSESSMENT_STATUSES.filter((status) => status !== 'withdrawn'));
  });

  it('is either with the vendor, with the reviewers, or past both', () => {
    expect(ASSESSMENT_STATUSES.filter(isOut)).toEqual(['sent', 'answering']);
    expect(ASSESSMENT_STATUSES.filter(isUnderReview)).toEqual(['submitted', 'reviewing']);
  });

  it.each([
    [{ given: 1, required: 2, differ: false }, 'reviewing'],
    [{ given: 2, required: 2, differ: false }, 'concluded'],
    [{ given: 2, required: 2, differ: true }, 'reconciling'],
    [{ given: 1, required: 1, differ: false }, 'concluded'],
  ] as const)('goes on after a review: %o', (reviews, status) => {
    expect(statusAfterReview(reviews)).toBe(status);
  });

  it('lets a vendor be selected until the contract is concluded', () => {
    expect(isOpenToSelection('selecting')).toBe(true);
    expect(isOpenToSelection('contracting')).toBe(true);
    expect(isOpenToSelection('contracted')).toBe(false);
    expect(isOpenToSelection('active')).toBe(false);
  });
});

describe('answers', () => {
  const asked = new Set(['a', 'b']);

  it.each([
    [{ criterionId: 'a', answer: 'yes' }, []],
    [{ criterionId: 'x', answer: 'yes' }, ['#/answers/0/criterionId']],
    [{ criterionId: 'a', answer: 'na' }, ['#/answers/0/reason']],
    [{ criterionId: 'a', answer: 'partial' }, ['#/answers/0/reason']],
    [{ criterionId: 'a', answer: 'partial', reason: '一部' }, []],
    [{ criterionId: 'a', answer: 'no' }, []],
    [{ criterionId: 'a', answer: 'yes', validUntil: '2026-11-19' }, ['#/answers/0/validUntil']],
    [{ criterionId: 'a', answer: 'yes', validUntil: TODAY }, []],
    [{ criterionId: 'a', answer: 'yes', evidence: [{ title: 't' }] }, ['#/answers/0/evidence/0']],
    [
      {
        criterionId: 'a',
        answer: 'yes',
        evidence: [{ title: 't', url: 'https://a.example', documentReference: 'd' }],
      },
      ['#/answers/0/evidence/0'],
    ],
  ] as const)('%j has faults at %j', (answer, expected) => {
    expect(pointers(answerFaults([answer], asked, TODAY))).toEqual(expected);
  });

  it('name a criterion once', () => {
    const twice = [
      { criterionId: 'a', answer: 'yes' },
      { criterionId: 'a', answer: 'no' },
    ] as const;

    expect(pointers(answerFaults(twice, asked, TODAY))).toEqual(['#/answers/1/criterionId']);
  });

  it('are asked for by a day that has not passed', () => {
    expect(dueFaults(TODAY, TODAY)).toEqual([]);
    expect(pointers(dueFaults('2026-11-19', TODAY))).toEqual(['#/dueOn']);
  });

  it.each([
    [{ evidence: [], validUntil: null }, false],
    [{ evidence: [{}], validUntil: null }, true],
    [{ evidence: [{}], validUntil: TODAY }, true],
    [{ evidence: [{}], validUntil: '2026-11-19' }, false],
  ])('have evidence that counts: %j %s', (answer, counts) => {
    expect(hasEvidenceOn(TODAY, answer)).toBe(counts);
  });
});

describe('an exception covers a criterion', () => {
  const year = { id: 'year', until: '2027-03-31' };
  const month = { id: 'month', until: '2026-12-31' };

  it.each([
    ['where no article puts a duty', ['x'], [], undefined],
    ['where its article is not excepted', ['a'], [{ article: 'a', exceptions: [] }], undefined],
    [
      'where one of its articles is not',
      ['a', 'b'],
      [
        { article: 'a', exceptions: [year] },
        { article: 'b', exceptions: [] },
      ],
      undefined,
    ],
    [
      'where all are, until the first lapses',
      ['a', 'b', 'x'],
      [
        { article: 'a', exceptions: [year] },
        { article: 'a', exceptions: [year, month] },
        { article: 'b', exceptions: [month] },
        { article: 'c', exceptions: [] },
      ],
      { exceptionIds: ['month', 'year'], until: '2026-12-31' },
    ],
    [
      'for the longest of several',
      ['a'],
      [{ article: 'a', exceptions: [month, { id: 'open', until: null }] }],
      { exceptionIds: ['month', 'open'], until: '9999-12-31' },
    ],
  ])('%s', (_, articles, obligations, cover) => {
    expect(coverOf(articles, obligations)).toEqual(cover);
  });
});

describe('conditions', () => {
  const topic = { ja: '管理体制', en: 'Security organization' };
  const base = { weight: 3, knockOut: false, evidenceRequired: false, hasEvidence: true, topic };
  const criteria = [
    { ...base, criterionId: 'a', marks: ['yes'] as const },
    { ...base, criterionId: 'b', marks: ['partial'] as const },
    { ...base, criterionId: 'c', marks: ['no'] as const },
  ];
  const cover = { exceptionIds: ['e'], until: '2027-01-31' };
  const knockOuts = [{ criterionId: 'c', finding: 'failed' as const, cover }];
  const dueOn = '2026-12-01';

  it('name what was not met, beside those given', () => {
    const judgement = { result: 'conditional', knockOuts } as const;
    const given = { criterionId: 'b', text: '手順書を整える', dueOn: '2027-02-01' };
    const asked = '「管理体制」を満たすこと';

    expect(conditionsOf({ criteria, judgement, dueOn }, [])).toEqual([
      { criterionId: 'b', text: asked, dueOn },
      { criterionId: 'c', text: asked, dueOn: '2027-01-31' },
    ]);
    expect(conditionsOf({ criteria, judgement, dueOn }, [given])).toEqual([
      given,
      { criterionId: 'c', text: asked, dueOn: '2027-01-31' },
    ]);
  });

  it('belong to a conditional outcome only', () => {
    const judgement = { result: 'suitable', knockOuts: [] } as const;

    expect(conditionsOf({ criteria, judgement, dueOn }, [])).toEqual([]);
  });

  it('are about a criterion that was asked, by a day to come', () => {
    const given = [{ criterionId: 'x', dueOn }, { dueOn: '2026-11-19' }, { dueOn }];

    expect(pointers(conditionFaults(given, new Set(['a']), TODAY))).toEqual([
      '#/conditions/0/criterionId',
      '#/conditions/1/dueOn',
    ]);
  });
});

describe('a checklist', () => {
  const sent = [
    { criterionId: 'a', knockOut: true },
    { criterionId: 'b', knockOut: false },
  ];

  it.each([
    [[{ id: 'a', knockOut: false }], true],
    [[{ id: 'b', knockOut: true }], false],
    [[{ id: 'c', knockOut: false }], false],
    [[], true],
  ])('still asks enough: %j %s', (now, enough) => {
    expect(covers(sent, now)).toBe(enough);
  });

  it('asks again what kept the candidate from being suitable', () => {
    const contributions = [
      { criterionId: 'a', value: '1' },
      { criterionId: 'b', value: '0.5' },
      { criterionId: 'c', value: null },
    ];

    expect(askedAgain({ knockOuts: [{ criterionId: 'k' }], contributions })).toEqual(['k']);
    expect(askedAgain({ knockOuts: [], contributions })).toEqual(['b']);
  });

  it('is compared topic by topic', () => {
    const one = { ja: '認証', en: 'Certificates' };
    const other = { ja: '体制', en: 'Organization' };
    const rows = [
      { criterionId: 'a', topic: one, weight: 3, marks: ['yes'] },
      { criterionId: 'b', topic: other, weight: 0, marks: ['yes'] },
      { criterionId: 'c', topic: one, weight: 1, marks: ['yes', 'no'] },
      { criterionId: 'd', topic: one, weight: 2, marks: ['na'] },
    ] as const;

    expect(topicScores(rows)).toEqual([
      { topic: one, score: '0.8750' },
      { topic: other, score: null },
    ]);
  });
});
