import { EACH } from './counts.js';
import { sqlId } from './ids.js';
import { POLICY_VERSION, rows, sibling, type Section } from './section.js';

const ARTICLE = `(SELECT content -> 'articles' -> 0 ->> 'key' FROM policy_versions WHERE id = ${POLICY_VERSION})`;

/** One application for an exception of five waits for its decision. */
function onceDecided(value: string): string {
  return `CASE WHEN x.j % 5 > 0 THEN ${value} END`;
}

/** What is found, permitted and applied for in engagements. */
export function cases(organizations: number): readonly Section[] {
  return [
    {
      table: 'findings',
      from: rows(organizations, EACH.findings),
      columns: {
        id: sqlId('finding', 'x.n'),
        engagement_id: sibling('engagement', 'x.j'),
        version: '1',
        status: `(ARRAY['open', 'planned', 'implemented', 'verified', 'verified'])[1 + x.j % 5]`,
        article_key: ARTICLE,
        severity: `'minor'`,
        statement: `'記録の不足'`,
        due_on: 'current_date + (x.n * 11 % 120)::int - 30',
        raised_by: sibling('person', '5'),
        raised_on: 'current_date - 60',
      },
    },
    { table: 'policy_exceptions', from: rows(organizations, EACH.exceptions), columns: EXCEPTION },
    {
      table: 'use_applications',
      from: rows(organizations, EACH.applications),
      columns: {
        id: sqlId('application', 'x.n'),
        version: '1',
        engagement_id: sibling('engagement', 'x.j'),
        cloud_service_id: sibling('service', 'x.j'),
        purpose: `'業務での利用'`,
        users_scope: `'全職員'`,
        status: `CASE WHEN x.j % 4 = 0 THEN 'submitted' ELSE 'approved' END`,
        author_id: sibling('person', '4'),
        applicant_id: sibling('person', '4'),
        submissions: '1',
      },
    },
  ];
}

const EXCEPTION = {
  id: sqlId('exception', 'x.n'),
  engagement_id: sibling('engagement', 'x.j'),
  version: '1',
  kind: `'ordinary'`,
  status: `CASE WHEN x.j % 5 = 0 THEN 'applied' ELSE 'permitted' END`,
  articles: `ARRAY[${ARTICLE}]`,
  reason: `'更新までの間'`,
  alternative_measure: `'代替の監視'`,
  residual_risk: `'小さい'`,
  from_on: 'current_date - 100',
  until_on: 'current_date + (x.j * 9)::int - 20',
  requested_by: sibling('person', '1'),
  requested_on: 'current_date - 110',
  decided_by: onceDecided(sibling('person', '3')),
  decided_as: onceDecided(`'ciso'`),
  decided_on: onceDecided('current_date - 101'),
};
