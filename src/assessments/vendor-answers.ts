import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { refuseEnded } from '../engagements/index.js';
import { NotFound, refuse } from '../shared/domain/domain-error.js';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AnswerDraftsRepository, type NewDraft } from './answer-drafts.repository.js';
import { keptAnswerOf } from './answer-entry.js';
import { AnswersRepository, type AnswerSheet } from './answers.repository.js';
import { AssessmentDesk, type AssessmentCase } from './assessment-desk.js';
import { answerFaults, type GivenAnswer } from './domain/answer-input.js';
import type { AssessmentStatus } from './domain/assessment-lifecycle.js';
import { AnswersMissing } from './domain/assessment.errors.js';
import type { Offer } from './domain/offer.js';
import { takesAnswersOn } from './domain/procedure.js';
import { refuseLate } from './domain/procedure-standing.js';
import { NotWithVendor, TooLateToWithdraw } from './domain/vendor-checklist.errors.js';
import {
  draftedAnswers,
  unanswered,
  vendorStatusOf,
  type VendorChecklist,
  type VendorCriterion,
} from './domain/vendor-checklist.js';
import { OffersRepository } from './offers.repository.js';
import { VendorChecklistsRepository } from './vendor-checklists.repository.js';

/** A checklist taken up by somebody of the vendor, locked with the dossier of its engagement. */
export interface VendorCase extends AssessmentCase {
  readonly checklist: VendorChecklist;
}

/** A checklist as somebody of the vendor read it. */
interface SeenChecklist {
  readonly id: string;
  readonly expected: ExpectedVersion;
}

/**
 * What somebody of the vendor does with a checklist, however they came; all of it in the name of the body, which
 * they are nobody of.
 */
@Injectable()
export class VendorAnswers {
  constructor(
    private readonly desk: AssessmentDesk,
    private readonly checklists: VendorChecklistsRepository,
    private readonly answers: AnswersRepository,
    private readonly drafts: AnswerDraftsRepository,
    private readonly offers: OffersRepository,
  ) {}

  /** @throws NotFound */
  read(tx: Tx, scope: Scope, id: string): Promise<VendorChecklist> {
    return this.checklists.read(tx, scope, id);
  }

  /**
   * Drafts answers, all or none; they are no answers until they are handed in.
   * @throws NotFound, Stale, InvalidInput, WrongStage, NotWithVendor, AnswersClosed
   */
  async draft(
    tx: Tx,
    scope: Scope,
    seen: SeenChecklist,
    given: readonly GivenAnswer[],
    person: VendorPerson,
  ): Promise<VendorChecklist> {
    const sheet = await this.lockOpen(tx, scope, seen);
    const asked = sheet.asked.filter((criterionId) => !sheet.askedOfStaff.includes(criterionId));
    refuse(answerFaults(given, new Set(asked), this.desk.clock.today()));
    const typed = given.map((each) => ({ ...keptAnswerOf(each), prefilledFrom: null }));
    await this.drafts.write(tx, scope, sheet, typed, person);
    return this.checklists.read(tx, scope, sheet.id);
  }

  /**
   * Drafts what is chosen once nobody else drafts, all or none.
   * @throws NotFound, Stale, WrongStage, NotWithVendor, AnswersClosed, and what the choice refuses
   */
  async draftChosen(
    tx: Tx,
    scope: Scope,
    seen: SeenChecklist,
    choose: (criteria: readonly VendorCriterion[]) => readonly NewDraft[],
    person: VendorPerson,
  ): Promise<VendorChecklist> {
    const sheet = await this.lockOpen(tx, scope, seen);
    const { criteria } = await this.checklists.read(tx, scope, sheet.id);
    await this.drafts.write(tx, scope, sheet, choose(criteria), person);
    return this.checklists.read(tx, scope, sheet.id);
  }

  /** Drafts the whole offer; it is none until it is handed in. @throws NotFound, Stale, WrongStage, NotWithVendor, AnswersClosed */
  async offer(
    tx: Tx,
    scope: Scope,
    seen: SeenChecklist,
    offer: Offer,
    person: VendorPerson,
  ): Promise<VendorChecklist> {
    const sheet = await this.lockOpen(tx, scope, seen);
    await this.drafts.writeOffer(tx, scope, sheet, offer, person);
    return this.checklists.read(tx, scope, sheet.id);
  }

  /** Locks the dossier, then the assessment. @throws NotFound, Stale, WrongStage, NotWithVendor */
  async take(tx: Tx, scope: Scope, id: string, expected: ExpectedVersion): Promise<VendorCase> {
    expected.require();
    const { assessments, books } = this.desk;
    const { engagementId } = await assessments.read(tx, scope, id);
    const dossier = await books.dossiers.lock(tx, scope, engagementId);
    const assessment = await assessments.lock(tx, scope, id);
    refuseStranger(scope, assessment);
    const checklist = await this.checklists.read(tx, scope, id);
    expected.compare(checklist.version);
    refuseEnded(dossier.engagement.status);
    refuseNotWithVendor(assessment.status);
    return { dossier, assessment, checklist };
  }

  /**
   * Refuses what cannot be handed in. @throws AnswersClosed, AnswersMissing
   * @param prefilled ids of open criteria for which an answer of before waits to be confirmed
   */
  refuseUnready({ assessment, checklist }: VendorCase, prefilled: readonly string[] = []): void {
    refuseLate(assessment, this.desk.clock.today(), 'vendor');
    const missing = unanswered(checklist.criteria);
    if (missing.length > 0) throw new AnswersMissing(missing, prefilled);
  }

