import type { InputFault } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import { canonicalJson } from '../../shared/domain/canonical-json.js';
import type { Coverage } from './certificate-coverage.js';
import type { Scheme } from './certificate-scheme.js';
import { isOn2013Edition, ISO_27001_2013_LAST_DAY } from './certificate.js';
import { EditionNoLongerValid } from './certificate.errors.js';

/** What is written of a certificate as it was seen. Days are `YYYY-MM-DD`. */
export interface CertificateRecord {
  readonly scheme: Scheme;
  readonly cloudServiceId: string | null;
  readonly number: string | null;
  readonly edition: string | null;
  readonly scope: string;
  readonly coverage: Coverage | null;
  readonly issuedOn: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly auditedFrom: string | null;
  readonly auditedUntil: string | null;
  readonly bridgeLetterUntil: string | null;
  readonly bridgeLetterOn: string | null;
  readonly bridgeLetterUrl: string | null;
  readonly renewalAppliedOn: string | null;
  readonly renewalLimitOn: string | null;
  readonly renewalEvidenceUrl: string | null;
}

/** What a scheme needs to be told, because its end or its place in a register hangs on it. */
const NEEDED: Readonly<Record<Scheme, readonly (keyof CertificateRecord)[]>> = {
  iso27001: ['number', 'edition', 'validUntil'],
  iso27017: ['number', 'validUntil'],
  iso27018: ['number', 'validUntil'],
  iso27701: ['number', 'validUntil'],
  ismap: ['number', 'auditedFrom', 'auditedUntil'],
  'ismap-liu': ['number', 'validUntil'],
  'privacy-mark': ['number', 'validUntil'],
  'soc2-type1': ['auditedUntil'],
  'soc2-type2': ['auditedFrom', 'auditedUntil'],
  'cs-gold': [],
  'cs-silver': [],
  aspic: ['validUntil'],
  star: [],
  'security-action-1': [],
  'security-action-2': [],
  other: [],
};

/** Schemes whose end follows from the audited period, so that none is written on the certificate. */
const ENDS_BY_AUDIT: readonly Scheme[] = ['ismap', 'soc2-type1', 'soc2-type2'];

/** Which parts are looked up in the register; another value is another certificate to look up. */
const LOOKED_UP = [
  'cloudServiceId',
  'number',
  'edition',
  'scope',
  'coverage',
  'issuedOn',
  'validFrom',
  'validUntil',
  'auditedFrom',
  'auditedUntil',
] as const satisfies readonly (keyof CertificateRecord)[];

const BRIDGE_LETTER = ['bridgeLetterUntil', 'bridgeLetterOn', 'bridgeLetterUrl'] as const;

/**
 * A Privacy Mark number, `AAnnnnnn(mm)`: certifying body (10 is JIPDEC, others from 11), operator,
 * times granted (from 01; need not be shown).
 */
const PRIVACY_MARK_NUMBER = /^[1-9]\d{7}(\((?!00)\d\d\))?$/;

const REQUIRED = { ja: 'この制度では必ず指定してください。', en: 'The scheme requires it.' };

/** Every place where a record does not fit its scheme. */
export function faultsOf(record: CertificateRecord): InputFault[] {
  return [
    ...neededBy(record),
    ...periodFaults(record),
    ...numberFaults(record),
    ...bridgeFaults(record),
    ...renewalFaults(record),
  ];
}

/**
 * Refuses a certificate on an edition that ended before today.
 * @throws EditionNoLongerValid
 */
export function refuseEndedEdition(record: CertificateRecord, today: string): void {
  if (isOn2013Edition(record) && today > ISO_27001_2013_LAST_DAY) throw new EditionNoLongerValid();
}

/** Whether a look into the register for one record also tells of the other. */
export function isSameInRegister(a: CertificateRecord, b: CertificateRecord): boolean {
  return LOOKED_UP.every((part) => canonicalJson(a[part]) === canonicalJson(b[part]));
}

function neededBy(record: CertificateRecord): InputFault[] {
  return NEEDED[record.scheme]
    .filter((part) => record[part] === null)
    .map((part) => fault(part, REQUIRED));
}

