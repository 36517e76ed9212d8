import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCoverage,
  NOTHING_STATED,
  type Coverage,
  type CoverageComparison,
} from './certificate-coverage.js';
import { REGION_USES, type Region } from './cloud-service.js';

const TOKYO: Region = { country: 'JP', providerRegion: 'ap-northeast-1', use: 'storage' };
const OSAKA: Region = { country: 'JP', providerRegion: 'ap-northeast-3', use: 'backup' };
const SUPPORT: Region = { country: 'IN', providerRegion: null, use: 'support-access' };

function compared(
  coverage: Partial<Coverage> | null,
  relied: Partial<Parameters<typeof compareCoverage>[1]> = {},
): CoverageComparison {
  const stated = coverage === null ? null : { ...NOTHING_STATED, ...coverage };
  const reliedOn = { cloudServiceId: 'this', regions: [TOKYO], site: null, ...relied };
  return compareCoverage({ cloudServiceId: null, coverage: stated }, reliedOn);
}

const someIds = fc.option(fc.subarray(['this', 'other', 'third']));
const someCountries = fc.option(fc.subarray(['JP', 'US', 'IN']));
const someRegions = fc.option(fc.subarray(['east', 'west', 'south']));
const anyCoverage: fc.Arbitrary<Coverage> = fc.record({
  cloudServiceIds: someIds,
  sites: fc.option(fc.subarray(['本社', '支社'])),
  countries: someCountries,
  providerRegions: someRegions,
});
const anyRegion: fc.Arbitrary<Region> = fc.record({
  country: fc.constantFrom('JP', 'US', 'IN'),
  providerRegion: fc.constantFrom(null, 'east', 'west', 'south'),
  use: fc.constantFrom(...REGION_USES),
});
const anyReliedOn = fc.record({
  cloudServiceId: fc.constantFrom('this', 'other'),
  regions: fc.array(anyRegion, { maxLength: 5 }),
  site: fc.constantFrom(null, '本社', '支社'),
});

describe('a certificate held against a service', () => {
  it.each([
    { of: null, coverage: null, says: 'not-stated' },
    { of: 'this', coverage: null, says: 'covered' },
    { of: 'other', coverage: null, says: 'not-covered' },
    { of: null, coverage: { cloudServiceIds: ['this', 'other'] }, says: 'covered' },
    { of: null, coverage: { cloudServiceIds: ['other'] }, says: 'not-covered' },
    { of: null, coverage: { cloudServiceIds: [] }, says: 'not-covered' },
    { of: 'other', coverage: { cloudServiceIds: ['this'] }, says: 'covered' },
    { of: 'this', coverage: { countries: ['JP'] }, says: 'covered' },
  ])('of $of with $coverage has it $says', ({ of, coverage, says }) => {
    const stated = coverage === null ? null : { ...NOTHING_STATED, ...coverage };
    const reliedOn = { cloudServiceId: 'this', regions: [], site: null };
    const { service, isMismatch } = compareCoverage(
      { cloudServiceId: of, coverage: stated },
      reliedOn,
    );

    expect(service).toBe(says);
    expect(isMismatch).toBe(says === 'not-covered');
  });

  it.each([
    { coverage: null, regions: [TOKYO], says: 'not-stated', outside: [] },
    { coverage: { countries: ['JP'] }, regions: [], says: 'not-stated', outside: [] },
    { coverage: { countries: ['JP'] }, regions: [TOKYO, OSAKA], says: 'covered', outside: [] },
    {
      coverage: { countries: ['JP'] },
      regions: [TOKYO, SUPPORT],
      says: 'not-covered',
      outside: [SUPPORT],
    },
    {
      coverage: { providerRegions: ['ap-northeast-1'] },
      regions: [TOKYO, OSAKA],
      says: 'not-covered',
      outside: [OSAKA],
    },
    {
      coverage: { providerRegions: ['ap-northeast-1'] },
      regions: [TOKYO, SUPPORT],
      says: 'not-stated',
      outside: [],
    },
    {
      coverage: { countries: ['JP'], providerRegions: ['ap-northeast-1'] },
      regions: [SUPPORT],
      says: 'not-covered',
      outside: [SUPPORT],
    },
  ])('with $coverage has the places $says', ({ coverage, regions, says, outside }) => {
    expect(compared(coverage, { regions })).toMatchObject({
      regions: says,
      regionsNotCovered: outside,
      isMismatch: says === 'not-covered',
    });
  });

  it.each([
    { sites: null, site: '本社', says: 'not-stated' },
    { sites: ['熊本データセンター'], site: '熊本 ﾃﾞｰﾀｾﾝﾀｰ', says: 'covered' },
    { sites: ['本社'], site: '熊本データセンター', says: 'not-covered' },
    { sites: ['本社'], site: null, says: null },
  ])('with the sites $sites has $site $says', ({ sites, site, says }) => {
    expect(compared({ sites }, { site }).site).toBe(says);
  });

  it('is a mismatch exactly where something is outside', () => {
    fc.assert(
      fc.property(anyCoverage, anyReliedOn, (coverage, reliedOn) => {
        const says = compared(coverage, reliedOn);
        const verdicts = [says.service, says.site, says.regions];
        expect(says.isMismatch).toBe(verdicts.includes('not-covered'));
        expect(says.regionsNotCovered.length > 0).toBe(says.regions === 'not-covered');
      }),
    );
  });

  it('that states nothing is never a mismatch', () => {
    fc.assert(fc.property(anyReliedOn, (reliedOn) => !compared(null, reliedOn).isMismatch));
  });

  it('never covers less because it states more of what it states', () => {
    fc.assert(
      fc.property(anyCoverage, anyReliedOn, (coverage, reliedOn) => {
        const wider = {
          cloudServiceIds: coverage.cloudServiceIds && [
            ...coverage.cloudServiceIds,
            'this',
            'other',
          ],
          sites: coverage.sites && ['本社', '支社'],
          countries: coverage.countries && ['JP', 'US', 'IN'],
          providerRegions: coverage.providerRegions && ['east', 'west', 'south'],
        };
        expect(compared(wider, reliedOn).isMismatch).toBe(false);
      }),
    );
  });

  it('says the same in whatever order the places stand', () => {
    fc.assert(
      fc.property(anyCoverage, anyReliedOn, (coverage, reliedOn) => {
        const turned = { ...reliedOn, regions: reliedOn.regions.toReversed() };
        return compared(coverage, reliedOn).regions === compared(coverage, turned).regions;
      }),
    );
  });
});
