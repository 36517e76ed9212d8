import { Injectable } from '@nestjs/common';
import type { EngagementStatus } from '../engagements/index.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import type { AssessmentAnswer } from './assessment-answer.entity.js';
import { AssessmentSubmission } from './assessment-submission.entity.js';
import type { AssessmentStatus } from './domain/assessment-lifecycle.js';
import type { SelectionMethod } from './domain/selection.js';
import { linkIssuersOf } from './separated-acts.js';

/** An answer as it is given; evidence is sent as it came. */
export type NewAnswer = Pick<
  AssessmentAnswer,
  'criterionId' | 'answer' | 'reason' | 'evidence' | 'validUntil'
>;

/** What entering answers needs to know of an assessment, which it locks. */
export interface AnswerSheet {
  readonly id: string;
  readonly version: number;
  /** Rises with what the vendor drafts. */
  readonly draftVersion: number;
  /** The firm that the vendor is linked to. */
  readonly firmId: string | null;
  readonly status: AssessmentStatus;
  readonly round: number;
  readonly method: SelectionMethod;
  /** The last day for the answers of the round. */
  readonly dueOn: string;
  readonly engagementStatus: EngagementStatus;
  /** The section of the engagement. */
  readonly unitId: string;
  /** Criteria answered in this round. */
  readonly asked: readonly string[];
  /** Those among them that the body's own staff answer; once the vendor handed in, those still open. */
  readonly askedOfStaff: readonly string[];
}

const LOCK_SHEET = `
  SELECT a.id, a.version, a.draft_version AS "draftVersion", a.firm_id AS "firmId", a.status, a.round, a.method, a.due_on AS "dueOn", e.status AS "engagementStatus", e.unit_id AS "unitId", r.asked,
    ARRAY(SELECT c.criterion_id FROM assessment_criteria c
      WHERE c.organization_id = a.organization_id AND c.assessment_id = a.id AND c.answered_by = 'staff'
        AND c.criterion_id = ANY (r.asked) AND NOT (a.status = 'submitted' AND EXISTS (
          SELECT FROM assessment_answers w WHERE w.organization_id = c.organization_id
            AND w.assessment_id = c.assessment_id AND w.round = a.round AND w.criterion_id = c.criterion_id))) AS "askedOfStaff"
  FROM assessments a
  JOIN engagements e ON e.organization_id = a.organization_id AND e.id = a.engagement_id
  JOIN assessment_rounds r ON r.organization_id = a.organization_id AND r.assessment_id = a.id AND r.round = a.round
  WHERE a.organization_id = $1 AND a.id = $2
  FOR UPDATE OF a`;

/** One statement for all answers; who entered one that stays as it was stays too. */
const WRITE = `
  WITH given AS (
    SELECT * FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::date[])
      AS g (criterion_id, answer, reason, evidence, valid_until)
  ), written AS (
    INSERT INTO assessment_answers AS w
      (organization_id, assessment_id, round, criterion_id, answer, reason, evidence, valid_until, entered_by, given_by, entered_at)
    SELECT $1, $2, $3, criterion_id, answer, reason, evidence::jsonb, valid_until, $9, $10::jsonb, $11 FROM given
    ON CONFLICT (organization_id, assessment_id, round, criterion_id) DO UPDATE
      SET answer = excluded.answer, reason = excluded.reason, evidence = excluded.evidence,
        valid_until = excluded.valid_until, entered_by = excluded.entered_by, given_by = excluded.given_by, entered_at = excluded.entered_at
      WHERE (w.answer, w.reason, w.evidence, w.valid_until)
        IS DISTINCT FROM (excluded.answer, excluded.reason, excluded.evidence, excluded.valid_until)
  )
  UPDATE assessments SET version = version + 1, status = CASE status WHEN 'sent' THEN 'answering' ELSE status END
  WHERE organization_id = $1 AND id = $2`;

const CARRY_OVER = `
  INSERT INTO assessment_answers
    (organization_id, assessment_id, round, criterion_id, answer, reason, evidence, valid_until, entered_by, given_by, entered_at)
  SELECT organization_id, assessment_id, round + 1, criterion_id, answer, reason, evidence, valid_until, entered_by, given_by, entered_at
  FROM assessment_answers
  WHERE organization_id = $1 AND assessment_id = $2 AND round = $3 AND criterion_id <> ALL ($4::text[])`;

const LINK_ISSUERS = linkIssuersOf({ organization: '$1', assessment: '$2', round: '$3' });

/** The answer to a criterion, with who of the body entered it; null where the vendor gave it itself. */
export interface GivenBy extends NewAnswer {
  readonly enteredBy: string | null;
}

