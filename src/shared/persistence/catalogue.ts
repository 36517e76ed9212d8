import type { DataSource } from 'typeorm';

/** Everything of a schema that can drift, one line each, in a fixed order. */
const CATALOGUE = `
  SELECT format('column %s.%s %s%s default %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, coalesce(pg_get_expr(d.adbin, d.adrelid), '-')) AS line
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT format('row security %s %s %s', relname, relrowsecurity, relforcerowsecurity)
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
  UNION ALL
  SELECT format('policy %s %s %s %s using %s check %s', tablename, policyname, cmd, roles, qual, with_check)
  FROM pg_policies WHERE schemaname = 'public'
  UNION ALL
  SELECT format('grant %s %s to %s', privilege_type, table_name, grantee)
  FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee = $1
  UNION ALL
  SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT format('function %s', pg_get_functiondef(p.oid)) FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY 1`;

/** Tables TypeORM keeps for itself. */
const BOOKKEEPING = /\b(migrations|typeorm_metadata)\b|_seq\b/;

/** The schema as lines: columns, constraints, indexes, row security, policies, grants, triggers, functions. */
export async function catalogueOf(dataSource: DataSource, role: string): Promise<string[]> {
  const rows = await dataSource.query<{ line: string }[]>(CATALOGUE, [role]);
  return rows.map(({ line }) => line).filter((line) => !BOOKKEEPING.test(line));
}
