import { describe, expect, it } from 'vitest';
import { obstaclesTo, type ApprovalFacts } from './approval-rules.js';

/** A hop that nothing bars. */
const FIT: ApprovalFacts = {
  ...{ extent: 'part', flowDown: '再委託契約書第5条', pledge: '誓約書' },
  ...{ handlesPersonalInformation: true, contractRuns: true, origin: 'effective', rank: 3 },
  ...{ maxRank: 3, isSuspended: false, criteriaMissing: [] },
};

const codesFor = (given: Partial<ApprovalFacts>): string[] =>
  obstaclesTo({ ...FIT, ...given }).map(({ code }) => code);

describe('an approval of re-subcontracting', () => {
  it.each<[string, Partial<ApprovalFacts>]>([
    ['where every rule is kept', {}],
    ['below the contractor itself', { origin: null, rank: 2 }],
    ['at any rank where the contract sets none', { rank: 30, maxRank: null }],
    [
      'without a pledge where no personal information is handled',
      { pledge: null, handlesPersonalInformation: false },
    ],
  ])('is barred by nothing %s', (_, given) => {
    expect(codesFor(given)).toEqual([]);
  });

  it.each<[string, Partial<ApprovalFacts>, string]>([
    ['outside the contract', { contractRuns: false }, 'contract-not-running'],
    ['below a firm that is not at work', { origin: 'approved' }, 'origin-not-effective'],
    ['below a firm whose approval fell', { origin: 'voided' }, 'origin-not-effective'],
    ['of the whole work', { extent: 'whole' }, 'wholesale'],
    ['of the main part', { extent: 'main-part' }, 'wholesale'],
    ['of nobody knows how much', { extent: null }, 'wholesale'],
    ['deeper than the contract admits', { rank: 4 }, 'rank-too-deep'],
    ['of a suspended firm', { isSuspended: true }, 'firm-suspended'],
    ['without flow-down', { flowDown: null }, 'flow-down-missing'],
    ['of personal information without a pledge', { pledge: null }, 'pledge-missing'],
    [
      'by criteria of which none is in force',
      { criteriaMissing: [{ ja: '選定基準', en: 'selection criteria' }] },
      'criteria-not-in-force',
    ],
  ])('is barred %s', (_, given, code) => {
    expect(codesFor(given)).toEqual([code]);
  });

  it('says what is missing by name', () => {
    const criteriaMissing = [{ ja: '選定基準', en: 'selection criteria' }];
    const [obstacle] = obstaclesTo({ ...FIT, criteriaMissing });
    expect(obstacle?.detail.ja).toContain('選定基準');
  });
});
