import type { Region } from './cloud-service.js';

/** Where information of a class may be handled (9(2)①ア, 9(2)③オ). */
export interface AllowedPlaces {
  /** Id of the class of confidentiality in the policy. */
  readonly confidentiality: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: string[];
  /** The providers' own ids of regions; null where any region in these countries will do. */
  readonly providerRegions: string[] | null;
}

/** How likely and grave it is that the law of a country reaches the information. */
export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** A place held against what the body allows, each class of the information by itself. */
export interface PlaceVerdict {
  /** Classes that may not be handled there. */
  readonly notAllowedFor: string[];
  /** Classes of which the body has not decided where they may be handled. */
  readonly undecidedFor: string[];
  /** Whether every class may be handled there. */
  readonly isAllowed: boolean;
}

const HOME = 'JP';

/** Holds a place against what is allowed for some classes. Where regions are named, one that is not known is outside. */
export function verdictOn(
  place: Pick<Region, 'country' | 'providerRegion'>,
  classes: readonly string[],
  allowed: readonly AllowedPlaces[],
): PlaceVerdict {
  const asked = [...new Set(classes)].sort();
  const ruleFor = new Map(allowed.map((rule) => [rule.confidentiality, rule]));
  const undecidedFor = asked.filter((each) => !ruleFor.has(each));
  const notAllowedFor = asked.filter((each) => {
    const rule = ruleFor.get(each);
    return rule !== undefined && !admits(rule, place);
  });
  return {
    notAllowedFor,
    undecidedFor,
    isAllowed: notAllowedFor.length + undecidedFor.length === 0,
  };
}

/** What the body allowed, and what it allows instead. */
export interface PlacesDecided {
  readonly before: readonly AllowedPlaces[];
  readonly after: readonly AllowedPlaces[];
}

/**
 * Whether a decision takes a place away from a class: it was allowed there and is no more, or was undecided
 * and is not allowed.
 */
export function isWithdrawn(
  place: Pick<Region, 'country' | 'providerRegion'>,
  confidentiality: string,
  { before, after }: PlacesDecided,
): boolean {
  const latitude = (allowed: readonly AllowedPlaces[]): number => {
    const { isAllowed, undecidedFor } = verdictOn(place, [confidentiality], allowed);
    if (isAllowed) return 2;
    return undecidedFor.length;
  };
  return latitude(after) < latitude(before);
}

/** Whether the law of a country has to be assessed before information is handled or controlled from there. */
export function isForeign(country: string): boolean {
  return country !== HOME;
}

/** The last day counts. */
export function countsOn({ validUntil }: { readonly validUntil: string }, day: string): boolean {
  return day <= validUntil;
}

function admits(
  { countries, providerRegions }: AllowedPlaces,
  { country, providerRegion }: Pick<Region, 'country' | 'providerRegion'>,
): boolean {
  if (!countries.includes(country)) return false;
  if (providerRegions === null) return true;
  return providerRegion !== null && providerRegions.includes(providerRegion);
}
