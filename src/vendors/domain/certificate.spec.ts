import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../../shared/domain/calendar-date.js';
import {
  borneOutBy,
  CERTIFICATE_LIMITS,
  ismapLastDay,
  isOn2013Edition,
  lastDayOf,
  standingOn,
  type CertificateFacts,
  type Standing,
} from './certificate.js';
import { isSelfDeclared, SCHEMES } from './certificate-scheme.js';

const verified: CertificateFacts = {
  scheme: 'iso27001',
  edition: 'ISO/IEC 27001:2022',
  validUntil: '2027-03-31',
  auditedUntil: null,
  bridgeLetterUntil: null,
  suspendedOn: null,
  withdrawnOn: null,
  renewalAppliedOn: null,
  renewalLimitOn: null,
  lookupResult: 'scope-matches',
  renewedById: null,
};

function standing(day: string, facts: Partial<CertificateFacts> = {}): string {
  return standingOn({ ...verified, ...facts }, day, CERTIFICATE_LIMITS).standing;
}

const anyDay = fc
  .integer({ min: -2000, max: 2000 })
  .map((days) => addDays(calendarDate('2027-03-31'), days));
const optionalDay = fc.option(anyDay);
const anyCertificate: fc.Arbitrary<CertificateFacts> = fc.record({
  scheme: fc.constantFrom(...SCHEMES),
  edition: fc.constantFrom(null, 'ISO/IEC 27001:2013', 'ISO/IEC 27001:2022'),
  validUntil: optionalDay,
  auditedUntil: optionalDay,
  bridgeLetterUntil: optionalDay,
  suspendedOn: optionalDay,
  withdrawnOn: optionalDay,
  renewalAppliedOn: optionalDay,
  renewalLimitOn: optionalDay,
  lookupResult: fc.constantFrom(null, 'scope-matches', 'scope-differs'),
  renewedById: fc.constantFrom(null, 'a-renewal'),
});

