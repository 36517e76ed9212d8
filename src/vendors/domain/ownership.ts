import type { InputFault } from '../../shared/domain/domain-error.js';
import { searchKey } from '../../shared/domain/japanese-text.js';
import type { Text } from '../../shared/domain/text.js';

/** A firm or person of a country (ISO 3166-1 alpha-2). */
export interface Party {
  readonly name: string;
  readonly country: string;
}

/** Who holds how much of the capital; a percentage with at most two decimals, as digits. */
export interface Shareholder extends Party {
  readonly share: string;
}

export interface Officer {
  readonly name: string;
  readonly position: string;
}

/** Those who serve the body's work, told in numbers. A person's nationality is named only for a reason that is kept. */
export interface Personnel {
  readonly headcount: number;
  readonly affiliations: { readonly affiliation: string; readonly count: number }[];
  readonly qualifications: { readonly qualification: string; readonly count: number }[];
  /** What they have done before. */
  readonly trackRecord: string | null;
  readonly nationalities: { readonly country: string; readonly count: number }[];
  readonly namedNationalities: Party[];
  readonly nationalityReason: string | null;
}

/** What a vendor disclosed of who owns, runs and staffs it (9(2)③イ(エ), G-08, G-09). */
export interface OwnershipStatement {
  readonly holders: Shareholder[];
  /** Null where no firm stands above it. */
  readonly parent: Party | null;
  /** Null where it is the parent, or where there is none. */
  readonly ultimateParent: Party | null;
  readonly officers: Officer[];
  readonly personnel: Personnel | null;
}

/** In what control of a vendor became another; `foreign` is control from another country than Japan that is new. */
export const CONTROL_CHANGES = [
  'majority-holder',
  'ultimate-parent',
  'country',
  'foreign',
] as const;
export type ControlChange = (typeof CONTROL_CHANGES)[number];

type Capital = Pick<OwnershipStatement, 'holders' | 'parent' | 'ultimateParent'>;

const HOME = 'JP';
const WHOLE = 100_00;

/** Who holds more than half of the capital; null where nobody does. */
export function majorityHolder({ holders }: Pick<Capital, 'holders'>): Shareholder | null {
  return holders.find(({ share }) => hundredths(share) > WHOLE / 2) ?? null;
}

/** The firm at the top, as far as one stands above the vendor. */
export function topParent({ parent, ultimateParent }: Omit<Capital, 'holders'>): Party | null {
  return ultimateParent ?? parent;
}

/** The country control comes from: of the firm at the top, else of the majority holder; null where nobody controls. */
export function countryOfControl(capital: Capital): string | null {
  return (topParent(capital) ?? majorityHolder(capital))?.country ?? null;
}

/** In what control differs between two disclosures; empty where it is the same. */
export function controlChanges(before: Capital, after: Capital): ControlChange[] {
  const country = countryOfControl(after);
  const isOtherCountry = countryOfControl(before) !== country;
  const differs: Readonly<Record<ControlChange, boolean>> = {
    'majority-holder': nameOf(majorityHolder(before)) !== nameOf(majorityHolder(after)),
    'ultimate-parent': nameOf(topParent(before)) !== nameOf(topParent(after)),
    country: isOtherCountry,
    foreign: isOtherCountry && country !== null && country !== HOME,
  };
  return CONTROL_CHANGES.filter((change) => differs[change]);
}

/** Where a disclosure contradicts itself. */
export function ownershipFaults({ holders, personnel }: OwnershipStatement): InputFault[] {
  const faults: InputFault[] = [];
  if (sumOf(holders.map(({ share }) => hundredths(share))) > WHOLE) {
    faults.push(fault('holders', MORE_THAN_ALL));
  }
  return personnel === null ? faults : [...faults, ...personnelFaults(personnel)];
}

function personnelFaults(personnel: Personnel): InputFault[] {
  const { headcount, namedNationalities, nationalityReason } = personnel;
  const faults = (['affiliations', 'nationalities'] as const)
    .filter((part) => sumOf(personnel[part].map(({ count }) => count)) > headcount)
    .map((part) => fault(`personnel/${part}`, MORE_THAN_THERE_ARE));
  if (namedNationalities.length > 0 && nationalityReason === null) {
    faults.push(fault('personnel/nationalityReason', REASON_NEEDED));
  }
  return faults;
}

/** A share in hundredths of a percent, so that sums are exact. */
function hundredths(share: string): number {
  const [whole = '', decimals = ''] = share.split('.');
  return Number(whole + decimals.padEnd(2, '0'));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** Another way of writing a name is not another owner. */
function nameOf(party: Party | null): string | null {
  return party === null ? null : searchKey(party.name);
}

function fault(part: string, detail: Text): InputFault {
  return { pointer: `#/${part}`, detail };
}

const MORE_THAN_ALL = {
  ja: '持株比率の合計が 100 % を超えています。',
  en: 'The shares are more than 100 percent together.',
};
const MORE_THAN_THERE_ARE = {
  ja: '人数の合計が従事者の総数を超えています。',
  en: 'The numbers are more than the headcount together.',
};
const REASON_NEEDED = {
  ja: '個人を特定して国籍を記録する場合は、その理由を必ず指定してください。理由がなければ、国別の人数だけを記録してください。',
  en: 'The nationality of named persons is recorded only with the reason why; without one give numbers by country alone.',
};
