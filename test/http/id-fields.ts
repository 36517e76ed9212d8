import { ENTITIES } from '../../src/entities.js';
import { getMetadataArgsStorage } from 'typeorm';
import {
  leavesOf,
  REQUEST_FORMS,
  type BodyPlace,
  type RequestForm,
} from '../support/request-forms.js';

/** A member of a request that names something by its id. */
export interface IdField {
  readonly form: RequestForm;
  readonly place: 'path' | 'query' | 'body';
  /** The name of the parameter, or where it stands in the body. */
  readonly at: BodyPlace;
}

/** Ids whose name is not that of the table of what they name. */
const TABLES: Readonly<Record<string, string>> = {
  certificateId: 'vendor_certificates',
  cloudServiceManagerId: 'people',
  dataItemIds: 'data_items',
  deciderId: 'people',
  disclosureId: 'ownership_disclosures',
  exceptions: 'policy_exceptions',
  links: 'firm_links',
  from: 'rosters',
  implementedBy: 'people',
  itemId: 'data_items',
  parentId: 'org_units',
  passedOnById: 'subcontracts',
  permittedBy: 'people',
  personId: 'people',
  recordId: 'engagement_records',
  renewsId: 'vendor_certificates',
  sourceFileId: 'files',
  snapshotId: 'terms_snapshots',
  subjectId: 'vendors',
  unitId: 'org_units',
  waiverId: 'duty_waivers',
};

/**
 * Ids of what belongs to nobody: words of a policy, the policies themselves, what we are called at an
 * identity provider, and the body whose people sign in there, which is asked before anybody is known.
 */
const NOBODYS = [
  'clientId',
  'organizationId',
  'clauseId',
  'criterionId',
  'criterionIds',
  'policies',
  'policyVersionId',
  'roleId',
  'settingId',
];

const tables = new Set(
  getMetadataArgsStorage()
    .tables.filter(({ target }) => ENTITIES.includes(target as (typeof ENTITIES)[number]))
    .map(({ name }) => name ?? ''),
);

/** What the id names: a word for the table, and the collection of the path where it is a mere `id`. */
export function nameOf({ form, at }: IdField): string {
  const name = String(at.findLast((step) => step !== 0));
  return name === 'id' ? (/([\w-]+)\/\{id\}/.exec(form.path)?.[1] ?? name) : name;
}

export function isNobodys(field: IdField): boolean {
  return NOBODYS.includes(nameOf(field));
}

/** The table in which the id stands; undefined where it is not known. */
export function tableOf(field: IdField): string | undefined {
  const name = nameOf(field);
  const plain = name
    .replace(/Ids?$/, 's')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [TABLES[name], plain.replaceAll('-', '_')].find(
    (table) => table !== undefined && tables.has(table),
  );
}

/** Every id of every operation of the committed contract. */
export const ID_FIELDS: readonly IdField[] = REQUEST_FORMS.flatMap((form) => [
  ...form.parameters
    .filter(({ name, schema }) => isId(name, schema.format))
    .map(({ name, in: place }) => ({ form, place: place as 'path' | 'query', at: [name] })),
  ...(form.body === undefined ? [] : leavesOf(form.body))
    .filter(([at, { format }]) => isId(String(at.findLast((step) => step !== 0)), format))
    .map(([at]) => ({ form, place: 'body' as const, at })),
]);

function isId(name: string, format: string | undefined): boolean {
  return format === 'uuid' || /^id$|I[dD]s?$/.test(name);
}
