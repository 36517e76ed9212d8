import { EACH, ORGANIZATIONS, PACK } from './counts.js';
import { sqlId, type KINDS } from './ids.js';

/** The rows of one table. */
export interface Section {
  readonly table: string;
  /** What follows FROM. */
  readonly from: string;
  /** An expression for each column but the owner; those left out are null or have a default. */
  readonly columns: Readonly<Record<string, string>>;
}

/** The statement that writes the rows of a section. */
export function insertOf({ table, from, columns }: Section): string {
  const all = { organization_id: OWNER, ...columns };
  return `INSERT INTO ${table} (${Object.keys(all).join(', ')})
    SELECT ${Object.values(all).join(', ')} FROM ${from}`;
}

/** The id of the organization `o`. */
export const OWNER = sqlId('organization', 'x.o');

/** The policy version everybody follows. */
export const POLICY_VERSION = `(SELECT id FROM policy_versions WHERE pack_id = '${PACK}' ORDER BY loaded_at DESC LIMIT 1)`;

/**
 * Numbered rows as `x`: `o` the organization, `j` the place within it, both from 1, and `n` the place
 * over all organizations.
 */
export function rows(organizations: number, each: number): string {
  return `(SELECT o, j, (o - 1) * ${String(each)} + j AS n
    FROM generate_series(1, ${String(organizations)}) o, generate_series(1, ${String(each)}) j) x`;
}

/** The id of the j-th of its kind in the organization of `x`. */
export function sibling(kind: keyof typeof KINDS & keyof typeof PER, j: string): string {
  return sqlId(kind, `(x.o - 1) * ${String(PER[kind])} + ${j}`);
}

/** How many of a kind an organization has. */
const PER = {
  unit: EACH.units,
  person: EACH.people,
  vendor: EACH.vendors,
  service: EACH.services,
  engagement: EACH.engagements,
} as const;

/** The number of organizations a run asks for. */
export function organizationsOf(scale: string | undefined): number {
  const count = Number(scale ?? ORGANIZATIONS);
  if (!Number.isInteger(count) || count < 1 || count > 10_000) {
    throw new Error('--scale is the number of organizations, 1 to 10000');
  }
  return count;
}
