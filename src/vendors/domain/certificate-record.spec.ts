import { describe, expect, it } from 'vitest';
import {
  faultsOf,
  isSameInRegister,
  refuseEndedEdition,
  type CertificateRecord,
} from './certificate-record.js';
import { NOTHING_STATED } from './certificate-coverage.js';
import { EditionNoLongerValid } from './certificate.errors.js';

const isms: CertificateRecord = {
  scheme: 'iso27001',
  cloudServiceId: null,
  number: 'IS 123456',
  edition: 'ISO/IEC 27001:2022',
  scope: '本社',
  coverage: null,
  issuedOn: '2024-04-01',
  validFrom: '2024-04-01',
  validUntil: '2027-03-31',
  auditedFrom: null,
  auditedUntil: null,
  bridgeLetterUntil: null,
  bridgeLetterOn: null,
  bridgeLetterUrl: null,
  renewalAppliedOn: null,
  renewalLimitOn: null,
  renewalEvidenceUrl: null,
};
const ismap: CertificateRecord = {
  ...isms,
  scheme: 'ismap',
  validUntil: null,
  auditedFrom: '2024-04-01',
  auditedUntil: '2025-03-31',
};

const bridged: CertificateRecord = {
  ...ismap,
  scheme: 'soc2-type2',
  bridgeLetterUntil: '2025-05-31',
  bridgeLetterOn: '2025-06-02',
  bridgeLetterUrl: 'https://vendor.example.jp/letter.pdf',
};
const LETTER = ['#/bridgeLetterUntil', '#/bridgeLetterOn', '#/bridgeLetterUrl'];

function pointers(record: CertificateRecord): string[] {
  return faultsOf(record).map(({ pointer }) => pointer);
}

describe('a record of a certificate', () => {
  it.each([
    { record: isms, at: [] },
    { record: ismap, at: [] },
    { record: { ...isms, edition: null }, at: ['#/edition'] },
    { record: { ...isms, number: null, validUntil: null }, at: ['#/number', '#/validUntil'] },
    { record: { ...isms, scheme: 'iso27017', edition: null }, at: [] },
    { record: { ...isms, validUntil: '2024-03-31' }, at: ['#/validUntil'] },
    { record: { ...isms, validUntil: '2024-04-01' }, at: [] },
    { record: { ...ismap, validUntil: '2026-07-31' }, at: ['#/validUntil'] },
    { record: { ...ismap, auditedFrom: null }, at: ['#/auditedFrom'] },
    { record: { ...ismap, auditedUntil: '2024-03-31' }, at: ['#/auditedUntil'] },
    { record: { ...ismap, scheme: 'soc2-type1', auditedFrom: null, number: null }, at: [] },
    { record: { ...ismap, scheme: 'soc2-type2', auditedFrom: null }, at: ['#/auditedFrom'] },
    { record: { ...isms, scheme: 'other', number: null, validUntil: null }, at: [] },
    {
      record: { ...isms, renewalAppliedOn: '2027-03-01' },
      at: ['#/renewalEvidenceUrl', '#/renewalLimitOn'],
    },
    { record: { ...ismap, renewalAppliedOn: '2026-03-01' }, at: ['#/renewalEvidenceUrl'] },
    { record: { ...isms, scheme: 'security-action-2', number: null, validUntil: null }, at: [] },
    { record: bridged, at: [] },
    { record: { ...bridged, scheme: 'soc2-type1' }, at: LETTER },
    { record: { ...bridged, bridgeLetterUrl: null }, at: ['#/bridgeLetterUrl'] },
    { record: { ...bridged, bridgeLetterUntil: null }, at: ['#/bridgeLetterUntil'] },
    { record: { ...bridged, bridgeLetterUntil: '2025-03-31' }, at: ['#/bridgeLetterUntil'] },
    { record: { ...bridged, bridgeLetterOn: '2025-05-30' }, at: ['#/bridgeLetterOn'] },
    { record: { ...bridged, bridgeLetterOn: '2025-05-31' }, at: [] },
  ] as const)('has its faults at $at', ({ record, at }) => {
    expect(pointers(record)).toEqual(at);
  });

  it.each([
    { number: '10123456(05)', fits: true },
    { number: '１０１２３４５６（０５）', fits: true },
    { number: '10123456', fits: true },
    { number: '21000001(01)', fits: true },
    { number: '10123456(00)', fits: false },
    { number: '10123456(5)', fits: false },
    { number: '09123456(01)', fits: false },
    { number: '1012345(01)', fits: false },
    { number: '第10123456号', fits: false },
  ])('takes $number as a Privacy Mark number: $fits', ({ number, fits }) => {
    const mark = { ...isms, scheme: 'privacy-mark' as const, edition: null, number };

    expect(pointers(mark)).toEqual(fits ? [] : ['#/number']);
    expect(pointers({ ...isms, number })).toEqual([]);
  });

  it('with the same coverage, read anew, is the same in the register', () => {
    const coverage = (): object => ({ ...NOTHING_STATED, sites: ['本社'] });
    const [a, b] = [coverage(), coverage()].map((one) => ({ ...isms, coverage: one }));

    expect(isSameInRegister(a as CertificateRecord, b as CertificateRecord)).toBe(true);
  });

  it('on ISO/IEC 27001:2013 is refused from the day after the transition', () => {
    const old = { ...isms, edition: 'JIS Q 27001:2014' };

    expect(() => {
      refuseEndedEdition(old, '2025-10-31');
    }).not.toThrow();
    expect(() => {
      refuseEndedEdition(old, '2025-11-01');
    }).toThrow(EditionNoLongerValid);
    expect(() => {
      refuseEndedEdition(isms, '2025-11-01');
    }).not.toThrow();
  });

  it.each([
    ['cloudServiceId', 'another', false],
    ['number', 'IS 654321', false],
    ['edition', 'ISO/IEC 27001:2013', false],
    ['scope', '支社', false],
    ['coverage', { ...NOTHING_STATED, countries: ['JP'] }, false],
    ['bridgeLetterUntil', '2025-05-31', true],
    ['issuedOn', '2024-04-02', false],
    ['validFrom', '2024-04-02', false],
    ['validUntil', '2028-03-31', false],
    ['auditedFrom', '2024-04-01', false],
    ['auditedUntil', '2025-03-31', false],
    ['renewalAppliedOn', '2027-03-01', true],
  ])('with another %s is the same in the register: %s → %s', (part, value, same) => {
    expect(isSameInRegister(isms, { ...isms, [part]: value })).toBe(same);
  });
});
