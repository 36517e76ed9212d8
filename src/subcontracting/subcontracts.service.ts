import { Injectable } from '@nestjs/common';
import { refuseEnded, periodFaults } from '../engagements/index.js';
import { FileAttachments } from '../files/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Chains, type ChainFile } from './chains.js';
import { appliedFaults, isLonger, missingFaults } from './domain/subcontract-input.js';
import { isApproved, isChangeable } from './domain/subcontract-lifecycle.js';
import { subcontractNotThere } from './domain/subcontract-standing.js';
import type {
  ApplyForSubcontractDto,
  ChangeSubcontractDto,
  DraftSubcontractDto,
  SubcontractDetailDto,
  SubcontractListDto,
} from './dto/subcontract.dto.js';
import { newHop, withLowerIds } from './new-hop.js';
import type { SubcontractRow } from './subcontracts.repository.js';

const CHANGED = '承認された内容が変わったため（what was approved has changed）';
const FALLEN = { status: 'voided', voidedReason: CHANGED } as const;

/** Hops of the chain up to the decision on them: drafting, changing, applying. */
@Injectable()
export class SubcontractsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly chains: Chains,
    private readonly files: FileAttachments,
  ) {}

  /** Draws a hop up, on behalf of the contractor. @throws NotFound, InvalidInput, WrongStage */
  draft(
    caller: Caller,
    engagementId: string,
    body: DraftSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const { dossiers } = this.chains.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await dossiers.postWith(tx, caller, 'subcontract:write', dossier);
      refuse(periodFaults(body.from ?? '', body.until ?? null, '#/until'));
      const after = newHop(body, { engagementId, authorId: caller.personId });
      await this.chains.refuseMisplacedNew(tx, caller, dossier, after);
      await this.chains.subcontracts.insert(tx, caller, after);
      return this.chains.close(tx, caller, dossier, { action: 'subcontract.drafted', after });
    });
  }

  /**
   * Changes what is applied for. An approval is given for what was applied for, so it is void then, and those
   * below it fall with it; the hop is to be applied for anew.
   * @throws NotFound, Stale, InvalidInput, WrongStage, SubcontractNotThere
   */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangeSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected);
      const { hop: before, dossier } = file;
      await this.chains.books.dossiers.postWith(tx, caller, 'subcontract:write', dossier);
      if (!isChangeable(before.status)) throw subcontractNotThere(before.status);
      const { from: fromOn = before.fromOn, until: untilOn = before.untilOn, ...stated } = body;
      refuse(periodFaults(fromOn ?? '', untilOn, '#/until'));
      const patch = { ...withLowerIds(stated), fromOn, untilOn };
      const changed = { ...before, ...patch };
      await this.chains.refuseMisplaced(tx, caller, changed, file);
      const falls = this.falls(changed, file);
      if (falls) await this.chains.letFallBelow(tx, caller, file, CHANGED);
      const after = await this.chains.subcontracts.update(tx, caller, before, {
        ...{ ...patch, ...(falls ? FALLEN : {}) },
      });
      const action = falls ? 'subcontract.voided' : 'subcontract.changed';
      return this.chains.close(tx, caller, dossier, { action, before, after });
    });
  }

  /**
   * Takes in the contractor's application for approval of the hop as it stands.
   * @throws NotFound, Stale, InvalidInput, WrongStage, SubcontractNotThere, RoleRequired, FileQuarantined
   */
  apply(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ApplyForSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected, 'applied');
      const { hop: before, dossier } = file;
      const { books, subcontracts } = this.chains;
      const post = await books.dossiers.postWith(tx, caller, 'subcontract:write', dossier);
      refuse([...missingFaults(before), ...appliedFaults(body.appliedOn, books.clock.today())]);
      await this.chains.refuseMisplaced(tx, caller, before, file);
      const { appliedBy, appliedOn, documentNumber, fileIds = [] } = body;
      const number = before.submissions + 1;
      await subcontracts.insertSubmission(tx, caller, {
        ...{ subcontractId: id, number, authorId: before.authorId, applicantId: caller.personId },
        ...{ applicantRole: post?.roleId ?? null, submittedIn: post },
        ...{ appliedBy, appliedOn, documentNumber, content: this.chains.contentOf(before, file) },
      });
      await this.attach(tx, caller, id, fileIds);
      const patch = { status: 'applied', submissions: number, voidedReason: null } as const;
      const after = await subcontracts.update(tx, caller, before, patch);
      return this.chains.close(tx, caller, dossier, {
        ...{ action: 'subcontract.applied', before, after },
        facts: { number, documentNumber },
      });
    });
  }

  /** Takes an undecided application back. @throws NotFound, Stale, WrongStage, SubcontractNotThere */
  withdraw(caller: Caller, id: string, expected: ExpectedVersion): Promise<SubcontractDetailDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.chains.lock(tx, caller, id, expected, 'withdrawn');
      const { hop: before, dossier } = file;
      await this.chains.books.dossiers.postWith(tx, caller, 'subcontract:write', dossier);
      const patch = { status: 'withdrawn' } as const;
      const after = await this.chains.subcontracts.update(tx, caller, before, patch);
      const action = 'subcontract.withdrawn';
      return this.chains.close(tx, caller, dossier, { action, before, after });
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<SubcontractDetailDto> {
    return this.transactor.read(caller, (tx) => this.chains.show(tx, caller, id));
  }

  /** @throws NotFound */
  list(caller: Caller, engagementId: string): Promise<SubcontractListDto> {
    return this.transactor.read(caller, async (tx) => {
      const dossier = await this.chains.books.dossiers.read(tx, caller, engagementId);
      return { items: await this.chains.shown(tx, caller, dossier) };
    });
  }

  /** Whether an approval stands and was given for something else, or for a shorter term. */
  private falls(changed: SubcontractRow, file: ChainFile): boolean {
    const { status, approvedHash } = file.hop;
    if (!isApproved(status)) return false;
    return isLonger(changed, file.hop) || this.chains.hashOf(changed, file) !== approvedHash;
  }

  private async attach(
    tx: Tx,
    caller: Caller,
    id: string,
    fileIds: readonly string[],
  ): Promise<void> {
    const named = fileIds.map((fileId, at) => ({ id: fileId, pointer: `#/fileIds/${String(at)}` }));
    await this.files.attach(tx, caller, { kind: 'subcontract', id }, named);
  }
}
