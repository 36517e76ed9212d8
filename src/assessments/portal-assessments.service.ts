import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput, unknownId } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { filesNamed, type GivenAnswer } from './domain/answer-input.js';
import type { NewDraft } from './answer-drafts.repository.js';
import { takeable, takenFrom } from './domain/answer-library.js';
import { offerOf, type GivenOffer } from './domain/offer.js';
import { DraftedEvidenceGone } from './domain/vendor-checklist.errors.js';
import {
  draftedFiles,
  draftsWithoutEvidence,
  type VendorChecklist,
  type VendorCriterion,
} from './domain/vendor-checklist.js';
import type { VendorChecklistDto } from './dto/vendor-checklist.dto.js';
import { FirmBooks } from './firm-books.js';
import { VendorAnswers, type VendorCase } from './vendor-answers.js';
import { checklistOf } from './vendor-checklist-view.js';
import { VendorChecklistsRepository } from './vendor-checklists.repository.js';

/**
 * What people of a firm do with the checklists that bodies share with it. The row that is shared admits them; the rest
 * is read and written in the name of that body, in the same transaction.
 */
@Injectable()
export class PortalAssessmentsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly checklists: VendorChecklistsRepository,
    private readonly answers: VendorAnswers,
    private readonly firm: FirmBooks,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<VendorChecklistDto> {
    return this.transactor.read(caller, async (tx) => {
      const body = await this.bodyOf(tx, caller, id);
      return this.shown(tx, caller, body, () => this.answers.read(tx, body, id));
    });
  }

  /** Drafts answers, all or none. @throws NotFound, Stale, InvalidInput, FileQuarantined, WrongStage, NotWithVendor, AnswersClosed */
  draft(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    given: readonly GivenAnswer[],
  ): Promise<VendorChecklistDto> {
    return this.transactor.write(caller, async (tx) => {
      expected.require();
      const body = await this.bodyOf(tx, caller, id);
      const person = await this.firm.person(tx, caller);
      const drafted = await this.shown(tx, caller, body, () =>
        this.answers.draft(tx, body, { id, expected }, given, person),
      );
      await this.requireFiles(tx, caller, given);
      const criteria = given.map(({ criterionId }) => criterionId);
      await this.firm.record(tx, caller, id, 'answers.drafted', { criteria });
      return drafted;
    });
  }

  /** Drafts the offer. @throws NotFound, Stale, WrongStage, NotWithVendor, AnswersClosed */
  offer(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    given: GivenOffer,
  ): Promise<VendorChecklistDto> {
    return this.transactor.write(caller, async (tx) => {
      expected.require();
      const body = await this.bodyOf(tx, caller, id);
      const person = await this.firm.person(tx, caller);
      const drafted = await this.shown(tx, caller, body, () =>
        this.answers.offer(tx, body, { id, expected }, offerOf(given), person),
      );
      const facts = { subcontractors: given.subcontractors.length };
      await this.firm.record(tx, caller, id, 'offer.drafted', facts);
      return drafted;
    });
  }

  /**
   * Takes answers of the library of the firm as drafts, all or none.
   * @throws NotFound, Stale, InvalidInput, WrongStage, NotWithVendor, AnswersClosed, PrefillRefused
   */
  takePrefilled(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    criterionIds: readonly string[],
  ): Promise<VendorChecklistDto> {
    return this.transactor.write(caller, async (tx) => {
      expected.require();
      const body = await this.bodyOf(tx, caller, id);
      const person = await this.firm.person(tx, caller);
      const shelf = await this.firm.library.shelf(tx, caller, criterionIds);
      const choose = (criteria: readonly VendorCriterion[]): readonly NewDraft[] =>
        takenFrom(shelf, criteria, criterionIds);
      const drafted = await this.shown(tx, caller, body, () =>
        this.answers.draftChosen(tx, body, { id, expected }, choose, person),
      );
      await this.firm.record(tx, caller, id, 'answers.prefilled', { criteria: criterionIds });
      return drafted;
    });
  }

  /**
   * Hands the answers in: what is drafted becomes the answers and the offer of the round. The files they name are copied to the body
   * and stay with both sides; both trails tell of it. The library of the firm keeps the answers.
   * @throws NotFound, Stale, FileQuarantined, WrongStage, NotWithVendor, AnswersClosed, AnswersMissing, DraftedEvidenceGone
   */
  submit(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    confirmed: true,
  ): Promise<VendorChecklistDto> {
    expected.require();
    return this.firm.handover.attempt(async () => {
      await this.copyFiles(caller, id, expected);
      return this.transactor.write(caller, async (tx) => {
        const { checklist, ...kept } = await this.handIn(tx, caller, id, expected);
        const facts = { ...kept, confirmed };
        await this.firm.record(tx, caller, id, 'answers.handed-in', facts);
        return checklist;
      });
    });
  }

  /** Withdraws the candidate (辞退); both trails tell of it. @throws NotFound, Stale, WrongStage, NotWithVendor, TooLateToWithdraw */
  withdraw(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    reason: string,
  ): Promise<VendorChecklistDto> {
    return this.transactor.write(caller, async (tx) => {
      expected.require();
      const body = await this.bodyOf(tx, caller, id);
      const person = await this.firm.person(tx, caller);
      const withdrawn = await this.shown(tx, caller, body, async () => {
        const taken = await this.answers.take(tx, body, id, expected);
        return this.answers.withdraw(tx, body, taken, { person, reason });
      });
      await this.firm.record(tx, caller, id, 'assessment.withdrawn', { reason });
      return withdrawn;
    });
  }

  private async handIn(
    tx: Tx,
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
  ): Promise<{
    readonly checklist: VendorChecklistDto;
    readonly round: number;
    readonly keptInLibrary: readonly string[];
  }> {
    const body = await this.bodyOf(tx, caller, id);
    const givenBy = await this.firm.person(tx, caller);
    const taken = await this.transactor.inNameOf(tx, body, () =>
      this.answers.take(tx, body, id, expected),
    );
    const prefills = await this.firm.library.prefills(tx, caller, taken.checklist);
    this.answers.refuseUnready(taken, takeable(prefills));
    const files = await this.attach(tx, caller, taken);
    const subject = { kind: 'assessment', id };
    const checklist = await this.shown(tx, caller, body, async () => {
      await this.firm.handover.receive(tx, body, { files, subject, givenBy });
      return this.answers.submit(tx, body, taken, givenBy);
    });
    const keptInLibrary = await this.firm.library.keep(tx, caller, taken.checklist);
    return { checklist, round: taken.assessment.round, keptInLibrary };
  }

  /** What is handed in stays with the firm too. @throws DraftedEvidenceGone, FileQuarantined */
  private async attach(
    tx: Tx,
    caller: Caller,
    { checklist: { criteria, id } }: VendorCase,
  ): ReturnType<FirmBooks['handover']['owned']> {
    const named = draftedFiles(criteria).map((fileId) => ({ id: fileId, pointer: '#' }));
    const ids = named.map(({ id: fileId }) => fileId);
    const files = await this.firm.handover.owned(tx, caller, ids);
    const gone = this.gone(criteria, files);
    if (gone.length > 0) throw new DraftedEvidenceGone(gone);
    await this.firm.attachments.attach(tx, caller, { kind: 'assessment', id }, named);
    return files;
  }

  private gone(
    criteria: VendorChecklist['criteria'],
    files: readonly { readonly id: string }[],
  ): string[] {
    const there = new Set(files.map(({ id }) => id));
    return draftsWithoutEvidence(criteria, there, this.clock.today());
  }

  /**
   * The contents lie beside the body's before anything names them: no transaction reaches them. Of what would be refused
   * none is copied; why is told under the lock, where a repeated request gets its first reply.
   * @throws NotFound, FileQuarantined
   */
  private async copyFiles(caller: Caller, id: string, expected: ExpectedVersion): Promise<void> {
    const { body, files } = await this.transactor.read(caller, async (tx) => {
      const to = await this.bodyOf(tx, caller, id);
      const checklist = await this.transactor.inNameOf(tx, to, () => this.answers.read(tx, to, id));
      const { criteria } = checklist;
      const drafted = await this.firm.handover.owned(tx, caller, draftedFiles(criteria));
      const isReady =
        this.answers.isReady(checklist, expected) && this.gone(criteria, drafted).length === 0;
      return { body: to, files: isReady ? drafted : [] };
    });
    await this.firm.handover.copy(caller, body, files);
  }

  /** @throws InvalidInput where an answer names a file that the firm has not, FileQuarantined */
  private async requireFiles(tx: Tx, caller: Caller, given: readonly GivenAnswer[]): Promise<void> {
    const named = filesNamed(given);
    const ids = named.map(({ id }) => id);
    const files = await this.firm.handover.owned(tx, caller, ids);
    const there = new Set(files.map(({ id }) => id));
    const faults = named.flatMap(({ id, pointer }) =>
      there.has(id.toLowerCase()) ? [] : unknownId(pointer).faults,
    );
    if (faults.length > 0) throw new InvalidInput(faults);
  }

  private async bodyOf(tx: Tx, caller: Caller, id: string): Promise<Scope> {
    const organizationId = await this.checklists.bodyOf(tx, caller, id);
    return { organizationId, firmId: caller.firmId };
  }

  /** What work in the name of the body leaves, as the firm is shown it. */
  private async shown(
    tx: Tx,
    caller: Caller,
    body: Scope,
    work: () => Promise<VendorChecklist>,
  ): Promise<VendorChecklistDto> {
    const checklist = await this.transactor.inNameOf(tx, body, work);
    const prefills = await this.firm.library.prefills(tx, caller, checklist);
    return checklistOf(checklist, prefills, this.clock.today());
  }
}
