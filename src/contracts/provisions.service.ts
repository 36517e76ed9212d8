import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { periodFaults, refuseEnded, type Dossier } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { refuse, InvalidInput } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { futureFaults } from './domain/contract-input.js';
import { NdaMissing, NoContractInForce } from './domain/contract.errors.js';
import { ndaInForce, provisionFaults } from './domain/provision.js';
import { refuseUnselected } from './domain/selected-vendor.js';
import type {
  NdaDto,
  NdaListDto,
  ProvisionDto,
  ProvisionListDto,
  RecordNdaDto,
  RecordProvisionDto,
} from './dto/provision.dto.js';
import { NdaProofs } from './nda-proofs.js';
import type { NdaRow, ProvisionRow } from './provisions.repository.js';

/** Secrecy agreed with vendors, and the information handed to them. */
@Injectable()
export class ProvisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly proofs: NdaProofs,
    private readonly authority: Authority,
  ) {}

  /** Records an agreement that both sides have signed. @throws NotFound, InvalidInput, WrongStage */
  agree(caller: Caller, engagementId: string, body: RecordNdaDto): Promise<NdaDto> {
    return this.transactor.write(caller, async (tx) => {
      const { dossiers, provisions, trail, clock } = this.proofs.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await dossiers.postWith(tx, caller, 'contract:sign', dossier);
      const { validUntil = null, concludedOn } = body;
      refuse([
        ...futureFaults(concludedOn, clock.today(), '#/concludedOn'),
        ...periodFaults(concludedOn, validUntil, '#/validUntil'),
      ]);
      const nda = { id: uuidv7(), engagementId, ...body, validUntil, recordedBy: caller.personId };
      await provisions.insertNda(tx, caller, nda);
      await this.proofs.restate(tx, caller, dossier, [nda], concludedOn);
      await dossiers.touch(tx, caller, dossier);
      const subject = { kind: 'nda', id: nda.id };
      await trail.append(tx, caller, { action: 'nda.recorded', subject, after: nda });
      return nda;
    });
  }

  /** @throws NotFound */
  agreements(caller: Caller, engagementId: string): Promise<NdaListDto> {
    return this.transactor.read(caller, async (tx) => {
      const { dossiers, provisions } = this.proofs.books;
      await dossiers.read(tx, caller, engagementId);
      return { items: await provisions.ndas(tx, caller, engagementId) };
    });
  }

  /**
   * Records that information was handed over (9(1)③ア(ア)): only to the selected vendor, under an
   * agreement on secrecy, after permission and with the gate `provide` open.
   * @throws NotFound, InvalidInput, WrongStage, VendorNotSelected, GateClosed, NdaMissing, NoContractInForce
   */
  provide(caller: Caller, engagementId: string, body: RecordProvisionDto): Promise<ProvisionDto> {
    return this.transactor.write(caller, async (tx) => {
      const { dossiers, provisions, ledger, trail, clock } = this.proofs.books;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await dossiers.postWith(tx, caller, 'provision:write', dossier);
      const handled = await dossiers.dataItems(tx, caller, dossier);
      refuse(provisionFaults(body, handled, clock.today()));
      const permittedBy = body.permittedBy ?? caller.personId;
      const permittedIn = await this.permittingPost(tx, caller, dossier, permittedBy);
      refuseUnselected(dossier.engagement, body.vendorId);
      await ledger.require(tx, caller, dossier, ['provide']);
      if (await provisions.contractsEnded(tx, caller, engagementId, body)) {
        throw new NoContractInForce(body.deliveredOn);
      }
      const nda = await this.bindingNda(tx, caller, dossier, body);
      const items = handled
        .filter(({ id }) => body.dataItemIds.includes(id))
        .map(({ id, name, confidentiality }) => ({ id, name, confidentiality }));
      const { vendorId, medium, encrypted, permittedOn, deliveredOn } = body;
      const row: ProvisionRow = {
        ...{ id: uuidv7(), engagementId, vendorId, ndaId: nda?.id ?? null, items, medium },
        ...{ quantity: body.quantity ?? null, encrypted },
        ...{ unencryptedReason: body.unencryptedReason ?? null },
        ...{ permittedBy, permittedAs: permittedIn.roleId, permittedIn, permittedOn },
        ...{ deliveredOn, recordedBy: caller.personId },
      };
      await provisions.insertProvision(tx, caller, row);
      const record = { kind: 'information-provision', id: row.id, validFrom: deliveredOn } as const;
      await ledger.discharge(tx, caller, dossier, record);
      await dossiers.touch(tx, caller, dossier);
      const subject = { kind: 'information-provision', id: row.id };
      await trail.append(tx, caller, { action: 'information.provided', subject, after: row });
      return { ...row, items };
    });
  }

  /** @throws NotFound */
  provided(caller: Caller, engagementId: string): Promise<ProvisionListDto> {
    return this.transactor.read(caller, async (tx) => {
      const { dossiers, provisions } = this.proofs.books;
      await dossiers.read(tx, caller, engagementId);
      const rows = await provisions.provisions(tx, caller, engagementId);
      return { items: rows.map((row) => ({ ...row, items: [...row.items] })) };
    });
  }

  /** The post in which someone may permit it (3(2)⑨イ). @throws InvalidInput where they hold none */
  private async permittingPost(
    tx: Tx,
    caller: Caller,
    { pack, engagement }: Dossier,
    personId: string,
  ): Promise<HeldPost> {
    const act = { roles: rolesWithDuty(pack, 'manage-section'), unitId: engagement.unitId };
    if (personId === caller.personId) {
      return this.authority.postIn(tx, caller, act);
    }
    const post = await this.authority.heldBy(tx, caller, personId, act);
    if (post !== undefined) return post;
    throw new InvalidInput([{ pointer: '#/permittedBy', detail: MAY_NOT_PERMIT }]);
  }

  /**
   * The agreement that binds the recipient. None is called for where no duty asks for one, or where
   * an exception stands in for it. @throws NdaMissing
   */
  private async bindingNda(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { vendorId, deliveredOn }: RecordProvisionDto,
  ): Promise<NdaRow | undefined> {
    const { ledger, provisions } = this.proofs.books;
    const entries = await ledger.entries(tx, caller, dossier);
    const isCalledFor = entries.some(
      ({ rule, state }) => rule.proof.kind === 'nda' && state === 'met',
    );
    const ndas = await provisions.ndas(tx, caller, dossier.engagement.id);
    const nda = ndaInForce(ndas, vendorId, deliveredOn);
    if (nda === undefined && isCalledFor) throw new NdaMissing(deliveredOn);
    return nda;
  }
}

const MAY_NOT_PERMIT = {
  ja: '案件を所管する所属で、情報の提供を許可できる役職に就いている職員を指定してください。',
  en: 'Name someone who holds a post that permits the provision of information for the section of the engagement.',
};
