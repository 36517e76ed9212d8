import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import { Authority } from '../organizations/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import { refuse, InvalidInput } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { provisionFaults } from './domain/provision.js';
import type { ProvisionDto, ProvisionListDto, RecordProvisionDto } from './dto/provision.dto.js';
import { withLowerIds } from './new-hop.js';
import { ProvisionRecipients } from './provision-recipients.js';
import type { ProvisionRow } from './provisions.repository.js';

/** Information handed to vendors. */
@Injectable()
export class ProvisionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly recipients: ProvisionRecipients,
    private readonly authority: Authority,
  ) {}

  /**
   * Records that information was handed over (9(1)③ア(ア)): only to the contractor or a firm of the chain that
   * is at work, as far as contract and approval name it, bound to secrecy, after permission and with the gate
   * `provide` open.
   * @throws NotFound, InvalidInput, WrongStage, RecipientNotInChain, GateClosed, NoContractInForce, ItemsNotApproved, OutsideAccessMatrix, NdaMissing
   */
  provide(caller: Caller, engagementId: string, body: RecordProvisionDto): Promise<ProvisionDto> {
    return this.transactor.write(caller, async (tx) => {
      const { provisions, ledger } = this.recipients.books;
      const { dossiers, trail, clock } = this.recipients.books.chain;
      const dossier = await dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await dossiers.postWith(tx, caller, 'provision:write', dossier);
      const handled = await dossiers.dataItems(tx, caller, dossier);
      const told = withLowerIds(body);
      refuse(provisionFaults(told, handled, clock.today()));
      const permittedBy = body.permittedBy ?? caller.personId;
      const permittedIn = await this.permittingPost(tx, caller, dossier, permittedBy);
      const { vendorId, dataItemIds, medium, encrypted, permittedOn, deliveredOn } = told;
      const given = handled.filter(({ id }) => dataItemIds.includes(id));
      const handing = { vendorId, deliveredOn, items: given };
      const entitlement = await this.recipients.admit(tx, caller, dossier, handing);
      const items = given.map(({ id, name, confidentiality }) => ({ id, name, confidentiality }));
      const row: ProvisionRow = {
        ...{ id: uuidv7(), engagementId, vendorId, ...entitlement, items, medium },
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
      await this.recipients.books.chain.dossiers.read(tx, caller, engagementId);
      const rows = await this.recipients.books.provisions.ofEngagement(tx, caller, engagementId);
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
}

const MAY_NOT_PERMIT = {
  ja: '案件を所管する所属で、情報の提供を許可できる役職に就いている職員を指定してください。',
  en: 'Name someone who holds a post that permits the provision of information for the section of the engagement.',
};
