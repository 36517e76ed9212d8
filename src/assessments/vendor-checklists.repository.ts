import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import type { AssessmentStatus } from './domain/assessment-lifecycle.js';
import type { VendorChecklist } from './domain/vendor-checklist.js';
import type { SelectionMethod } from './domain/selection.js';
import { LATEST_OFFER } from './offers.repository.js';

/** What the vendor reads rises with the assessment and with its drafts. */
const VERSION = 'a.version + a.draft_version AS version';

/** Nobody of another firm: of the body, of the firm that reads, or somebody who came by a link. */
const own = (person: string, firm: string): string =>
  `coalesce(${person} ->> 'firmId' IS NULL OR ${person} ->> 'firmId' = ${firm}::uuid::text, false)`;

/** Who of the vendor did something; null where somebody of another firm did. */
const personOf = (person: string, firm: string): string =>
  `CASE WHEN ${own(person, firm)} THEN ${person} END`;

const kept = (row: string, { shown = 'true', more = '' } = {}): string =>
  `CASE WHEN ${row}.answer IS NOT NULL AND ${shown} THEN json_build_object('answer', ${row}.answer, 'reason', ${row}.reason,
      'evidence', ${row}.evidence, 'validUntil', ${row}.valid_until${more}) END`;

/** Drafts count while the checklist is with the vendor. */
const CRITERIA = `
  SELECT coalesce(json_agg(json_build_object('criterionId', c.criterion_id, 'topic', c.topic, 'question', c.question,
      'evidence', c.evidence, 'evidenceRequired', c.evidence_required, 'knockOut', c.knock_out, 'weight', c.weight,
      'isAsked', c.criterion_id = ANY (n.asked), 'answer', ${kept('w', { shown: own('w.given_by', '$3') })},
      'isAnsweredByOthers', w.answer IS NOT NULL AND NOT ${own('w.given_by', '$3')},
      'draft', ${kept('d', { more: `, 'prefilledFrom', d.prefilled_from` })}) ORDER BY c.position), '[]')
  FROM assessment_criteria c
  LEFT JOIN assessment_answers w ON w.organization_id = c.organization_id AND w.assessment_id = c.assessment_id
    AND w.round = a.round AND w.criterion_id = c.criterion_id
  LEFT JOIN answer_drafts d ON d.organization_id = c.organization_id AND d.assessment_id = c.assessment_id
    AND d.round = a.round AND d.criterion_id = c.criterion_id AND a.status IN ('sent', 'answering')
  WHERE c.organization_id = a.organization_id AND c.assessment_id = a.id AND c.answered_by = 'vendor'`;

const offered = (row: string): string =>
  `json_build_object('subcontractors', ${row}.subcontractors, 'exitPlan', ${row}.exit_plan)`;

const CHECKLIST = `
  SELECT a.id, ${VERSION}, o.name AS "organizationName", a.title, v.name AS "vendorName", a.method, a.status, a.round,
    a.due_on AS "dueOn", a.sent_on AS "sentOn", n.reason,
    json_build_object('suitable', a.score_suitable, 'conditional', a.score_conditional) AS thresholds,
    b.submitted_on AS "submittedOn", ${personOf('b.given_by', '$3')} AS "givenBy", a.withdrawn_on AS "withdrawnOn",
    ${personOf('a.withdrawn_by_vendor', '$3')} AS "withdrawnByVendor", (${CRITERIA}) AS criteria,
    (SELECT ${offered('l')} FROM (${LATEST_OFFER}) l WHERE ${own('l.given_by', '$3')}) AS offer,
    (SELECT ${offered('d')} FROM offer_drafts d WHERE d.organization_id = a.organization_id AND d.assessment_id = a.id
      AND d.round = a.round AND a.status IN ('sent', 'answering')) AS "offerDraft"
  FROM assessments a
  JOIN organizations o ON o.organization_id = a.organization_id
  JOIN vendors v ON v.organization_id = a.organization_id AND v.id = a.vendor_id
  JOIN assessment_rounds n ON n.organization_id = a.organization_id AND n.assessment_id = a.id AND n.round = a.round
  LEFT JOIN assessment_submissions b ON b.organization_id = a.organization_id AND b.assessment_id = a.id
    AND b.round = a.round
  WHERE a.organization_id = $1 AND a.id = $2`;