  /** Whether it could be handed in as it was read, without a lock; {@link take} and {@link refuseUnready} say why not. */
  isReady(checklist: VendorChecklist, expected: ExpectedVersion): boolean {
    return (
      expected.names(checklist.version) &&
      vendorStatusOf(checklist.status) === 'open' &&
      takesAnswersOn(checklist, this.desk.clock.today()) &&
      unanswered(checklist.criteria).length === 0
    );
  }

  /** Hands in what is drafted, beside what stands. */
  async submit(
    tx: Tx,
    scope: Scope,
    taken: VendorCase,
    person: VendorPerson,
  ): Promise<VendorChecklist> {
    const { id, round } = taken.assessment;
    const given = draftedAnswers(taken.checklist.criteria);
    await this.answers.write(tx, scope, taken.assessment, given, {
      ...{ enteredBy: null, givenBy: person },
    });
    await this.submitOffer(tx, scope, taken, person);
    await this.answers.insertSubmission(tx, scope, {
      ...{ assessmentId: id, round, submittedBy: null, givenBy: person },
      ...{ submittedOn: this.desk.clock.today(), respondent: person.name },
    });
    await this.desk.record(tx, vendorActor(scope), taken, {
      ...{ action: 'assessment.submitted', patch: { status: 'submitted' } },
      facts: { round, givenBy: named(person), criteria: given.map((each) => each.criterionId) },
    });
    return this.close(tx, scope, taken, 'checklist.handed-in');
  }

  /** Withdraws the candidate (辞退), until the last day. @throws TooLateToWithdraw */
  async withdraw(
    tx: Tx,
    scope: Scope,
    taken: VendorCase,
    { person, reason }: { readonly person: VendorPerson; readonly reason: string },
  ): Promise<VendorChecklist> {
    const today = this.desk.clock.today();
    const { dueOn } = taken.assessment;
    if (today > dueOn) throw new TooLateToWithdraw(dueOn);
    const withdrawn = { withdrawnOn: today, withdrawnReason: reason, withdrawnByVendor: person };
    await this.desk.record(tx, vendorActor(scope), taken, {
      ...{ action: 'assessment.withdrawn', patch: { status: 'withdrawn', ...withdrawn } },
      facts: { givenBy: named(person) },
    });
    return this.close(tx, scope, taken, 'checklist.withdrawn');
  }

  /** What is drafted becomes the offer of the round. */
  private async submitOffer(
    tx: Tx,
    scope: Scope,
    { assessment: { id, round }, checklist: { offerDraft } }: VendorCase,
    person: VendorPerson,
  ): Promise<void> {
    if (offerDraft === null) return;
    const hand = { enteredBy: null, givenBy: person };
    const after = { assessmentId: id, round, ...offerDraft, ...hand };
    await this.offers.keep(tx, scope, after);
    const facts = {
      round,
      subcontractors: offerDraft.subcontractors.length,
      givenBy: named(person),
    };
    await this.desk.books.trail.append(tx, vendorActor(scope), {
      ...{ action: 'assessment.offer-made', subject: { kind: 'assessment', id }, after, facts },
    });
  }

  /** Tells whoever sent the checklist and those responsible for its engagement. */
  private async close(
    tx: Tx,
    scope: Scope,
    taken: VendorCase,
    code: 'checklist.handed-in' | 'checklist.withdrawn',
  ): Promise<VendorChecklist> {
    const { id, sentBy } = taken.assessment;
    await this.drafts.clear(tx, scope, id);
    await this.desk.books.dossiers.touch(tx, scope, taken.dossier);
    await this.desk.books.notices.tell(tx, vendorActor(scope), taken.dossier, {
      ...{ code, subject: { kind: 'assessment', id }, people: [sentBy] },
    });
    return this.checklists.read(tx, scope, id);
  }

  /** Locks the assessment, to be drafted on. @throws NotFound, Stale, WrongStage, NotWithVendor, AnswersClosed */
  private async lockOpen(
    tx: Tx,
    scope: Scope,
    { id, expected }: SeenChecklist,
  ): Promise<AnswerSheet> {
    expected.require();
    const sheet = await this.answers.lockSheet(tx, scope, id);
    refuseStranger(scope, sheet);
    expected.compare(sheet.version + sheet.draftVersion);
    refuseEnded(sheet.engagementStatus);
    refuseNotWithVendor(sheet.status);
    refuseLate(sheet, this.desk.clock.today(), 'vendor');
    return sheet;
  }
}

/**
 * The link to a firm may have come or gone while the lock was waited for.
 * @throws NotFound
 */
export function refuseStranger(
  { firmId }: Scope,
  assessed: { readonly firmId: string | null },
): void {
  if (assessed.firmId !== (firmId ?? null)) throw new NotFound();
}

/** @throws NotWithVendor */
function refuseNotWithVendor(assessed: AssessmentStatus): void {
  const status = vendorStatusOf(assessed);
  if (status !== 'open') throw new NotWithVendor(status);
}

/** Nobody of the body acts; who of the vendor does stands in the facts. */
export function vendorActor({ organizationId }: Scope): Actor {
  return { organizationId, personId: null, posts: [] };
}

/** The trail is kept for long: the address is with the answers. */
export function named({ kind, name, firmId }: VendorPerson): Partial<VendorPerson> {
  return { kind, name, firmId };
}
