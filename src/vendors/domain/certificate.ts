import {
  addDays,
  addMonths,
  calendarDate,
  daysBetween,
  partsOf,
} from '../../shared/domain/calendar-date.js';
import { isSelfDeclared, type Scheme, provedBy } from './certificate-scheme.js';

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
  /** Months after the audited period that a bridge letter may speak for; one for longer counts for nothing. */
  readonly soc2BridgeMonths: number;
  /** Days before the last one on which staff are warned, the nearest first. */
  readonly warningDays: readonly number[];
}

/** The product's own limits. */
export const CERTIFICATE_LIMITS: CertificateLimits = {
  soc2FreshMonths: 12,
  soc2BridgeMonths: 3,
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
  /** The last day that management's letter speaks for, from the day after the audited period. */
  readonly bridgeLetterUntil: string | null;
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
  /** The last day that a bridge letter carries the report to; null without one, or where it is for too long. */
  readonly bridgedUntil: string | null;
}

/**
 * Where a certificate stands on a day. Only a verified one is announced as expiring: a claim stays
 * a claim until its last day, and what a firm declares of itself never becomes more than a claim. A renewal counts as pending if it was applied for by the last day.
 */
export function standingOn(
  certificate: CertificateFacts,
  day: string,
  limits: CertificateLimits,
): CertificateStanding {
  const lastDay = lastDayOf(certificate, limits);
  const warnings = certificate.renewedById === null ? limits.warningDays : [];
  const end = {
    lastDay,
    expiresWithinDays: warningOn(warnings, lastDay, day),
    bridgedUntil: bridgedUntil(certificate, limits),
  };
  return { standing: standingBy(certificate, end, day), ...end };
}

function standingBy(
  certificate: CertificateFacts,
  { lastDay, expiresWithinDays }: Pick<CertificateStanding, 'lastDay' | 'expiresWithinDays'>,
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
  { scheme, lookupResult }: CertificateFacts,
  expiresWithinDays: number | null,
): Standing {
  if (lookupResult !== 'scope-matches' || isSelfDeclared(scheme)) return 'claimed';
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
 * The last day a certificate counts for, without its renewal: by the audited period for ISMAP, by that
 * and the letter that bridges the time after it for SOC 2, never past the end of its edition, else as written on it.
 */
export function lastDayOf(
  certificate: CertificateFacts,
  limits: Pick<CertificateLimits, 'soc2FreshMonths' | 'soc2BridgeMonths'>,
): string | null {
  const { scheme, auditedUntil, validUntil } = certificate;
  if (auditedUntil !== null && scheme === 'ismap') return ismapLastDay(auditedUntil);
  if (auditedUntil !== null && isSoc2(scheme)) {
    const spokenFor = bridgedUntil(certificate, limits) ?? auditedUntil;
    return addMonths(calendarDate(spokenFor), limits.soc2FreshMonths);
  }
  return isOn2013Edition(certificate) ? notAfterTransition(validUntil) : validUntil;
}

/**
 * The last day that management's letter carries a SOC 2 Type 2 report to. It is no audit: beyond the
 * months allowed the letter counts for nothing, so that the report speaks for its period alone.
 */
export function bridgedUntil(
  { scheme, auditedUntil, bridgeLetterUntil }: CertificateFacts,
  { soc2BridgeMonths }: Pick<CertificateLimits, 'soc2BridgeMonths'>,
): string | null {
  if (scheme !== 'soc2-type2' || auditedUntil === null || bridgeLetterUntil === null) return null;
  const limit = lastOfMonthsAfter(auditedUntil, soc2BridgeMonths);
  const isWithin = auditedUntil < bridgeLetterUntil && bridgeLetterUntil <= limit;
  return isWithin ? bridgeLetterUntil : null;
}

/** The last day of an ISMAP registration, of 1 year 4 months after the audited period. */
export function ismapLastDay(auditedUntil: string): string {
  return lastOfMonthsAfter(auditedUntil, ISMAP_MONTHS);
}

/**
 * The last day of a period of months that begins on the day after another: the eve of its corresponding
 * day, or the end of a month that has none (民法 第143条第2項).
 */
function lastOfMonthsAfter(day: string, months: number): string {
  const first = addDays(calendarDate(day), 1);
  const corresponding = addMonths(first, months);
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

/** Where a certificate was looked up and still counts (SM-10). */
const COUNTING: readonly Standing[] = ['verified', 'expiring', 'renewal-pending'];

/** The ids of the criteria that a certificate bears out: while it stands as looked up, and covers what is relied on. */
export function borneOutBy(certificate: {
  readonly scheme: Scheme;
  readonly standing: Standing;
  readonly isMismatch: boolean;
}): string[] {
  const { scheme, standing, isMismatch } = certificate;
  if (isMismatch || !COUNTING.includes(standing)) return [];
  return provedBy(scheme).map(({ id }) => id);
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
