import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, type Demand, type OfferedClause, type StandingDecision } from './coverage.js';

const TEXT = { ja: '文', en: 'text' };

function demand(
  article: string,
  clauses: readonly string[],
  apart: Demand['apart'] = null,
): Demand {
  return { rule: article, article, label: article, title: TEXT, clauses, apart };
}

function offered(id: string, isRequired: boolean): OfferedClause {
  const days = { id: 'days', label: TEXT, type: 'integer', required: true } as const;
  return { id, title: TEXT, isRequired, parameters: [days] };
}

const IN: StandingDecision = {
  clauseId: 'C1',
  decision: 'included',
  values: { days: 3 },
  reason: null,
  isConfirmed: false,
};
const OUT: StandingDecision = {
  ...IN,
  decision: 'not-applicable',
  values: {},
  reason: '理由',
};

function outcome(
  decisions: readonly StandingDecision[],
  { isRequired = false, apart = null as Demand['apart'], clauses = ['C1'] } = {},
): unknown {
  const { items, gaps } = coverageOf(
    [demand('A1', clauses, apart)],
    clauses.map((id) => offered(id, isRequired)),
    decisions,
  );
  return [items[0]?.status, gaps.map(({ kind }) => kind)];
}

describe('a demand of the policy', () => {
  it('is met by an included clause with its parameters filled', () => {
    expect(outcome([IN], { isRequired: true })).toEqual(['included', []]);
    expect(outcome([{ ...IN, values: {} }])).toEqual(['included', ['unfilled']]);
  });

  it('is open while nothing is decided, and told once', () => {
    expect(outcome([])).toEqual(['missing', ['missing']]);
    expect(outcome([], { isRequired: true })).toEqual(['missing', ['missing']]);
  });

  it('is answered by a reason, which a required clause has confirmed', () => {
    expect(outcome([OUT])).toEqual(['not-applicable', []]);
    expect(outcome([OUT], { isRequired: true })).toEqual(['not-applicable', ['unconfirmed']]);
    const confirmed = { ...OUT, isConfirmed: true };
    expect(outcome([confirmed], { isRequired: true })).toEqual(['not-applicable', []]);
  });

  it('is met by any one of its clauses', () => {
    const second = { ...IN, clauseId: 'C2' };
    expect(outcome([OUT, second], { clauses: ['C1', 'C2'] })).toEqual(['included', []]);
  });

  it('is answered by what was decided apart from the contract, which the contract overrides', () => {
    const apart = { status: 'excepted', reason: null } as const;
    expect(outcome([], { apart, isRequired: true })).toEqual(['excepted', []]);
    expect(outcome([IN], { apart })).toEqual(['included', []]);
  });
});

describe('a required clause that no article demands', () => {
  it('is decided on all the same', () => {
    const { gaps } = coverageOf([], [offered('C1', true), offered('C2', false)], []);
    expect(gaps.map(({ kind, clauses }) => [kind, clauses])).toEqual([['undecided', ['C1']]]);
  });
});

describe('coverage', () => {
  it('has no gap exactly where every demand is answered', () => {
    const decision = fc.constantFrom('included', 'not-applicable', undefined);
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 14 }), (made) => {
        const ids = made.map((_, index) => `C${String(index)}`);
        const decisions = made.flatMap((kind, index) =>
          kind === undefined
            ? []
            : [{ ...(kind === 'included' ? IN : OUT), clauseId: `C${String(index)}` }],
        );
        const { items, gaps } = coverageOf(
          ids.map((id) => demand(id, [id])),
          ids.map((id) => offered(id, false)),
          decisions,
        );
        const missing = items.filter(({ status }) => status === 'missing');
        expect(gaps).toHaveLength(missing.length);
        expect(missing).toHaveLength(made.filter((kind) => kind === undefined).length);
      }),
    );
  });
});
