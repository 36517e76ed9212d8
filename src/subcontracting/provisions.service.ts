import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseUnselected } from '../contracts/index.js';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { refuse, InvalidInput } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { NdaMissing, NoContractInForce } from './domain/provision.errors.js';
import { ndaInForce, provisionFaults } from './domain/provision.js';
import type { ProvisionDto, ProvisionListDto, RecordProvisionDto } from './dto/provision.dto.js';
import { ProvisionBooks } from './provision-books.js';
import type { ProvisionRow } from './provisions.repository.js';

/** Information handed to vendors. */
@Injectable()
export class ProvisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly books: ProvisionBooks,
    private readonly authority: Authority,
  ) {}

  /**
   * Records that information was handed over (9(1)③ア(ア)): only to the selected vendor, under an
   * agreement on secrecy, after permission and with the gate `provide` open.
   * @throws NotFound, InvalidInput, WrongStage, VendorNotSelected, GateClosed, NdaMissing, NoContractInForce
   */
  provide(caller: Caller, engagementId: string, body: RecordProvisionDto): Promise<ProvisionDto> {
    return this.transactor.write(caller, async (tx) => {
      const { provisions, ledger } = this.books;
      const { dossiers, trail, clock } = this.books.chain;
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
      await provisions.insert(tx, caller, row);
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
      await this.books.chain.dossiers.read(tx, caller, engagementId);
      const rows = await this.books.provisions.ofEngagement(tx, caller, engagementId);
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
  ): Promise<{ readonly id: string } | undefined> {
    const { ledger, ndas } = this.books;
    const entries = await ledger.entries(tx, caller, dossier);
    const isCalledFor = entries.some(
      ({ rule, state }) => rule.proof.kind === 'nda' && state === 'met',
    );
    const agreements = await ndas.ofEngagement(tx, caller, dossier.engagement.id);
    const nda = ndaInForce(agreements, vendorId, deliveredOn);
    if (nda === undefined && isCalledFor) throw new NdaMissing(deliveredOn);
    return nda;
  }
}

const MAY_NOT_PERMIT = {
  ja: '案件を所管する所属で、情報の提供を許可できる役職に就いている職員を指定してください。',
  en: 'Name someone who holds a post that permits the provision of information for the section of the engagement.',
};
