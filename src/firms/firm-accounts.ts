import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import { OrganizationService } from '../organizations/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { FirmStaff, type FirmMember } from './firm-staff.js';
import { FirmsRepository, type FirmParty, type FirmRow } from './firms.repository.js';

/** Opens the accounts of firms and enters their people, within what made it necessary. */
@Injectable()
export class FirmAccounts {
  constructor(
    private readonly transactor: Transactor,
    private readonly firms: FirmsRepository,
    private readonly organizations: OrganizationService,
    private readonly staff: FirmStaff,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Opens the account of a firm; the first of its people administers it.
   * @throws FirmHasAccount, AddressTaken
   */
  async openWithin(
    tx: Tx,
    firm: Omit<FirmRow, 'id'>,
    member: FirmMember,
  ): Promise<{ readonly firmId: string; readonly personId: string }> {
    const firmId = uuidv7();
    const service: Actor = { organizationId: firmId, personId: null, posts: [] };
    return this.transactor.inNameOf(tx, { organizationId: firmId }, async () => {
      const { name, corporateNumber } = firm;
      const account = { name, nameEn: name, type: 'firm', localGovernmentCode: null } as const;
      await this.organizations.foundWithin(tx, service, account);
      await this.firms.insert(tx, service, corporateNumber);
      const facts = { name, corporateNumber };
      const subject = { kind: 'firm', id: firmId };
      await this.trail.append(tx, service, { action: 'firm.opened', subject, facts });
      const personId = await this.staff.enterWithin(tx, service, member, 'firm-administrator');
      return { firmId, personId };
    });
  }

  /** The firm whose account the transaction is opened for. @throws NotFound */
  read(tx: Tx, scope: Scope): Promise<FirmRow> {
    return this.firms.read(tx, scope);
  }

  /** The same with who of it acts. @throws NotFound */
  party(tx: Tx, scope: Scope, personId: string): Promise<FirmParty> {
    return this.firms.party(tx, scope, personId);
  }

  /** The same, locked until the transaction ends. @throws NotFound */
  lock(tx: Tx, scope: Scope): Promise<FirmRow> {
    return this.firms.lock(tx, scope);
  }
}
