import { searchKey } from '../../shared/domain/japanese-text.js';
import type { Region } from './cloud-service.js';

/** What a certificate says that it covers; null where it says nothing of it, an empty list where nothing on record. */
export interface Coverage {
  /** Ids of cloud services, each of which is one edition. */
  readonly cloudServiceIds: string[] | null;
  /** As printed. */
  readonly sites: string[] | null;
  /** ISO 3166-1 alpha-2. */
  readonly countries: string[] | null;
  /** The provider's own ids of regions. */
  readonly providerRegions: string[] | null;
}

/** Whether something relied on is inside what a certificate covers. */
export type Covered = 'covered' | 'not-covered' | 'not-stated';

const NOT_STATED = 'not-stated';
export const NOTHING_STATED: Coverage = {
  cloudServiceIds: null,
  sites: null,
  countries: null,
  providerRegions: null,
};

/** What a certificate is held against: a cloud service with the places it has now, and a site if one matters. */
export interface ReliedOn {
  readonly cloudServiceId: string;
  readonly regions: readonly Region[];
  readonly site: string | null;
}

/** A certificate held against what it is relied on for. */
export interface CoverageComparison {
  readonly service: Covered;
  /** Null where no site was named. */
  readonly site: Covered | null;
  readonly regions: Covered;
  /** The places of the service that are outside of what it covers. */
  readonly regionsNotCovered: Region[];
  /** Whether anything is outside: it proves nothing of this use of the service, whatever its standing. */
  readonly isMismatch: boolean;
}

/**
 * Holds what a certificate covers against a service, its places and a site. One that names a single
 * service covers that one; another edition is another service, so a listing of it does not fit.
 *
 * @param certificate its coverage and the service it speaks of; null where it speaks of the firm
 */
export function compareCoverage(
  certificate: { readonly cloudServiceId: string | null; readonly coverage: Coverage | null },
  { cloudServiceId, regions, site }: ReliedOn,
): CoverageComparison {
  const coverage = certificate.coverage ?? NOTHING_STATED;
  const services = coverage.cloudServiceIds ?? single(certificate.cloudServiceId);
  const sites = coverage.sites?.map(searchKey) ?? null;
  const ofRegions = regions.map((region) => placeIn(coverage, region));
  const verdicts = {
    service: within(services, cloudServiceId),
    site: site === null ? null : within(sites, searchKey(site)),
    regions: worstOf(ofRegions),
  };
  return {
    ...verdicts,
    regionsNotCovered: regions.filter((_, at) => ofRegions[at] === 'not-covered'),
    isMismatch: Object.values(verdicts).includes('not-covered'),
  };
}

/** A place is covered where everything that is stated of places names it. */
function placeIn(
  { countries, providerRegions }: Coverage,
  { country, providerRegion }: Region,
): Covered {
  const ofCountry = countries === null ? [] : [within(countries, country)];
  if (providerRegions === null) return worstOf(ofCountry);
  const ofRegion = providerRegion === null ? NOT_STATED : within(providerRegions, providerRegion);
  return worstOf([...ofCountry, ofRegion]);
}

/** The worst of some: what is outside outweighs what is not stated; of nothing, nothing is stated. */
function worstOf(verdicts: readonly Covered[]): Covered {
  if (verdicts.includes('not-covered')) return 'not-covered';
  const isAllCovered = verdicts.length > 0 && !verdicts.includes(NOT_STATED);
  return isAllCovered ? 'covered' : NOT_STATED;
}

function within(stated: readonly string[] | null, wanted: string): Covered {
  if (stated === null) return NOT_STATED;
  return stated.includes(wanted) ? 'covered' : 'not-covered';
}

function single(id: string | null): string[] | null {
  return id === null ? null : [id];
}
