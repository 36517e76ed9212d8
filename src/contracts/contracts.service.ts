import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { periodFaults, refuseEnded } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { ContractProofs } from './contract-proofs.js';
import { ContractFiles } from './contract-files.js';
import { shownContract } from './contract-response.js';
import type { ContractRow } from './contracts.repository.js';
import { endFaults } from './domain/contract-input.js';
import { refuseUnselected } from './domain/selected-vendor.js';
import type {
  ChangeContractDto,
  ContractDto,
  ContractListDto,
  ContractPageDto,
  DraftContractDto,
  EndContractDto,
  ListContractsQuery,
} from './dto/contract.dto.js';
import { refuse } from '../shared/domain/domain-error.js';

const UNSIGNED = {
  specificationId: null,
  signedOn: null,
  documentNumber: null,
  bodySignatory: null,
  vendorSignatory: null,
  signatureRecordedBy: null,
  signatureRecordedAs: null,
  signatureRecordedIn: null,
  contentHash: null,
  endedOn: null,
  endReason: null,
  endNote: null,
};

/** Contracts: drafting, changing, reading and ending them. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly files: ContractFiles,
    private readonly proofs: ContractProofs,
  ) {}

  /** @throws NotFound, InvalidInput, WrongStage, VendorNotSelected */
  draft(caller: Caller, engagementId: string, body: DraftContractDto): Promise<ContractDto> {
    return this.transactor.write(caller, async (tx) => {
      const { contracts, dossiers } = this.files.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await dossiers.postWith(tx, caller, 'contract:write', dossier);
      const { title, vendorId, cloudServiceId = null, from: fromOn, until: untilOn = null } = body;
      const { amount = null, jurisdiction = null, language = 'ja' } = body;
      refuse(periodFaults(fromOn, untilOn, '#/until'));
      refuseUnselected(dossier.engagement, vendorId);
      const after: ContractRow = {
        ...{ id: uuidv7(), version: 1, engagementId, status: 'draft', title, vendorId },
        ...{ cloudServiceId, fromOn, untilOn, amount, jurisdiction, language },
        ...{ draftedBy: caller.personId, ...UNSIGNED },
      };
      await contracts.insert(tx, caller, after);
      return this.files.close(tx, caller, dossier, after, { action: 'contract.drafted', after });
    });
  }

  /** Changes a draft. @throws NotFound, Stale, InvalidInput, ContractNotThere, VendorNotSelected */
  change(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: ChangeContractDto,
  ): Promise<ContractDto> {
    return this.transactor.write(caller, async (tx) => {
      const { contract: before, dossier } = await this.files.lock(tx, caller, id, expected);
      await this.files.books.dossiers.postWith(tx, caller, 'contract:write', dossier);
      const { from: fromOn = before.fromOn, until: untilOn = before.untilOn, ...rest } = body;
      refuse(periodFaults(fromOn, untilOn, '#/until'));
      refuseUnselected(dossier.engagement, body.vendorId ?? before.vendorId);
      const patch = { ...rest, fromOn, untilOn };
      const after = await this.files.books.contracts.update(tx, caller, before, patch);
      const change = { action: 'contract.changed', before, after };
      return this.files.close(tx, caller, dossier, after, change);
    });
  }

  /** Ends a signed contract; where work goes on without it, it proves nothing from the next day. @throws NotFound, Stale, InvalidInput, ContractNotThere */
  end(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { endedOn, reason, note }: EndContractDto,
  ): Promise<ContractDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.files.lock(tx, caller, id, expected, ['signed']);
      const { contract: before, dossier } = file;
      const { contracts, clock, dossiers } = this.files.books;
      await dossiers.postWith(tx, caller, 'contract:sign', dossier);
      refuse(endFaults(endedOn, { ...before, until: before.untilOn }, clock.today()));
      const patch = { status: 'ended', endedOn, endReason: reason, endNote: note ?? null } as const;
      const after = await contracts.update(tx, caller, before, patch);
      await this.proofs.limit(tx, caller, { contract: after, dossier });
      const change = { action: 'contract.ended', before, after };
      return this.files.close(tx, caller, dossier, after, change);
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<ContractDto> {
    return this.transactor.read(caller, async (tx) => {
      const { contract, dossier } = await this.files.read(tx, caller, id);
      return shownContract(contract, dossier.engagement);
    });
  }

  /** @throws NotFound */
  async ofEngagement(caller: Caller, engagementId: string): Promise<ContractListDto> {
    const filter = { engagementId, limit: MOST_OF_ENGAGEMENT };
    const rows = await this.transactor.read(caller, async (tx) => {
      const { contracts, dossiers } = this.files.books;
      await dossiers.read(tx, caller, engagementId);
      return contracts.list(tx, caller, filter, undefined);
    });
    return { items: rows.map((row) => shownContract(row, { version: row.engagementVersion })) };
  }

  async list(caller: Caller, query: ListContractsQuery): Promise<ContractPageDto> {
    const after = positionAfter(query);
    const filter = { ...query, limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.files.books.contracts.list(tx, caller, filter, after),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => shownContract(row, { version: row.engagementVersion }),
    });
  }
}

/** An engagement is contracted anew at most a few times. */
const MOST_OF_ENGAGEMENT = 1_000;
