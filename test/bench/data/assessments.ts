import { CRITERIA_EACH, EACH } from './counts.js';
import { sqlId } from './ids.js';
import { POLICY_VERSION, rows, sibling, type Section } from './section.js';

/** The first criteria of the policy, numbered `k`. */
const CRITERIA = `(SELECT c.criterion, c.criterion ->> 'id' AS id, c.k
  FROM policy_versions v, jsonb_array_elements(v.content -> 'criteria') WITH ORDINALITY c (criterion, k)
  WHERE v.id = ${POLICY_VERSION} AND c.k <= ${String(CRITERIA_EACH)}) criteria`;

const ASSESSMENT = sqlId('assessment', 'x.n');
const REVIEW = sqlId('review', 'x.n');
const SENDER = sibling('person', '1');
const REVIEWER = sibling('person', '2');
const ENTERED_BY = sibling('person', '4');
const DUE_ON = 'current_date + (x.n * 13 % 200)::int - 60';
const ANSWER = `(ARRAY['yes', 'yes', 'yes', 'partial', 'no'])[1 + (x.n + criteria.k) % 5]`;

/** Four of ten are being answered, three wait for a review, three are concluded. */
const STATUS = `CASE WHEN x.n % 10 < 4 THEN 'answering' WHEN x.n % 10 < 7 THEN 'submitted' ELSE 'concluded' END`;
const IS_SUBMITTED = 'x.n % 10 >= 4';
const IS_CONCLUDED = 'x.n % 10 >= 7';

/** Whether the n-th assessment can still be answered. */
export function isAnswering(n: number): boolean {
  return n % 10 < 4;
}

/** Two assessments for each engagement, with their checklists and answers. */
export function assessments(organizations: number): readonly Section[] {
  const all = rows(organizations, EACH.assessments);
  return [
    { table: 'assessments', from: all, columns: HEAD },
    {
      table: 'assessment_rounds',
      from: all,
      columns: {
        assessment_id: ASSESSMENT,
        round: '1',
        opened_on: 'current_date - 90',
        opened_by: SENDER,
        due_on: DUE_ON,
        asked: `(SELECT array_agg(id ORDER BY k) FROM ${CRITERIA})`,
      },
    },
    {
      table: 'assessment_criteria',
      from: `${all}, ${CRITERIA} ORDER BY x.n, criteria.id`,
      columns: CRITERION,
    },
    {
      table: 'assessment_answers',
      from: `${all}, ${CRITERIA} ORDER BY x.n, criteria.id`,
      columns: {
        assessment_id: ASSESSMENT,
        round: '1',
        criterion_id: 'criteria.id',
        answer: ANSWER,
        reason: `CASE WHEN ${ANSWER} = 'partial' THEN '一部の拠点で実施しており、残りは年度内に実施します。' END`,
        evidence: `jsonb_build_array(jsonb_build_object(
          'title', '規程（写し）', 'documentReference', '総第' || criteria.k || '号'))`,
        entered_by: ENTERED_BY,
        entered_at: `now() - interval '80 days'`,
      },
    },
  ];
}

/** What became of those that were handed in: a review with a score for each answer, and an outcome. */
export function conclusions(organizations: number): readonly Section[] {
  const all = rows(organizations, EACH.assessments);
  return [
    {
      table: 'assessment_submissions',
      from: `${all} WHERE ${IS_SUBMITTED}`,
      columns: {
        assessment_id: ASSESSMENT,
        round: '1',
        submitted_by: ENTERED_BY,
        submitted_on: 'current_date - 60',
        respondent: `'品質管理部 山田'`,
      },
    },
    {
      table: 'assessment_reviews',
      from: `${all} WHERE ${IS_CONCLUDED}`,
      columns: {
        id: REVIEW,
        assessment_id: ASSESSMENT,
        round: '1',
        submitted_by: ENTERED_BY,
        reviewed_by: REVIEWER,
        reviewed_as: `'security-reviewer'`,
        reviewed_on: 'current_date - 50',
        duties_joined: 'false',
      },
    },
    {
      table: 'assessment_scores',
      from: `${all}, ${CRITERIA} WHERE ${IS_CONCLUDED} ORDER BY x.n, criteria.id`,
      columns: { review_id: REVIEW, criterion_id: 'criteria.id', accepted: ANSWER },
    },
    {
      table: 'assessment_outcomes',
      from: `${all}, ${CONTRIBUTIONS} WHERE ${IS_CONCLUDED}`,
      columns: OUTCOME,
    },
  ];
}

const HEAD = {
  id: ASSESSMENT,
  version: '1',
  engagement_id: sibling('engagement', '(x.j + 1) / 2'),
  vendor_id: sibling('vendor', `1 + x.j * 7 % ${String(EACH.vendors)}`),
  title: `'架空業務委託'`,
  status: STATUS,
  round: '1',
  due_on: DUE_ON,
  policy_version_id: POLICY_VERSION,
  reviewers_required: '1',
  score_suitable: `'0.80'`,
  score_conditional: `'0.60'`,
  sent_by: SENDER,
  sent_on: 'current_date - 90',
};

const CRITERION = {
  assessment_id: ASSESSMENT,
  criterion_id: 'criteria.id',
  position: 'criteria.k',
  topic: `criterion -> 'topic'`,
  question: `criterion -> 'question'`,
  evidence: `criterion -> 'evidence'`,
  evidence_required: `(criterion ->> 'evidenceRequired')::boolean`,
  knock_out: 'false',
  weight: `(criterion ->> 'weight')::int`,
  articles: `ARRAY(SELECT jsonb_array_elements_text(criterion -> 'articles'))`,
  answered_by: `criterion ->> 'answeredBy'`,
};

/** What each criterion adds, the same for all. */
const CONTRIBUTIONS = `(SELECT jsonb_agg(jsonb_build_object('criterionId', id, 'weight', (criterion ->> 'weight')::int,
    'value', '1', 'contribution', criterion ->> 'weight') ORDER BY k) AS contributions FROM ${CRITERIA}) sum`;

const OUTCOME = {
  id: sqlId('outcome', 'x.n'),
  assessment_id: ASSESSMENT,
  round: '1',
  result: `'suitable'`,
  score: `'0.8200'`,
  points: `'82'`,
  maximum: '100',
  contributions: 'sum.contributions',
  knock_outs: `'[]'::jsonb`,
  conditions: `'[]'::jsonb`,
  certificates: `'[]'::jsonb`,
  submitted_by: ENTERED_BY,
  reviewed_by: `ARRAY[${REVIEWER}]`,
  settled_by: REVIEWER,
  settled_on: 'current_date - 40',
};
