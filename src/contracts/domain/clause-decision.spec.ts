import { describe, expect, it } from 'vitest';
import type { Clause } from '../../policies/index.js';
import { decisionFaults, keptDecision, type GivenDecision } from './clause-decision.js';

const TEXT = { ja: '文', en: 'text' };
const REPORT: Clause = {
  id: 'report',
  title: TEXT,
  articles: [],
  when: {},
  requiredWhen: {},
  parameters: [
    { id: 'months', label: TEXT, type: 'integer', minimum: 1, required: true, default: 3 },
    { id: 'contents', label: TEXT, type: 'list', required: true, default: ['状況'] },
    { id: 'cap', label: TEXT, type: 'money', required: false },
  ],
  paragraphs: { ja: [], en: [] },
};

const included: GivenDecision = { clauseId: 'report', decision: 'included' };

describe('decisions on clauses', () => {
  it.each<[string, GivenDecision[], string[]]>([
    ['may leave the proposals as they are', [included], []],
    ['may leave a parameter blank', [{ ...included, values: { months: null } }], []],
    ['name a clause that is offered', [{ ...included, clauseId: 'x' }], ['#/clauses/0/clauseId']],
    ['name a clause once', [included, included], ['#/clauses/1/clauseId']],
    ['give no reason for what is in', [{ ...included, reason: '理由' }], ['#/clauses/0/reason']],
    [
      'give a reason for what is left out, and no terms',
      [{ clauseId: 'report', decision: 'not-applicable', values: {} }],
      ['#/clauses/0/reason', '#/clauses/0/values'],
    ],
    [
      'fill parameters the clause has, with what fits them',
      [{ ...included, values: { months: 0, 'x/y': 1 } }],
      ['#/clauses/0/values/months', '#/clauses/0/values/x~1y'],
    ],
  ])('%s', (_, given, pointers) => {
    expect(decisionFaults([REPORT], given).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('are kept with the proposals for what was left out, and blanks for what was emptied', () => {
    expect(keptDecision(REPORT, included).values).toEqual({ months: 3, contents: ['状況'] });
    const emptied = { ...included, values: { months: null, contents: [], cap: '10' } };
    expect(keptDecision(REPORT, emptied).values).toEqual({ cap: '10' });
  });

  it('are kept without terms where a clause is left out', () => {
    const given = { clauseId: 'report', decision: 'not-applicable', reason: '理由' } as const;
    expect(keptDecision(REPORT, given)).toEqual({ ...given, values: {} });
  });
});
