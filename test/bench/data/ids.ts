import { createHash } from 'node:crypto';

/** What is generated, with the number that its ids begin with. */
export const KINDS = {
  organization: 1,
  unit: 2,
  person: 3,
  post: 4,
  adoption: 5,
  session: 6,
  vendor: 7,
  certificate: 8,
  service: 9,
  engagement: 10,
  dataItem: 11,
  obligation: 12,
  proof: 13,
  record: 14,
  assessment: 15,
  review: 16,
  outcome: 17,
  schedule: 18,
  report: 19,
  submission: 20,
  finding: 21,
  exception: 22,
  trail: 23,
  application: 24,
} as const;

/** Ids from here on were not generated: the service or the bare peer made them while it was measured. */
export const FIRST_FOREIGN_ID = '00000100-0000-7000-8000-000000000000';

/** The function behind `sqlId`, for the session that generates. */
export const CREATE_ID_FUNCTION = `
  CREATE OR REPLACE FUNCTION pg_temp.id_of(kind int, n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$
    SELECT (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`;

/** The id of the n-th of its kind as a SQL expression. */
export function sqlId(kind: keyof typeof KINDS, n: string): string {
  return `pg_temp.id_of(${String(KINDS[kind])}, ${n})`;
}

/** The id of the n-th of its kind, counted from 1 over all organizations. */
export function idOf(kind: keyof typeof KINDS, n: number): string {
  const [head, tail] = [KINDS[kind], n].map((part) => part.toString(16));
  return `${(head ?? '').padStart(8, '0')}-0000-7000-8000-${(tail ?? '').padStart(12, '0')}`;
}

/** The access token of the generated session of an organization. */
export function tokenOf(organization: number): string {
  const secret = createHash('sha256')
    .update(`bench ${String(organization)}`)
    .digest('base64url');
  return `${idOf('organization', organization).replaceAll('-', '')}.${secret}`;
}
