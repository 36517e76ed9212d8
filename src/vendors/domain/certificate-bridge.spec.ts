import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, calendarDate } from '../../shared/domain/calendar-date.js';
import { SCHEMES } from './certificate-scheme.js';
import {
  bridgedUntil,
  CERTIFICATE_LIMITS,
  lastDayOf,
  standingOn,
  type CertificateFacts,
} from './certificate.js';

const report: CertificateFacts = {
  scheme: 'soc2-type2',
  edition: null,
  validUntil: null,
  auditedUntil: '2025-03-31',
  bridgeLetterUntil: null,
  suspendedOn: null,
  withdrawnOn: null,
  renewalAppliedOn: null,
  renewalLimitOn: null,
  lookupResult: 'scope-matches',
  renewedById: null,
};

const anyDay = fc
  .integer({ min: -2000, max: 2000 })
  .map((days) => addDays(calendarDate('2026-03-31'), days));

describe('a bridge letter to a SOC 2 report', () => {
  it.each([
    { auditedUntil: '2025-09-30', limit: '2025-12-31' },
    { auditedUntil: '2025-03-31', limit: '2025-06-30' },
    { auditedUntil: '2025-11-30', limit: '2026-02-28' },
    { auditedUntil: '2025-08-14', limit: '2025-11-14' },
  ])('to a period until $auditedUntil counts until $limit at most', ({ auditedUntil, limit }) => {
    const until = (bridgeLetterUntil: string): string | null =>
      bridgedUntil({ ...report, auditedUntil, bridgeLetterUntil }, CERTIFICATE_LIMITS);

    expect(until(limit)).toBe(limit);
    expect(until(addDays(calendarDate(limit), 1))).toBeNull();
  });

  it.each([
    { until: '2025-04-01', bridged: '2025-04-01', last: '2026-04-01' },
    { until: '2025-06-30', bridged: '2025-06-30', last: '2026-06-30' },
    { until: '2025-07-01', bridged: null, last: '2026-03-31' },
    { until: '2026-03-31', bridged: null, last: '2026-03-31' },
    { until: '2025-03-31', bridged: null, last: '2026-03-31' },
  ])('until $until carries it to $bridged', ({ until, bridged, last }) => {
    const says = standingOn(
      { ...report, bridgeLetterUntil: until },
      '2025-08-01',
      CERTIFICATE_LIMITS,
    );

    expect(says).toMatchObject({ bridgedUntil: bridged, lastDay: last });
  });

  it('leaves one whose period ended 14 months ago stale where it is for 12 months', () => {
    expect(
      standingOn({ ...report, bridgeLetterUntil: '2026-03-31' }, '2026-05-31', CERTIFICATE_LIMITS)
        .standing,
    ).toBe('expired');
  });

  it('carries no other certificate', () => {
    const letter = { auditedUntil: '2025-03-31', bridgeLetterUntil: '2025-05-31' };
    for (const scheme of SCHEMES.filter((one) => one !== 'soc2-type2')) {
      const says = standingOn({ ...report, ...letter, scheme }, '2025-06-01', CERTIFICATE_LIMITS);
      expect(says.bridgedUntil).toBeNull();
    }
  });

  it('never shortens a report nor carries it further than its limits', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (auditedUntil, bridgeLetterUntil) => {
        const bare = { ...report, auditedUntil };
        const last = lastDayOf(bare, CERTIFICATE_LIMITS) ?? '';
        const bridged = lastDayOf({ ...bare, bridgeLetterUntil }, CERTIFICATE_LIMITS) ?? '';
        return last <= bridged && bridged <= addMonths(addDays(auditedUntil, 1), 15);
      }),
    );
  });
});