describe('the standing of a certificate', () => {
  it.each([
    { day: '2026-10-01', says: 'verified', within: null, because: '181 days are left' },
    { day: '2026-10-02', says: 'expiring', within: 180, because: '180 days are left' },
    { day: '2026-12-30', says: 'expiring', within: 180, because: '91 days are left' },
    { day: '2026-12-31', says: 'expiring', within: 90, because: '90 days are left' },
    { day: '2027-02-28', says: 'expiring', within: 90, because: '31 days are left' },
    { day: '2027-03-01', says: 'expiring', within: 30, because: '30 days are left' },
    { day: '2027-03-31', says: 'expiring', within: 30, because: 'the last day counts' },
    { day: '2027-04-01', says: 'expired', within: null, because: 'the last day has passed' },
  ])('is $says on $day, since $because', ({ day, says, within }) => {
    expect(standingOn(verified, day, CERTIFICATE_LIMITS)).toEqual({
      standing: says,
      lastDay: '2027-03-31',
      expiresWithinDays: within,
      bridgedUntil: null,
    });
  });

  it.each([
    { facts: { lookupResult: null }, day: '2026-06-01', says: 'claimed' },
    { facts: { lookupResult: 'scope-differs' }, day: '2026-06-01', says: 'claimed' },
    { facts: { lookupResult: null }, day: '2027-03-31', says: 'claimed' },
    { facts: { lookupResult: null }, day: '2027-04-01', says: 'expired' },
    { facts: { validUntil: null }, day: '2099-01-01', says: 'verified' },
    { facts: { suspendedOn: '2026-06-01' }, day: '2026-05-31', says: 'verified' },
    { facts: { suspendedOn: '2026-06-01' }, day: '2026-06-01', says: 'suspended' },
    { facts: { suspendedOn: '2026-06-01' }, day: '2028-01-01', says: 'suspended' },
    { facts: { withdrawnOn: '2026-06-01' }, day: '2026-05-31', says: 'verified' },
    {
      facts: { withdrawnOn: '2026-06-01', suspendedOn: '2026-01-01' },
      day: '2026-06-01',
      says: 'withdrawn',
    },
  ] as const)('is $says on $day with $facts', ({ facts, day, says }) => {
    expect(standing(day, facts)).toBe(says);
  });

  it('tells of the coming end of a claim as well', () => {
    const claim = { ...verified, lookupResult: null };

    expect(standingOn(claim, '2027-03-01', CERTIFICATE_LIMITS).expiresWithinDays).toBe(30);
  });

  describe('while a renewal is pending', () => {
    const pending = { renewalAppliedOn: '2027-03-31', renewalLimitOn: '2027-06-30' };

    it.each([
      { day: '2026-06-01', says: 'verified' },
      { day: '2027-03-30', says: 'expiring' },
      { day: '2027-03-31', says: 'renewal-pending' },
      { day: '2027-06-30', says: 'renewal-pending' },
      { day: '2027-07-01', says: 'expired' },
    ])('is $says on $day', ({ day, says }) => {
      expect(standing(day, pending)).toBe(says);
    });

    it('has expired if the renewal was applied for after the last day', () => {
      expect(standing('2027-04-02', { ...pending, renewalAppliedOn: '2027-04-01' })).toBe(
        'expired',
      );
    });

    it('has expired once another certificate took its place', () => {
      expect(standing('2027-04-02', { ...pending, renewedById: 'a-renewal' })).toBe('expired');
    });
  });

  it('warns no more once another certificate took its place', () => {
    const renewed = { ...verified, renewedById: 'a-renewal' };

    expect(standingOn(renewed, '2027-03-31', CERTIFICATE_LIMITS)).toMatchObject({
      standing: 'verified',
      expiresWithinDays: null,
    });
  });

  it('never comes back by time alone from an end', () => {
    const ended = ['expired', 'suspended', 'withdrawn'];
    fc.assert(
      fc.property(anyCertificate, anyDay, fc.nat(1000), (certificate, day, later) => {
        const now = standingOn(certificate, day, CERTIFICATE_LIMITS).standing;
        const then = standingOn(certificate, addDays(day, later), CERTIFICATE_LIMITS).standing;
        return !ended.includes(now) || ended.includes(then);
      }),
    );
  });

  it('is never good after the last day but by a pending renewal', () => {
    fc.assert(
      fc.property(anyCertificate, anyDay, (certificate, day) => {
        const { standing: says, lastDay } = standingOn(certificate, day, CERTIFICATE_LIMITS);
        const isGood = says === 'verified' || says === 'expiring' || says === 'claimed';
        return !isGood || lastDay === null || day <= lastDay;
      }),
    );
  });
});

describe('what a firm declares of itself', () => {
  it('stays a claim, whatever its register shows', () => {
    for (const scheme of ['security-action-1', 'security-action-2'] as const) {
      expect(standing('2026-06-01', { scheme })).toBe('claimed');
      expect(standing('2026-06-01', { scheme, withdrawnOn: '2026-06-01' })).toBe('withdrawn');
    }
  });

  it('is never verified nor about to expire as something verified', () => {
    fc.assert(
      fc.property(anyCertificate, anyDay, (certificate, day) => {
        const { standing: says } = standingOn(certificate, day, CERTIFICATE_LIMITS);
        return !isSelfDeclared(certificate.scheme) || (says !== 'verified' && says !== 'expiring');
      }),
    );
  });
});