/** Rows that bodies share with the firm, whichever they are. */
const SHARED = `
  SELECT a.id, ${VERSION}, l.organization_name AS "organizationName", a.title, a.method, a.status, a.round,
    a.due_on AS "dueOn", a.sent_on AS "sentOn", a.withdrawn_on AS "withdrawnOn",
    ${personOf('a.withdrawn_by_vendor', '$1')} AS "withdrawnByVendor"
  FROM assessments a
  JOIN firm_links l ON l.organization_id = a.organization_id AND l.vendor_id = a.vendor_id AND l.firm_id = a.firm_id
    AND l.status = 'active'
  WHERE a.firm_id = $1 AND ($2::text[] IS NULL OR a.status = ANY ($2))
    AND ($3::date IS NULL OR (a.due_on, a.id) > ($3, $4::uuid))
  ORDER BY a.due_on, a.id LIMIT $5`;

const SHARE = 'UPDATE assessments SET firm_id = $3 WHERE organization_id = $1 AND vendor_id = $2';

/** An invitation to answer, as it is listed. */
export interface SharedAssessment {
  readonly id: string;
  readonly version: number;
  readonly organizationName: string;
  readonly title: string;
  readonly method: SelectionMethod;
  readonly status: AssessmentStatus;
  readonly round: number;
  readonly dueOn: string;
  readonly sentOn: string;
  readonly withdrawnOn: string | null;
  readonly withdrawnByVendor: VendorPerson | null;
}

/** Which invitations a list shows. */
export interface SharedFilter {
  readonly statuses: readonly AssessmentStatus[] | null;
  readonly limit: number;
}

/** Checklists as vendors read them. */
@Injectable()
export class VendorChecklistsRepository {
  constructor(private readonly transactor: Transactor) {}

  /** What bodies ask of the firm of the scope, the next due first. */
  shared(
    scope: Scope,
    { statuses, limit }: SharedFilter,
    after: Position | undefined,
  ): Promise<SharedAssessment[]> {
    return this.transactor.readOne(scope, {
      name: 'assessment-shared-list',
      text: SHARED,
      values: [scope.firmId, statuses, after?.key ?? null, after?.id ?? null, limit],
    });
  }

  /** The body whose assessment it is, by the row it shares with the firm of the transaction. @throws NotFound */
  async bodyOf(tx: Tx, { firmId }: Scope, id: string): Promise<string> {
    const [row] = await execute<{ organizationId: string }>(tx, {
      name: 'assessment-shared',
      text: `SELECT organization_id AS "organizationId" FROM assessments WHERE firm_id = $1 AND id = $2`,
      values: [firmId, id],
    });
    if (row === undefined) throw new NotFound();
    return row.organizationId;
  }

  /**
   * The checklist of the present round, in the name of the body, as it is shown to the firm of the scope. A vendor
   * may have been linked to another firm before: its people stay unnamed, and what they handed in is theirs.
   * @throws NotFound
   */
  async read(tx: Tx, { organizationId, firmId }: Scope, id: string): Promise<VendorChecklist> {
    const [row] = await execute<{ [K in keyof VendorChecklist]: VendorChecklist[K] }>(tx, {
      name: 'vendor-checklist',
      text: CHECKLIST,
      values: [organizationId, id, firmId ?? null],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  /** Shares every assessment of a vendor with a firm, or with nobody. */
  async share(
    tx: Tx,
    { organizationId }: Scope,
    vendorId: string,
    firmId: string | null,
  ): Promise<void> {
    const values = [organizationId, vendorId, firmId];
    await execute(tx, { name: 'assessment-share', text: SHARE, values });
  }
}