/** A round of an assessment. */
interface RoundKey {
  readonly id: string;
  readonly round: number;
}

/** Whose hand an answer is: somebody of the body, or of the vendor. */
export type AnswerHand = Pick<AssessmentAnswer, 'enteredBy' | 'givenBy'>;

/** Answers handed in for review. */
export type SubmissionRow = Omit<AssessmentSubmission, 'organizationId'>;

@Injectable()
export class AnswersRepository {
  constructor(private readonly clock: SystemClock) {}

  /** Locks the assessment alone, so that vendors who answer do not wait for each other. @throws NotFound */
  async lockSheet(tx: Tx, scope: Scope, id: string): Promise<AnswerSheet> {
    const [row] = await execute<{ [K in keyof AnswerSheet]: AnswerSheet[K] }>(tx, {
      name: 'assessment-answer-sheet',
      text: LOCK_SHEET,
      values: [scope.organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Enters answers and raises the version of the assessment. */
  async write(
    tx: Tx,
    { organizationId }: Scope,
    { id, round }: RoundKey,
    answers: readonly NewAnswer[],
    by: AnswerHand,
  ): Promise<void> {
    await execute(tx, {
      name: 'assessment-answers-write',
      text: WRITE,
      values: [
        organizationId,
        id,
        round,
        answers.map(({ criterionId }) => criterionId),
        answers.map(({ answer }) => answer),
        answers.map(({ reason }) => reason),
        answers.map(({ evidence }) => JSON.stringify(evidence)),
        answers.map(({ validUntil }) => validUntil),
        by.enteredBy,
        by.givenBy,
        this.clock.now().toISOString(),
      ],
    });
  }

  /** Lets the answers of a round stand in the next, except those asked again. */
  async carryOver(
    tx: Tx,
    scope: Scope,
    { id, round }: RoundKey,
    askedAgain: readonly string[],
  ): Promise<void> {
    await execute(tx, {
      name: 'assessment-answers-carry-over',
      text: CARRY_OVER,
      values: [scope.organizationId, id, round, askedAgain],
    });
  }

  /** The answers of a round. */
  ofRound(tx: Tx, scope: Scope, { id, round }: RoundKey): Promise<GivenBy[]> {
    return execute(tx, {
      name: 'assessment-answers',
      text: `SELECT criterion_id AS "criterionId", answer, reason, evidence, valid_until AS "validUntil",
                    entered_by AS "enteredBy"
             FROM assessment_answers WHERE organization_id = $1 AND assessment_id = $2 AND round = $3`,
      values: [scope.organizationId, id, round],
    });
  }

  /** Ids of the criteria without an answer in a round: those that staff are still to answer, once the vendor handed in. */
  async open(tx: Tx, scope: Scope, { id, round }: RoundKey): Promise<string[]> {
    const rows = await execute<{ criterionId: string }>(tx, {
      name: 'assessment-criteria-open',
      text: `SELECT c.criterion_id AS "criterionId" FROM assessment_criteria c
             LEFT JOIN assessment_answers w ON w.organization_id = c.organization_id
               AND w.assessment_id = c.assessment_id AND w.round = $3 AND w.criterion_id = c.criterion_id
             WHERE c.organization_id = $1 AND c.assessment_id = $2 AND w.criterion_id IS NULL ORDER BY c.position`,
      values: [scope.organizationId, id, round],
    });
    return rows.map(({ criterionId }) => criterionId);
  }

  /** Who of the body issued a link by which answers of a round were given. */
  async linkIssuers(tx: Tx, scope: Scope, { id, round }: RoundKey): Promise<string[]> {
    const rows = await execute<{ issued_by: string }>(tx, {
      name: 'answer-link-issuers',
      text: LINK_ISSUERS,
      values: [scope.organizationId, id, round],
    });
    return rows.map((row) => row.issued_by);
  }

  async insertSubmission(tx: Tx, scope: Scope, row: SubmissionRow): Promise<void> {
    await tx.insert(AssessmentSubmission, { ...row, organizationId: scope.organizationId });
  }

  /** What was handed in for a round. @throws Error where nothing was */
  async submission(tx: Tx, scope: Scope, { id, round }: RoundKey): Promise<SubmissionRow> {
    const [row] = await execute<SubmissionRow>(tx, {
      name: 'assessment-submission',
      text: `SELECT assessment_id AS "assessmentId", round, submitted_by AS "submittedBy",
                    given_by AS "givenBy", submitted_on AS "submittedOn", respondent
             FROM assessment_submissions WHERE organization_id = $1 AND assessment_id = $2 AND round = $3`,
      values: [scope.organizationId, id, round],
    });
    if (row === undefined) throw new Error('An assessment under review was submitted');
    return row;
  }
}
