import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, REGION_USES, regionChanges, regionKey, type Region } from './cloud-service.js';

const region: fc.Arbitrary<Region> = fc.record({
  country: fc.constantFrom('JP', 'SG', 'US'),
  providerRegion: fc.constantFrom(null, 'east', 'west'),
  use: fc.constantFrom(...REGION_USES),
});
const regions = fc.uniqueArray(region, { selector: regionKey });

describe('a change of regions', () => {
  it('leads to what is wanted and touches nothing that stays', () => {
    fc.assert(
      fc.property(regions, regions, (current, wanted) => {
        const { ended, added } = regionChanges(current, wanted);
        const kept = current.filter((one) => !ended.includes(one));
        const result = [...kept, ...added].map(regionKey);
        expect(new Set(result)).toEqual(new Set(wanted.map(regionKey)));
        expect(result).toHaveLength(wanted.length);
      }),
    );
  });

  it('ends and adds nothing where nothing changes', () => {
    fc.assert(
      fc.property(regions, (same) => {
        expect(regionChanges(same, [...same].reverse())).toEqual({ ended: [], added: [] });
      }),
    );
  });
});

describe('a cloud service', () => {
  it.each([
    { serviceModel: 'lgwan-asp', insideLgwan: true, at: [] },
    { serviceModel: 'lgwan-asp', insideLgwan: false, at: ['#/insideLgwan'] },
    { serviceModel: 'saas', insideLgwan: false, at: [] },
    { serviceModel: 'saas', insideLgwan: true, at: [] },
  ] as const)('as $serviceModel inside the LGWAN $insideLgwan has faults at $at', (one) => {
    expect(faultsOf(one).map(({ pointer }) => pointer)).toEqual(one.at);
  });
});
