import { describe, expect, it } from 'vitest';
import type { Pack } from '../../policies/index.js';
import { laterDuties, namedArticle, statedCondition } from './specification-content.js';

const TEXT = { ja: '文', en: 'text' };
const CHECKLIST = { ja: '点検', en: 'Checks' };
const PROCEDURES = { ja: '実施手順', en: 'Procedures' };

const PACK = {
  documents: [
    { id: 'standards', title: TEXT, disclosure: 'public' },
    { id: 'checklist', title: CHECKLIST, disclosure: 'public', chosen: true },
    { id: 'procedures', title: PROCEDURES, disclosure: 'internal' },
  ],
  articles: [
    { key: 'S-1', document: 'standards' },
    { key: 'S-2', document: 'standards' },
    { key: 'C-1', document: 'checklist' },
    { key: 'P-1', document: 'procedures' },
  ].map((article) => ({ ...article, label: `第${article.key}条`, title: TEXT })),
  criteria: [
    { id: 'G-1', evidence: TEXT, evidenceRequired: true },
    { id: 'G-2', evidence: TEXT, evidenceRequired: false },
  ],
} as unknown as Pack;

function stated(criterionId: string, ...knockOuts: string[]) {
  const condition = { criterionId, topic: TEXT, question: TEXT, statement: null };
  return statedCondition(PACK, new Set(knockOuts), { ...condition, articles: ['S-1'] });
}

describe('a selection condition', () => {
  it('tells whether it is a knock-out, what is to be shown and whether it must be', () => {
    const [one, other] = [stated('G-1', 'G-1'), stated('G-2', 'G-1')];

    expect(one).toMatchObject({ isKnockOut: true, evidence: TEXT, evidenceRequired: true });
    expect(other).toMatchObject({ isKnockOut: false, evidence: TEXT, evidenceRequired: false });
  });
});

describe('an article', () => {
  it('tells where the body chose it and where it is not public', () => {
    expect(namedArticle(PACK, 'S-1')).toEqual([{ key: 'S-1', label: '第S-1条', title: TEXT }]);
    expect(namedArticle(PACK, 'C-1')).toMatchObject([{ chosenIn: CHECKLIST }]);
    expect(namedArticle(PACK, 'P-1')).toMatchObject([{ withheldIn: PROCEDURES }]);
  });
});

describe('what comes after the contract', () => {
  it('is what the vendor owes during and at the end, in the order of the policy and once each', () => {
    const rules = [
      { owedBy: 'vendor', phase: 'end', article: 'S-1' },
      { owedBy: 'vendor', phase: 'during', article: 'C-1' },
      { owedBy: 'vendor', phase: 'during', article: 'S-1' },
      { owedBy: 'vendor', phase: 'during', article: 'S-1' },
      { owedBy: 'vendor', phase: 'before', article: 'S-2' },
      { owedBy: 'body', phase: 'during', article: 'S-2' },
    ] as const;

    const later = laterDuties(PACK, rules).map(({ phase, article }) => [phase, article.key]);

    expect(later).toEqual([
      ['during', 'S-1'],
      ['during', 'C-1'],
      ['end', 'S-1'],
    ]);
  });
});
