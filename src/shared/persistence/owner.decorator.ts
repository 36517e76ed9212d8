/**
 * Who owns the rows of a table. `organization` tables carry the owner's id in their key, a body's or
 * a firm's, and are closed by row-level security; rows of `shared-with-firm` ones are also seen, never
 * written, by the firm they name. `global` tables hold nothing that belongs to anyone.
 */
export type Owner = 'organization' | 'shared-with-firm' | 'global';

/**
 * What the application may do to rows: nothing is deleted but drafts and what is of use for a while
 * only, and history only grows.
 */
const PRIVILEGES = {
  'read-only': 'SELECT',
  'append-only': 'SELECT, INSERT',
  changeable: 'SELECT, INSERT, UPDATE',
  'with-drafts': 'SELECT, INSERT, UPDATE, DELETE',
  passing: 'SELECT, INSERT, UPDATE, DELETE',
} as const;
export type Access = keyof typeof PRIVILEGES;

export interface Ownership {
  readonly owner: Owner;
  readonly access: Access;
}

const OWNERSHIPS = new WeakMap<object, Ownership>();

/** Declares the owner of an entity's rows and what may be done to them. Every entity has one. */
export function OwnedBy(owner: Owner, access: Access = 'changeable'): ClassDecorator {
  return (target) => {
    OWNERSHIPS.set(target, { owner, access });
  };
}

/** The declared ownership. @throws Error where the declaration was forgotten */
export function ownershipOf(entity: object): Ownership {
  const ownership = OWNERSHIPS.get(entity);
  if (ownership === undefined)
    throw new Error(
      `The entity ${'name' in entity ? String(entity.name) : ''} does not declare its owner`,
    );
  return ownership;
}

/**
 * The statements that close a table: what the application role may do, and, for an owned table, that
 * it sees and writes only the rows of the owner named in its transaction.
 */
export function ownershipStatements(
  table: string,
  { owner, access }: Ownership,
  role: string,
): readonly string[] {
  const grant = `GRANT ${PRIVILEGES[access]} ON "${table}" TO ${role}`;
  if (owner === 'global') return [grant];
  const mine = isNamedBy('organization_id', 'app.org');
  const shared = `CREATE POLICY "firm" ON "${table}" FOR SELECT USING (${isNamedBy('firm_id', 'app.firm')})`;
  return [
    grant,
    `ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY "owner" ON "${table}" USING (${mine}) WITH CHECK (${mine})`,
    ...(owner === 'shared-with-firm' ? [shared] : []),
  ];
}

/** An unset setting is empty after the first transaction of a connection, and owns nothing. */
function isNamedBy(column: string, setting: string): string {
  return `"${column}" = (SELECT nullif(current_setting('${setting}', true), '')::uuid)`;
}
