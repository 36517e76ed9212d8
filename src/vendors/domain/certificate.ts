import {
  addDays,
  addMonths,
  calendarDate,
  daysBetween,
  partsOf,
} from '../../shared/domain/calendar-date.js';

/** Third-party schemes by which a vendor or a service is certified, registered or audited. */
export const SCHEMES = [
  'iso27001',
  'iso27017',
  'iso27018',
  'iso27701',
  'ismap',
  'ismap-liu',
  'privacy-mark',
  'soc2-type1',
  'soc2-type2',
  'cs-gold',
  'cs-silver',
  'aspic',
  'star',
  'other',
] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What looking a certificate up in the scheme's register showed (SM-10). */
export const LOOKUP_RESULTS = ['scope-matches', 'scope-differs'] as const;
export type LookupResult = (typeof LOOKUP_RESULTS)[number];

/** Where a certificate stands on a day (SM-10). */
export type Standing =
  'claimed' | 'verified' | 'expiring' | 'expired' | 'renewal-pending' | 'suspended' | 'withdrawn';

/** What a body may hold differently about certificates. */
export interface CertificateLimits {
  /** Months after the audited period during which a SOC 2 report still speaks. */
  readonly soc2FreshMonths: number;
  /** Days before the last one on which staff are warned, the nearest first. */
  readonly warningDays: readonly number[];
}

/** The product's own limits. */
export const CERTIFICATE_LIMITS: CertificateLimits = {
  soc2FreshMonths: 12,
  warningDays: [30, 90, 180],
};

/** The last day of certificates on ISO/IEC 27001:2013 (JIS Q 27001:2014): the transition to 2022 ended. */
export const ISO_27001_2013_LAST_DAY = '2025-10-31';

/** Months an ISMAP registration is valid after its audited period (ISMAP basic rules 3.5). */
const ISMAP_MONTHS = 16;

/** The facts that a certificate's standing follows from. Days are `YYYY-MM-DD`. */
export interface CertificateFacts {
  readonly scheme: Scheme;
  readonly edition: string | null;
  /** The last day written on it. */
  readonly validUntil: string | null;
  readonly auditedUntil: string | null;
  readonly suspendedOn: string | null;
  readonly withdrawnOn: string | null;
  readonly renewalAppliedOn: string | null;
  /** The last day a pending renewal is waited for; null where the scheme sets none. */
  readonly renewalLimitOn: string | null;
  /** What the latest look into the register showed; null before the first. */
  readonly lookupResult: LookupResult | null;
  /** The certificate that takes its place. */
  readonly renewedById: string | null;
}

/** Where a certificate stands on a day, and which warning is due. */
export interface CertificateStanding {
  readonly standing: Standing;
  /** The last day it counts for; null where neither scheme nor certificate sets one. */
  readonly lastDay: string | null;
  /** The nearest warning it is inside of; null outside all, once ended and once renewed. */
  readonly expiresWithinDays: number | null;
}

/**
 * Where a certificate stands on a day. Only a verified one is announced as expiring: a claim stays
 * a claim until its last day. A renewal counts as pending if it was applied for by the last day.
 */
export function standingOn(
  certificate: CertificateFacts,
  day: string,
  { soc2FreshMonths, warningDays }: CertificateLimits,
): CertificateStanding {
  const lastDay = lastDayOf(certificate, soc2FreshMonths);
  const warnings = certificate.renewedById === null ? warningDays : [];
  const end = { lastDay, expiresWithinDays: warningOn(warnings, lastDay, day) };
  return { standing: standingBy(certificate, end, day), ...end };
}

function standingBy(
  certificate: CertificateFacts,
  { lastDay, expiresWithinDays }: Omit<CertificateStanding, 'standing'>,
  day: string,
): Standing {
  if (hasCome(certificate.withdrawnOn, day)) return 'withdrawn';
  if (hasCome(certificate.suspendedOn, day)) return 'suspended';
  const hasEnded = lastDay !== null && lastDay < day;
  const own = hasEnded ? 'expired' : whileRunning(certificate, expiresWithinDays);
  const isEnding = own === 'expired' || own === 'expiring';
  return isEnding && isRenewalPending(certificate, lastDay, day) ? 'renewal-pending' : own;
}

function whileRunning(
  { lookupResult }: CertificateFacts,
  expiresWithinDays: number | null,
): Standing {
  if (lookupResult !== 'scope-matches') return 'claimed';
  return expiresWithinDays === null ? 'verified' : 'expiring';
}

function hasCome(date: string | null, day: string): boolean {
  return date !== null && date <= day;
}

function isRenewalPending(
  { renewalAppliedOn, renewalLimitOn, renewedById }: CertificateFacts,
  lastDay: string | null,
  day: string,
): boolean {
  if (renewalAppliedOn === null || renewedById !== null || lastDay === null) return false;
  const isTimely = renewalAppliedOn <= lastDay && renewalAppliedOn <= day;
  return isTimely && (renewalLimitOn === null || day <= renewalLimitOn);
}

/**
 * The last day a certificate counts for, without its renewal: by the audited period for ISMAP and
 * SOC 2, never past the end of its edition, else as written on it.
 */
export function lastDayOf(certificate: CertificateFacts, soc2FreshMonths: number): string | null {
  const { scheme, auditedUntil, validUntil } = certificate;
  if (auditedUntil !== null && scheme === 'ismap') return ismapLastDay(auditedUntil);
  if (auditedUntil !== null && isSoc2(scheme)) {
    return addMonths(calendarDate(auditedUntil), soc2FreshMonths);
  }
  return isOn2013Edition(certificate) ? notAfterTransition(validUntil) : validUntil;
}

/**
 * The last day of an ISMAP registration: the period of 1 year 4 months begins on the day after the
 * audited one and so ends on the eve of its corresponding day, or with a month that has none
 * (民法 第143条第2項).
 */
export function ismapLastDay(auditedUntil: string): string {
  const first = addDays(calendarDate(auditedUntil), 1);
  const corresponding = addMonths(first, ISMAP_MONTHS);
  const isCorresponding = partsOf(corresponding).day === partsOf(first).day;
  return isCorresponding ? addDays(corresponding, -1) : corresponding;
}

/** Whether an ISO/IEC 27001 certificate is still on the 2013 edition (JIS Q 27001:2014). */
export function isOn2013Edition({
  scheme,
  edition,
}: Pick<CertificateFacts, 'scheme' | 'edition'>): boolean {
  const digits = (edition ?? '').normalize('NFKC').matchAll(/\d+/g);
  const years = Array.from(digits, ([year]) => year);
  const names = (...some: string[]): boolean => some.some((year) => years.includes(year));
  return scheme === 'iso27001' && names('2013', '2014') && !names('2022', '2023');
}

function isSoc2(scheme: Scheme): boolean {
  return scheme === 'soc2-type1' || scheme === 'soc2-type2';
}

function notAfterTransition(validUntil: string | null): string {
  const isEarlier = validUntil !== null && validUntil < ISO_27001_2013_LAST_DAY;
  return isEarlier ? validUntil : ISO_27001_2013_LAST_DAY;
}

function warningOn(
  warningDays: readonly number[],
  lastDay: string | null,
  day: string,
): number | null {
  if (lastDay === null || lastDay < day) return null;
  const left = daysBetween(calendarDate(day), calendarDate(lastDay));
  return warningDays.find((days) => left <= days) ?? null;
}
