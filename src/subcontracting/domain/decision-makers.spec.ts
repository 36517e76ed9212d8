import { describe, expect, it } from 'vitest';
import type { Pack } from '../../policies/index.js';
import { criteriaOn, deciderRolesOf, type RuleInForce } from './decision-makers.js';

const LABEL = { ja: '基準', en: 'criteria' };
const pack = {
  regimes: [
    { id: 'outsourcing', label: LABEL, when: {} },
    {
      ...{ id: 'cloud', label: LABEL, when: {} },
      subcontracting: { deciderRoles: ['officer'], criteria: ['use', 'choice'] },
    },
  ],
  ruleDocumentKinds: [{ id: 'choice', title: { ja: '選定基準', en: 'selection criteria' } }],
} as unknown as Pack;
const settings = new Map([['subcontract-approver-role', 'manager']]);

function document(given: Partial<RuleInForce>): RuleInForce {
  return {
    ...{ id: 'd', kinds: ['use'], title: '利用判断基準', number: '訓令第1号' },
    ...{ effectiveFrom: '2026-04-01', effectiveUntil: null, ...given },
  };
}

describe('who decides on re-subcontracting', () => {
  it.each([
    ['whom the policy names', ['regime:outsourcing', 'regime:cloud'], ['officer']],
    ['whom the body chose, where the policy names nobody', ['regime:outsourcing'], ['manager']],
  ])('is %s', (_, facts, roles) => {
    expect(deciderRolesOf(pack, facts, settings)).toEqual(roles);
  });
});

describe('the criteria of a decision', () => {
  const on = (documents: readonly RuleInForce[], facts = ['regime:cloud']) =>
    criteriaOn(pack, facts, documents, '2026-12-10');

  it('are those in force on the day, the newest of each kind', () => {
    const { cited, missing } = on([
      document({ id: 'later', effectiveFrom: '2027-01-01' }),
      document({ id: 'now', effectiveFrom: '2026-10-01', kinds: ['use', 'choice'] }),
      document({ id: 'before', effectiveUntil: '2026-09-30' }),
    ]);

    expect(cited.map(({ kind, ruleDocumentId }) => [kind, ruleDocumentId])).toEqual([
      ['use', 'now'],
      ['choice', 'now'],
    ]);
    expect(missing).toEqual([]);
  });

  it('are missing by name where none is in force', () => {
    expect(on([document({})]).missing).toEqual([{ ja: '選定基準', en: 'selection criteria' }]);
  });

  it('are none where the policy asks for none', () => {
    expect(on([], ['regime:outsourcing'])).toEqual({ cited: [], missing: [] });
  });
});
