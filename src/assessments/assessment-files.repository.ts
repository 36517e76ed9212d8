import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { instant } from '../shared/persistence/instant-sql.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { HEAD, HEAD_FROM, type AssessmentHead } from './assessment-head.js';
import type { AssessmentDetailDto } from './dto/assessment-detail.dto.js';

const OF_A = 'organization_id = a.organization_id AND';

const CRITERIA = `
  SELECT json_agg(json_build_object('criterionId', c.criterion_id, 'topic', c.topic, 'question', c.question,
      'evidence', c.evidence, 'evidenceRequired', c.evidence_required, 'knockOut', c.knock_out, 'weight', c.weight,
      'articles', c.articles, 'answeredBy', c.answered_by, 'isAsked', c.criterion_id = ANY (n.asked),
      'answer', CASE WHEN w.answer IS NULL THEN NULL ELSE json_build_object('answer', w.answer, 'reason', w.reason,
        'evidence', w.evidence, 'validUntil', w.valid_until, 'enteredBy', w.entered_by,
        'givenBy', w.given_by,
        'enteredAt', ${instant('w.entered_at')}) END) ORDER BY c.position)
  FROM assessment_criteria c
  LEFT JOIN assessment_answers w ON w.organization_id = c.organization_id AND w.assessment_id = c.assessment_id
    AND w.round = n.round AND w.criterion_id = c.criterion_id
  WHERE c.${OF_A} c.assessment_id = a.id`;

const ROUNDS = `
  SELECT json_agg(json_build_object('round', x.round, 'openedOn', x.opened_on, 'openedBy', x.opened_by,
      'reason', x.reason, 'dueOn', x.due_on, 'submittedOn', b.submitted_on, 'submittedBy', b.submitted_by,
      'givenBy', b.given_by,
      'respondent', b.respondent) ORDER BY x.round)
  FROM assessment_rounds x
  LEFT JOIN assessment_submissions b ON b.organization_id = x.organization_id
    AND b.assessment_id = x.assessment_id AND b.round = x.round
  WHERE x.${OF_A} x.assessment_id = a.id`;

/** While others still review, each sees only their own scores. */
const REVIEWS = `
  SELECT coalesce(json_agg(json_build_object('id', w.id, 'reviewedBy', w.reviewed_by, 'reviewedAs', w.reviewed_as,
      'reviewedIn', ${postOfAct('w', 'reviewed_in')},
      'reviewedOn', w.reviewed_on, 'dutiesJoined', w.duties_joined, 'dutyWaiverId', w.duty_waiver_id, 'comment', w.comment,
      'scores', CASE WHEN w.reviewed_by = $4 OR n.round < a.round OR a.status NOT IN ('submitted', 'reviewing') THEN (
        SELECT json_agg(json_build_object('criterionId', m.criterion_id, 'accepted', m.accepted, 'comment', m.comment)
            ORDER BY c.position)
        FROM assessment_scores m
        JOIN assessment_criteria c ON c.${OF_A} c.assessment_id = a.id AND c.criterion_id = m.criterion_id
        WHERE m.${OF_A} m.review_id = w.id) END) ORDER BY w.id), '[]')
  FROM assessment_reviews w WHERE w.${OF_A} w.assessment_id = a.id AND w.round = n.round`;

const RECONCILIATION = `
  SELECT json_build_object('decidedBy', w.decided_by, 'decidedIn', ${postOfAct('w', 'decided_in')},
    'decidedOn', w.decided_on, 'dutyWaiverId', w.duty_waiver_id, 'decisions', w.decisions)
  FROM assessment_reconciliations w WHERE w.${OF_A} w.assessment_id = a.id AND w.round = n.round`;

const OUTCOME = `
  SELECT json_build_object('id', w.id, 'assessmentId', w.assessment_id, 'round', w.round, 'result', w.result,
      'score', w.score, 'points', w.points, 'maximum', w.maximum,
      'thresholds', json_build_object('suitable', a.score_suitable, 'conditional', a.score_conditional),
      'contributions', w.contributions, 'knockOuts', w.knock_outs, 'conditions', w.conditions,
      'certificates', w.certificates, 'submittedBy', w.submitted_by, 'reviewedBy', w.reviewed_by,
      'settledBy', w.settled_by, 'settledOn', w.settled_on, 'validUntil', w.valid_until,
      'outdatedOn', w.outdated_on, 'supersededOn', w.superseded_on)
  FROM assessment_outcomes w WHERE w.${OF_A} w.assessment_id = a.id AND w.round = n.round
  ORDER BY w.id DESC LIMIT 1`;

const FILE = `
  SELECT ${HEAD}, n.round AS "shownRound", (${CRITERIA}) AS criteria, (${ROUNDS}) AS rounds, (${REVIEWS}) AS reviews,
    (${RECONCILIATION}) AS reconciliation, (${OUTCOME}) AS outcome
  ${HEAD_FROM}
  JOIN assessment_rounds n ON n.organization_id = a.organization_id AND n.assessment_id = a.id
    AND n.round = coalesce($3::int, a.round)
  WHERE a.organization_id = $1 AND a.id = $2`;

const LIST = `
  SELECT ${HEAD} ${HEAD_FROM}
  WHERE a.organization_id = $1
    AND ($2::text IS NULL OR a.status = $2)
    AND ($3::uuid IS NULL OR a.vendor_id = $3)
    AND ($4::date IS NULL OR (a.due_on, a.id) > ($4, $5::uuid))
  ORDER BY a.due_on, a.id LIMIT $6`;

/** An assessment with one round of it, as it is stored. */
export type AssessmentFile = AssessmentHead &
  Omit<AssessmentDetailDto, keyof AssessmentHead | 'isOverdue' | 'differing'>;

/** Which assessments a list shows. */
export interface AssessmentFilter {
  readonly status?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly limit: number;
}

/** The hot reads: each is one statement, shaped as it is answered. */
@Injectable()
export class AssessmentFilesRepository {
  constructor(private readonly transactor: Transactor) {}

  /** @throws NotFound where there is no such assessment or round */
  async read(caller: Caller, id: string, round: number | undefined): Promise<AssessmentFile> {
    const [row] = await this.transactor.readOne<AssessmentFile>(caller, {
      name: 'assessment-file',
      text: FILE,
      values: [caller.organizationId, id, round ?? null, caller.personId],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** The next due first. */
  list(
    caller: Caller,
    filter: AssessmentFilter,
    after: Position | undefined,
  ): Promise<AssessmentHead[]> {
    return this.transactor.readOne(caller, {
      name: 'assessment-list',
      text: LIST,
      values: [
        caller.organizationId,
        filter.status ?? null,
        filter.vendorId ?? null,
        after?.key ?? null,
        after?.id ?? null,
        filter.limit,
      ],
    });
  }
}
