import { EACH, SIGNED_IN_PERSON } from './counts.js';
import { sqlId } from './ids.js';
import { OWNER, POLICY_VERSION, rows, sibling, type Section } from './section.js';

/** The posts that matter; everybody else is ordinary staff. */
const ROLE = `CASE x.j WHEN ${String(SIGNED_IN_PERSON)} THEN 'section-manager' WHEN 2 THEN 'security-reviewer'
  WHEN 3 THEN 'ciso' WHEN 4 THEN 'procurement' ELSE 'staff' END`;

/** As `tokenOf` writes it. */
const TOKEN = `replace(${OWNER}::text, '-', '') || '.'
  || rtrim(translate(encode(sha256(convert_to('bench ' || x.o, 'UTF8')), 'base64'), '+/', '-_'), '=')`;

/** Organizations and their people. */
export function bodies(organizations: number): readonly Section[] {
  const people = rows(organizations, EACH.people);
  return [
    {
      table: 'organizations',
      from: rows(organizations, 1),
      columns: {
        version: '1',
        name: `'架空町' || x.o`,
        name_en: `'Town ' || x.o`,
        type: `'town'`,
      },
    },
    {
      table: 'org_units',
      from: rows(organizations, EACH.units),
      columns: { id: sqlId('unit', 'x.n'), name: `'第' || x.j || '課'` },
    },
    {
      table: 'people',
      from: people,
      columns: { id: sqlId('person', 'x.n'), name: `'職員' || x.j` },
    },
    {
      table: 'posts',
      from: people,
      columns: {
        id: sqlId('post', 'x.n'),
        person_id: sqlId('person', 'x.n'),
        role_id: ROLE,
        // Who is signed in acts for every section.
        unit_id: `CASE WHEN x.j <> ${String(SIGNED_IN_PERSON)} THEN ${sibling('unit', `1 + x.j % ${String(EACH.units)}`)} END`,
        valid_from: 'current_date - 1000',
      },
    },
    ...authority(organizations),
  ];
}

/** Their policy, and one person of each who is signed in. */
function authority(organizations: number): readonly Section[] {
  const one = rows(organizations, 1);
  const signedIn = sibling('person', String(SIGNED_IN_PERSON));
  return [
    {
      table: 'policy_adoptions',
      from: one,
      columns: {
        id: sqlId('adoption', 'x.n'),
        policy_version_id: POLICY_VERSION,
        effective_from: 'current_date - 900',
        decided_at: `now() - interval '900 days'`,
        decided_by: sibling('person', '3'),
      },
    },
    {
      table: 'sign_in_addresses',
      from: one,
      columns: { email: `'p' || x.n || '@bench.example'`, person_id: signedIn },
    },
    {
      table: 'sessions',
      from: one,
      columns: {
        id: sqlId('session', 'x.n'),
        person_id: signedIn,
        access_token_hash: `encode(sha256(convert_to(${TOKEN}, 'UTF8')), 'hex')`,
        access_expires_at: `now() + interval '10 years'`,
        refresh_token_hash: `'refresh ' || x.n`,
        refresh_expires_at: `now() + interval '10 years'`,
      },
    },
  ];
}
