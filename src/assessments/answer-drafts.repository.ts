import { Injectable } from '@nestjs/common';
import { HeldFiles } from '../files/index.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import type { AnswerDraft } from './answer-draft.entity.js';
import type { Offer } from './domain/offer.js';
import type { NewAnswer } from './answers.repository.js';

/** One statement for all drafts; the version that the vendor reads rises with them. */
const WRITE = `
  WITH given AS (
    SELECT * FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $11::date[])
      AS g (criterion_id, answer, reason, evidence, valid_until, prefilled_from)
  ), written AS (
    INSERT INTO answer_drafts
      (organization_id, assessment_id, round, criterion_id, answer, reason, evidence, valid_until, prefilled_from, saved_by, saved_at)
    SELECT $1, $2, $3, criterion_id, answer, reason, evidence::jsonb, valid_until, prefilled_from, $9::jsonb, $10 FROM given
    ON CONFLICT (organization_id, assessment_id, round, criterion_id) DO UPDATE
      SET answer = excluded.answer, reason = excluded.reason, evidence = excluded.evidence,
        valid_until = excluded.valid_until, prefilled_from = excluded.prefilled_from, saved_by = excluded.saved_by, saved_at = excluded.saved_at
  )
  UPDATE assessments SET draft_version = draft_version + 1 WHERE organization_id = $1 AND id = $2`;

/** The offer with its version in the same way; each takes the place of the one before. */
const WRITE_OFFER = `
  WITH written AS (
    INSERT INTO offer_drafts (organization_id, assessment_id, round, subcontractors, exit_plan, saved_by, saved_at)
    VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6::jsonb, $7)
    ON CONFLICT (organization_id, assessment_id, round) DO UPDATE
      SET subcontractors = excluded.subcontractors, exit_plan = excluded.exit_plan,
        saved_by = excluded.saved_by, saved_at = excluded.saved_at
  )
  UPDATE assessments SET draft_version = draft_version + 1 WHERE organization_id = $1 AND id = $2`;

const CLEAR = `
  WITH offers AS (DELETE FROM offer_drafts WHERE organization_id = $1 AND assessment_id = $2)
  DELETE FROM answer_drafts WHERE organization_id = $1 AND assessment_id = $2`;

const CLEAR_OF_FIRM = `
  WITH offers AS (DELETE FROM offer_drafts d USING assessments a
    WHERE d.organization_id = $1 AND a.organization_id = $1 AND a.id = d.assessment_id AND a.vendor_id = $2
      AND d.saved_by ->> 'firmId' IS NOT NULL)
  DELETE FROM answer_drafts d USING assessments a
  WHERE d.organization_id = $1 AND a.organization_id = $1 AND a.id = d.assessment_id AND a.vendor_id = $2
    AND d.saved_by ->> 'firmId' IS NOT NULL`;

/** An answer as it is drafted; with a day where the firm took it from its library. */
export type NewDraft = NewAnswer & Pick<AnswerDraft, 'prefilledFrom'>;

/** What vendors draft; in the name of the body. */
@Injectable()
export class AnswerDraftsRepository {
  constructor(
    private readonly held: HeldFiles,
    private readonly clock: SystemClock,
  ) {}

  /** Drafts answers of a round; the assessment is locked. */
  async write(
    tx: Tx,
    { organizationId }: Scope,
    { id, round }: { readonly id: string; readonly round: number },
    answers: readonly NewDraft[],
    savedBy: VendorPerson,
  ): Promise<void> {
    await execute(tx, {
      name: 'answer-drafts-write',
      text: WRITE,
      values: [
        ...[organizationId, id, round],
        answers.map(({ criterionId }) => criterionId),
        answers.map(({ answer }) => answer),
        answers.map(({ reason }) => reason),
        answers.map(({ evidence }) => JSON.stringify(evidence)),
        answers.map(({ validUntil }) => validUntil),
        ...[savedBy, this.clock.now().toISOString()],
        answers.map(({ prefilledFrom }) => prefilledFrom),
      ],
    });
  }

  /** Drafts the offer of a round; the assessment is locked. */
  async writeOffer(
    tx: Tx,
    { organizationId }: Scope,
    { id, round }: { readonly id: string; readonly round: number },
    { subcontractors, exitPlan }: Offer,
    savedBy: VendorPerson,
  ): Promise<void> {
    const offered = [subcontractors, exitPlan].map((part) => part && JSON.stringify(part));
    const values = [organizationId, id, round, ...offered, savedBy, this.clock.now().toISOString()];
    await execute(tx, { name: 'offer-draft-write', text: WRITE_OFFER, values });
  }

  /** Takes away whatever is drafted of an assessment, and files that were sent with it. */
  async clear(tx: Tx, scope: Scope, assessmentId: string): Promise<void> {
    const values = [scope.organizationId, assessmentId];
    await execute(tx, { name: 'answer-drafts-clear', text: CLEAR, values });
    await this.held.keepOnly(tx, scope, { kind: 'assessment', id: assessmentId });
  }

  /** Takes away what the firm drafted that the vendor was linked to. */
  async clearOfFirm(tx: Tx, { organizationId }: Scope, vendorId: string): Promise<void> {
    const values = [organizationId, vendorId];
    await execute(tx, { name: 'answer-drafts-clear-of-firm', text: CLEAR_OF_FIRM, values });
  }
}