function periodFaults(record: CertificateRecord): InputFault[] {
  const faults: InputFault[] = [];
  if (isBackwards(record.validFrom, record.validUntil)) {
    faults.push(fault('validUntil', BEFORE_ITS_START));
  }
  if (isBackwards(record.auditedFrom, record.auditedUntil)) {
    faults.push(fault('auditedUntil', BEFORE_ITS_START));
  }
  if (record.validUntil !== null && ENDS_BY_AUDIT.includes(record.scheme)) {
    faults.push(fault('validUntil', FOLLOWS_FROM_AUDIT));
  }
  return faults;
}

function numberFaults({ scheme, number }: CertificateRecord): InputFault[] {
  if (scheme !== 'privacy-mark' || number === null) return [];
  return PRIVACY_MARK_NUMBER.test(number.normalize('NFKC')) ? [] : [fault('number', NO_MARK)];
}

/** A letter speaks for days from the end of the audited period to the day it is of. */
function bridgeFaults(record: CertificateRecord): InputFault[] {
  const { scheme, auditedUntil, bridgeLetterUntil: until, bridgeLetterOn } = record;
  const given = BRIDGE_LETTER.filter((part) => record[part] !== null);
  if (given.length === 0) return [];
  if (scheme !== 'soc2-type2') return given.map((part) => fault(part, BRIDGES_NOTHING));
  const faults = BRIDGE_LETTER.filter((part) => record[part] === null).map((part) =>
    fault(part, NEEDED_WITH_LETTER),
  );
  if (until === null) return faults;
  if (auditedUntil !== null && until <= auditedUntil) {
    faults.push(fault('bridgeLetterUntil', NOT_AFTER_PERIOD));
  }
  if (isBackwards(until, bridgeLetterOn)) faults.push(fault('bridgeLetterOn', BEFORE_WHAT_IT_SAYS));
  return faults;
}

function renewalFaults(record: CertificateRecord): InputFault[] {
  if (record.renewalAppliedOn === null) return [];
  // ISMAP decides in its own time; elsewhere the wait for the new paper needs an end.
  const needed = ['renewalEvidenceUrl', 'renewalLimitOn'] as const;
  return needed
    .filter((part) => record[part] === null)
    .filter((part) => part !== 'renewalLimitOn' || record.scheme !== 'ismap')
    .map((part) => fault(part, NEEDED_WHILE_PENDING));
}

function isBackwards(from: string | null, until: string | null): boolean {
  return from !== null && until !== null && until < from;
}

function fault(part: keyof CertificateRecord, detail: Text): InputFault {
  return { pointer: `#/${part}`, detail };
}

const BEFORE_ITS_START = {
  ja: '期間の初日より前の日は指定できません。',
  en: 'It must not be before the first day of the period.',
};
const FOLLOWS_FROM_AUDIT = {
  ja: 'この制度の有効期限は監査対象期間から定まるため、指定できません。',
  en: 'In this scheme it follows from the audited period and cannot be given.',
};
const BRIDGES_NOTHING = {
  ja: 'ブリッジレターは、対象期間のある SOC 2 Type 2 報告書にだけ登録できます。',
  en: 'Only a SOC 2 Type 2 report has a period that a bridge letter follows on.',
};
const NEEDED_WITH_LETTER = {
  ja: 'ブリッジレターを登録するには、対象の最終日、作成日、所在（URL）をすべて指定してください。',
  en: 'A bridge letter is told by its last day, the day it is of and where it can be seen.',
};
const NOT_AFTER_PERIOD = {
  ja: '監査対象期間の最終日より後の日を指定してください。',
  en: 'It must be after the last day of the audited period.',
};
const BEFORE_WHAT_IT_SAYS = {
  ja: 'ブリッジレターの対象の最終日以後の日を指定してください。',
  en: 'It must not be before the last day the letter speaks for.',
};
const NO_MARK = {
  ja: 'プライバシーマークの登録番号は 8 桁の数字と、付ける場合は括弧書きの回数（01 から）で指定してください。例: 10123456(05)',
  en: 'A Privacy Mark number is 8 digits and, where shown, the times granted from 01, e.g. 10123456(05).',
};
const NEEDED_WHILE_PENDING = {
  ja: '更新手続中とするには必ず指定してください。',
  en: 'It is required while a renewal is pending.',
};
