import { Injectable } from '@nestjs/common';
import { opensGate } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Annexes } from './annexes.js';
import { ContractFiles, type ContractFile } from './contract-files.js';
import type { ContractRow } from './contracts.repository.js';
import { signingFaults } from './domain/contract-input.js';
import {
  ContractIncomplete,
  ContractPeriodOver,
  SpecificationUnconfirmed,
} from './domain/contract.errors.js';
import { refuseUnselected } from './domain/selected-vendor.js';
import { signedContent } from './domain/signed-content.js';
import type { ContractDto, SignContractDto } from './dto/contract.dto.js';
import { SigningEffects } from './signing-effects.js';
import { refuse } from '../shared/domain/domain-error.js';

/** Recording the signature of contracts: what the policy demands is in them, and stands from then on. */
@Injectable()
export class ContractSigningService {
  constructor(
    private readonly transactor: Transactor,
    private readonly files: ContractFiles,
    private readonly annexes: Annexes,
    private readonly effects: SigningEffects,
    private readonly authority: Authority,
  ) {}

  /**
   * Records that both sides signed. Every demand of the policy must be answered by the contract and
   * every obligation of the gate `sign` met (9(1)②ア(エ), 9(2)④イ); the text is frozen.
   * @throws NotFound, Stale, ContractNotThere, InvalidInput, RoleRequired, ContractPeriodOver,
   * VendorNotSelected, ContractIncomplete, SpecificationUnconfirmed, GateClosed
   */
  sign(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    body: SignContractDto,
  ): Promise<ContractDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.files.lock(tx, caller, id, expected);
      const { contract: before, dossier } = file;
      this.refuseDays(before, body);
      const roles = SIGNING.flatMap((duty) => rolesWithDuty(dossier.pack, duty));
      const { unitId } = dossier.engagement;
      const post = await this.authority.postIn(tx, caller, { roles, unitId });
      refuseUnselected(dossier.engagement, before.vendorId);
      const { gaps } = await this.files.coverage(tx, caller, file);
      if (gaps.length > 0) throw new ContractIncomplete(gaps);
      const specificationId = await this.specificationOf(tx, caller, file);
      const after = await this.takeEffect(tx, caller, file, {
        ...{ ...body, status: 'signed', specificationId },
        ...{ signatureRecordedBy: caller.personId, signatureRecordedAs: post.roleId },
        signatureRecordedIn: post,
      });
      const change = { action: 'contract.signed', before, after };
      return this.files.close(tx, caller, dossier, after, change);
    });
  }

  private async takeEffect(
    tx: Tx,
    caller: Caller,
    file: ContractFile,
    patch: Partial<ContractRow>,
  ): Promise<ContractRow> {
    const signed = { ...file, contract: { ...file.contract, ...patch } };
    await this.effects.open(tx, caller, signed);
    const annex = await this.annexes.compose(tx, caller, signed);
    const content = signedContent(signed.contract, file.clauses, annex);
    const { contracts } = this.files.books;
    const after = await contracts.update(tx, caller, file.contract, {
      ...{ ...patch, annex, contentHash: sha256Hex(canonicalJson(content)) },
    });
    await this.effects.conclude(tx, caller, { ...file, contract: after });
    return after;
  }

  private refuseDays({ fromOn: from, untilOn: until }: ContractRow, body: SignContractDto): void {
    const today = this.files.books.clock.today();
    refuse(signingFaults({ signedOn: body.signedOn, from, until }, today));
    if (until !== null && until < today) throw new ContractPeriodOver(until);
  }

  /** The specification it contains; none where no duty asks for one. @throws SpecificationUnconfirmed */
  private async specificationOf(
    tx: Tx,
    caller: Caller,
    file: ContractFile,
  ): Promise<string | null> {
    const specification = await this.annexes.specification(tx, caller, file);
    if (specification !== undefined) return specification.id;
    const entries = await this.files.books.ledger.entries(tx, caller, file.dossier);
    const isAsked = entries.some(
      ({ rule, state }) => rule.proof.kind === 'specification' && !opensGate(state),
    );
    if (isAsked) throw new SpecificationUnconfirmed();
    return null;
  }
}

/** The duties whose holders sign for the body. */
const SIGNING = ['contract', 'manage-section'] as const;