describe('the last day of a certificate', () => {
  it.each([
    { auditedUntil: '2023-03-31', last: '2024-07-31' },
    { auditedUntil: '2025-09-30', last: '2027-01-31' },
    { auditedUntil: '2025-06-14', last: '2026-10-14' },
    { auditedUntil: '2022-10-29', last: '2024-02-29' },
    { auditedUntil: '2022-10-28', last: '2024-02-28' },
    { auditedUntil: '2021-10-30', last: '2023-02-28' },
  ])('of ISMAP audited until $auditedUntil is $last', ({ auditedUntil, last }) => {
    expect(ismapLastDay(auditedUntil)).toBe(last);
    expect(
      lastDayOf(
        { ...verified, scheme: 'ismap', auditedUntil, validUntil: null },
        CERTIFICATE_LIMITS,
      ),
    ).toBe(last);
  });

  it('keeps ISMAP good past it while a timely renewal is pending, without a limit', () => {
    const ismap = { scheme: 'ismap', auditedUntil: '2023-03-31', validUntil: null } as const;

    expect(standing('2025-07-31', { ...ismap, renewalAppliedOn: '2024-07-31' })).toBe(
      'renewal-pending',
    );
    expect(standing('2025-07-31', { ...ismap, renewalAppliedOn: '2024-08-01' })).toBe('expired');
  });

  it.each(['soc2-type1', 'soc2-type2'] as const)(
    'of %s follows from the audited period and what the body holds fresh',
    (scheme) => {
      const report = { ...verified, scheme, auditedUntil: '2025-03-31', validUntil: null };
      const lenient = { ...CERTIFICATE_LIMITS, soc2FreshMonths: 18 };

      expect(lastDayOf(report, CERTIFICATE_LIMITS)).toBe('2026-03-31');
      expect(lastDayOf(report, lenient)).toBe('2026-09-30');
      expect(standingOn(report, '2026-05-31', CERTIFICATE_LIMITS).standing).toBe('expired');
      expect(standingOn(report, '2026-05-31', lenient).standing).toBe('expiring');
    },
  );

  it('on ISO/IEC 27001:2013 is not after the transition, whatever is printed on it', () => {
    const old = { ...verified, edition: 'ISO/IEC 27001:2013' };

    expect(lastDayOf(old, CERTIFICATE_LIMITS)).toBe('2025-10-31');
    expect(lastDayOf({ ...old, validUntil: null }, CERTIFICATE_LIMITS)).toBe('2025-10-31');
    expect(lastDayOf({ ...old, validUntil: '2025-03-31' }, CERTIFICATE_LIMITS)).toBe('2025-03-31');
    expect(lastDayOf(verified, CERTIFICATE_LIMITS)).toBe('2027-03-31');
  });

  it.each([
    'ISO/IEC 27001:2013',
    'ＩＳＯ／ＩＥＣ　２７００１：２０１３',
    'JIS Q 27001:2014 (ISO/IEC 27001:2013)',
    'ISO/IEC 27001:2013/Cor 2:2015',
    '2013年版',
  ])('sees the ended edition in %s', (edition) => {
    expect(isOn2013Edition({ scheme: 'iso27001', edition })).toBe(true);
  });

  it.each([
    { scheme: 'iso27001', edition: 'ISO/IEC 27001:2022' },
    { scheme: 'iso27001', edition: 'JIS Q 27001:2023' },
    { scheme: 'iso27001', edition: 'ISO/IEC 27001:2022（2013年版から移行）' },
    { scheme: 'iso27001', edition: null },
    { scheme: 'iso27017', edition: 'ISO/IEC 27001:2013' },
  ] as const)('sees none in $scheme $edition', (certificate) => {
    expect(isOn2013Edition(certificate)).toBe(false);
  });
});

describe('what a certificate bears out', () => {
  it.each<[Standing, boolean, string[]]>([
    ['verified', false, ['G-02']],
    ['expiring', false, ['G-02']],
    ['renewal-pending', false, ['G-02']],
    ['verified', true, []],
    ['claimed', false, []],
    ['expired', false, []],
    ['suspended', false, []],
    ['withdrawn', false, []],
  ])('while %s, outside of its scope %s', (standing, isMismatch, criteria) => {
    expect(borneOutBy({ scheme: 'iso27001', standing, isMismatch })).toEqual(criteria);
  });
});
