import { Injectable } from '@nestjs/common';
import {
  ENGAGEMENT_STATUS_WORDS,
  refuseEnded,
  WrongStage,
  type Dossier,
} from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AssessmentBooks } from './assessment-books.js';
import { isOpenToSelection } from './domain/selection.js';
import type { SelectionDto, SelectionListDto, SelectVendorDto } from './dto/selection.dto.js';
import { SelectionDrafts } from './selection-drafts.js';
import { SelectionsRepository, type SelectionRow } from './selections.repository.js';
import { StandingSelections } from './standing-selections.js';

const REPLACED = '後の選定に置き換えたため（replaced by a later selection）';

/** Deciding which candidate is entrusted, or recording that it was decided elsewhere. */
@Injectable()
export class SelectionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: AssessmentBooks,
    private readonly selections: SelectionsRepository,
    private readonly standing: StandingSelections,
    private readonly drafts: SelectionDrafts,
  ) {}

  /**
   * Selects on the dossier that was read, through the gate `select`; an earlier selection ends.
   * @throws NotFound, Stale, InvalidInput, WrongStage, RoleRequired, SeparationOfDuties,
   * CandidateNotEligible, VendorSuspended, GateClosed
   */
  select(
    caller: Caller,
    engagementId: string,
    expected: ExpectedVersion,
    body: SelectVendorDto,
  ): Promise<SelectionDto> {
    return this.transactor.write(caller, async (tx) => {
      const dossier = await this.books.dossiers.lock(tx, caller, engagementId, expected);
      const earlier = await this.standing.of(tx, caller, engagementId);
      refuseClosed(dossier, earlier);
      const after = await this.drafts.draw(tx, caller, dossier, body);
      await this.books.ledger.require(tx, caller, dossier, ['select']);
      if (earlier !== undefined) await this.standing.void(tx, caller, earlier, REPLACED);
      await this.takeEffect(tx, caller, dossier, after);
      return { ...after, replacedBy: null };
    });
  }

  /** The selection that stands, else the last one there was. @throws NotFound */
  read(caller: Caller, engagementId: string): Promise<SelectionDto> {
    return this.transactor.read(caller, async (tx) => {
      const [last] = await this.selections.ofEngagement(tx, caller, engagementId);
      if (last === undefined) throw new NotFound();
      return last;
    });
  }

  /** Every selection there was, the last first. @throws NotFound */
  list(caller: Caller, engagementId: string): Promise<SelectionListDto> {
    return this.transactor.read(caller, async (tx) => {
      await this.books.dossiers.read(tx, caller, engagementId);
      return { items: await this.selections.ofEngagement(tx, caller, engagementId) };
    });
  }

  private async takeEffect(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    after: SelectionRow,
  ): Promise<void> {
    const { dossiers, ledger, changes, trail } = this.books;
    const { id, vendorId, cloudServiceId, decidedOn: validFrom } = after;
    await this.selections.insert(tx, caller, after);
    await ledger.discharge(tx, caller, dossier, { kind: 'selection', id, validFrom });
    const subject = { kind: 'selection', id };
    await trail.append(tx, caller, { action: 'selection.decided', subject, after });
    const touched = await dossiers.touch(tx, caller, dossier, { vendorId, cloudServiceId });
    await changes.announce(tx, caller, touched);
  }
}

/** @throws WrongStage where the contract is concluded and nothing asks for another selection */
function refuseClosed({ engagement }: Dossier, earlier: SelectionRow | undefined): void {
  refuseEnded(engagement.status);
  const isReviewed = earlier !== undefined && earlier.reReviewSince !== null;
  if (isOpenToSelection(engagement.status) || isReviewed) return;
  const word = ENGAGEMENT_STATUS_WORDS[engagement.status];
  throw new WrongStage(
    {
      ja: `この案件は「${word.ja}」の段階です。契約を締結した後は、選定が再審査の対象とならない限り、選定をやり直すことはできません。`,
      en: `The engagement stands at "${word.en}". With the contract concluded, the selection can be made anew only while it is under re-review.`,
    },
    { status: engagement.status },
  );
}
