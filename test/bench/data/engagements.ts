import { EACH, OBLIGATIONS_EACH, PROOFS_OF_TEN_OBLIGATIONS } from './counts.js';
import { sqlId } from './ids.js';
import { POLICY_VERSION, rows, sibling, type Section } from './section.js';

/** Six of ten are running, one of ten has ended. */
const STATUS = `(ARRAY['active', 'active', 'active', 'active', 'active', 'active',
  'planned', 'selecting', 'contracted', 'closed'])[1 + x.j % 10]`;

/** The first duties of the policy, numbered `k`. */
const RULES = `(SELECT rule ->> 'id' AS id, article ->> 'key' AS article,
    row_number() OVER (ORDER BY a.place, r.place) AS k
  FROM policy_versions v, jsonb_array_elements(v.content -> 'articles') WITH ORDINALITY a (article, place),
    jsonb_array_elements(article -> 'obligations') WITH ORDINALITY r (rule, place)
  WHERE v.id = ${POLICY_VERSION} ORDER BY k LIMIT ${String(OBLIGATIONS_EACH)}) rules`;

/** The number of a duty over all organizations. */
const DUTY = `((x.n - 1) * ${String(OBLIGATIONS_EACH)} + rules.k)`;

/** Engagements with what they handle, what they owe and what proves it. */
export function engagements(organizations: number): readonly Section[] {
  const all = rows(organizations, EACH.engagements);
  return [
    { table: 'engagements', from: all, columns: ENGAGEMENT },
    {
      table: 'data_items',
      from: all,
      columns: {
        id: sqlId('dataItem', 'x.n'),
        engagement_id: sqlId('engagement', 'x.n'),
        name: `'住民情報'`,
        confidentiality: `'c2'`,
        integrity: `'i2'`,
        availability: `'a2'`,
        personal_information: 'true',
        specific_personal_information: 'false',
      },
    },
    {
      table: 'obligations',
      from: `${all}, ${RULES}`,
      columns: {
        id: sqlId('obligation', DUTY),
        engagement_id: sqlId('engagement', 'x.n'),
        rule_id: 'rules.id',
        article_key: 'rules.article',
        opened_on: 'CASE WHEN rules.k % 5 < 4 THEN current_date - 200 END',
        due_on: `CASE WHEN rules.k % 3 = 0 THEN current_date + (${DUTY} * 17 % 400)::int - 60 END`,
      },
    },
    {
      table: 'proofs',
      from: `${all}, ${RULES} WHERE ${DUTY} * 7 % 10 < ${String(PROOFS_OF_TEN_OBLIGATIONS)}`,
      columns: {
        id: sqlId('proof', DUTY),
        obligation_id: sqlId('obligation', DUTY),
        effect: `CASE WHEN ${DUTY} % 200 = 7 THEN 'breaches' WHEN ${DUTY} % 50 = 3 THEN 'excepts' ELSE 'proves' END`,
        record_kind: `'record'`,
        record_id: sqlId('record', DUTY),
        valid_from: 'current_date - 100',
        valid_until: 'CASE WHEN rules.k % 7 = 0 THEN current_date + (x.j * 5)::int - 90 END',
      },
    },
  ];
}

const ENGAGEMENT = {
  id: sqlId('engagement', 'x.n'),
  version: '3',
  title: `'架空業務委託' || x.j`,
  search_key: `'架空業務委託' || x.j`,
  description: `'保守と運用'`,
  kinds: `'{outsourcing}'::text[]`,
  work_types: `'{operation}'::text[]`,
  tier_answers: `'{}'::text[]`,
  unit_id: sibling('unit', `1 + x.j % ${String(EACH.units)}`),
  segment: `'lgwan'`,
  policy_version_id: POLICY_VERSION,
  starts_on: 'current_date - 300 - x.j::int',
  ends_on: 'current_date + 200 + x.j::int',
  status: STATUS,
  course: `'procurement'`,
  facts: `'{outsourcing,operation,personal-information}'::text[]`,
  vendor_id: sibling('vendor', 'x.j'),
  drafted_by: sibling('person', '1'),
  registered_on: 'current_date - 400',
  closed_on: `CASE WHEN ${STATUS} = 'closed' THEN current_date - 20 END`,
  updated_at: `now() - x.j * interval '1 hour'`,
};
