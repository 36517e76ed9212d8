import { ForeignKey, Index, type DataSource } from 'typeorm';

/** Guards tell themselves by this prefix, which is also that of the constraints they are reported as. */
export const GUARD_PREFIX = 'sd_';

/** A function of the schema, and the trigger that runs it where it guards a table. */
export interface RowGuard {
  readonly name: string;
  /** Parameters, and what it returns. */
  readonly signature: string;
  /** PL/pgSQL between BEGIN and END, with its declarations. */
  readonly body: string;
  /** When its triggers run, by trigger name. One that changes needs a new name to be seen. */
  readonly triggers: Readonly<Record<string, string>>;
}

const GUARDS = new Map<object, RowGuard[]>();
const SHARED: RowGuard[] = [];

/** Declares a guard of the table of an entity. */
export function guardRows(entity: object, guard: RowGuard): void {
  GUARDS.set(entity, [...(GUARDS.get(entity) ?? []), guard]);
}

/** Declares a function that guards of several tables call. */
export function shareGuard(guard: RowGuard): void {
  SHARED.push(guard);
}

/** Lets rows of an entity name the waiver that a guard asks for. */
export function referTo(
  target: ClassTarget,
  { table, property, column }: Readonly<Record<'table' | 'property' | 'column', string>>,
): void {
  const keys = ['organizationId', property] as const;
  const named = ['organizationId', 'id'] as const;
  ForeignKey('DutyWaiver', keys, named, { name: `fk_${table}_waiver` })(target);
  Index(`ix_${table}_waiver`, [...keys], { where: `${column} IS NOT NULL` })(target);
}

type ClassTarget = Parameters<ClassDecorator>[0];

/** Raises the refusal of a guard, as if a constraint of its name were broken. */
export function refusal(constraint: string, message: string): string {
  return `RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = ${constraint}, MESSAGE = ${message}`;
}

/**
 * The rows of the table keep these columns as they were first written.
 *
 * @param columns as the database names them
 * @param isClosed when no column of the row may change any more, over `OLD`
 */
export function KeepsAsWritten(
  name: string,
  columns: readonly string[],
  isClosed?: string,
): ClassDecorator {
  return (target) => {
    const of = (row: string): string => columns.map((column) => `${row}.${column}`).join(', ');
    const isRewritten = `ROW(${of('NEW')}) IS DISTINCT FROM ROW(${of('OLD')})`;
    const refused = [isRewritten, ...(isClosed === undefined ? [] : [isClosed])].join(' OR ');
    guardRows(target, {
      name,
      signature: '() RETURNS trigger',
      body: `BEGIN
  ${refusal(`'${name}'`, `'${name}: what was written stands'`)};
END`,
      triggers: { [name]: `BEFORE UPDATE ON "$table" FOR EACH ROW WHEN (${refused})` },
    });
  };
}

/**
 * Rows are kept for good, whoever speaks to the database: no column changes, and none is taken away.
 *
 * @param but columns that change all the same, as the database names them
 * @param isKept from when on, over `OLD`
 */
export function KeptForGood(
  name: string,
  {
    but = [],
    isKept = 'true',
  }: { readonly but?: readonly string[]; readonly isKept?: string } = {},
): ClassDecorator {
  return (target) => {
    const of = (row: string): string => `to_jsonb(${row}) - '{${but.join(',')}}'::text[]`;
    guardRows(target, {
      name,
      signature: '() RETURNS trigger',
      body: `BEGIN
  ${refusal(`'${name}'`, `'${name}: what is kept stands'`)};
END`,
      triggers: {
        [name]: `BEFORE UPDATE ON "$table" FOR EACH ROW WHEN (${isKept} AND ${of('NEW')} IS DISTINCT FROM ${of('OLD')})`,
        [`${name}_delete`]: `BEFORE DELETE ON "$table" FOR EACH ROW WHEN (${isKept})`,
      },
    });
  };
}

/** The statements that bring the functions and triggers of a database to what its entities declare. */
export async function guardDifference(
  owner: DataSource,
): Promise<{ readonly up: string[]; readonly down: string[] }> {
  const existing = new Map(
    (await owner.query<{ name: string; body: string }[]>(EXISTING)).map((row) => [row.name, row]),
  );
  const declared = guardsOf(owner);
  const made = declared.filter(({ guard }) => existing.get(guard.name)?.body !== bodyOf(guard));
  const names = new Set(declared.map(({ guard }) => guard.name));
  const dropped = [...existing.keys()].filter((name) => !names.has(name));
  return {
    up: [
      ...dropped.map((name) => `DROP FUNCTION "${name}" CASCADE`),
      ...made.flatMap(({ guard, table }) => [
        functionOf(guard),
        ...(existing.has(guard.name) ? [] : triggersOf(guard, table)),
      ]),
    ],
    down: made
      .filter(({ guard }) => !existing.has(guard.name))
      .map(({ guard }) => `DROP FUNCTION "${guard.name}" CASCADE`)
      .reverse(),
  };
}

const EXISTING = `
  SELECT proname AS name, prosrc AS body FROM pg_proc
  WHERE pronamespace = 'public'::regnamespace AND starts_with(proname, '${GUARD_PREFIX}')`;

function guardsOf(owner: DataSource): { readonly guard: RowGuard; readonly table: string }[] {
  return [
    ...SHARED.map((guard) => ({ guard, table: '' })),
    ...owner.entityMetadatas.flatMap(({ target, tableName: table }) =>
      (GUARDS.get(target as new () => object) ?? []).map((guard) => ({ guard, table })),
    ),
  ];
}

function bodyOf({ body }: RowGuard): string {
  return `\n${body}\n`;
}

function functionOf(guard: RowGuard): string {
  // A temporary table of the caller must not stand in for one of ours.
  return `CREATE OR REPLACE FUNCTION "${guard.name}"${guard.signature} LANGUAGE plpgsql
SET search_path = public, pg_temp AS $guard$${bodyOf(guard)}$guard$`;
}

function triggersOf({ name, triggers }: RowGuard, table: string): string[] {
  return Object.entries(triggers).map(
    ([trigger, at]) =>
      `CREATE TRIGGER "${trigger}" ${at.replace('$table', table)} EXECUTE FUNCTION "${name}"()`,
  );
}
