import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Text } from '../shared/domain/text.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { ChangeOrganizationDto, OrganizationResponseDto } from './dto/organization.dto.js';
import { limitFaults, smallContractCeilings, type ContractSort } from './domain/small-contracts.js';
import type { Organization } from './organization.entity.js';
import { OrganizationRepository } from './organization.repository.js';

/** The body's own record. */
@Injectable()
export class OrganizationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organizations: OrganizationRepository,
    private readonly trail: AuditTrail,
  ) {}

  read(caller: Caller): Promise<OrganizationResponseDto> {
    return this.transactor.read(caller, (tx) => this.organizations.read(tx, caller));
  }

  /** @throws InvalidInput, Stale */
  change(
    caller: Caller,
    expected: ExpectedVersion,
    body: ChangeOrganizationDto,
  ): Promise<OrganizationResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.organizations.lock(tx, caller, expected);
      const changed = { ...before, ...body, ...limitsOf(body) };
      refuse(limitFaults(changed.smallContractLimits ?? {}, smallContractCeilings(changed)));
      const after = await this.organizations.update(tx, changed);
      const subject = { kind: 'organization', id: after.id };
      const { trailRetentionYears } = after;
      // How long the trail itself is kept must be told by it, not by its hash alone.
      const facts =
        trailRetentionYears === before.trailRetentionYears ? {} : { trailRetentionYears };
      const change = { action: 'organization.changed', subject, before, after, facts };
      await this.trail.append(tx, caller, change);
      return after;
    });
  }

  /** The name of the body today, in both languages. */
  async name(tx: Tx, scope: Scope): Promise<Text> {
    const { name: ja, nameEn: en } = await this.organizations.read(tx, scope);
    return { ja, en };
  }

  /** Up to what amount, in yen, the body makes contracts of a sort without competition; null where it has not set one. */
  async smallContractLimit(tx: Tx, scope: Scope, sort: ContractSort): Promise<string | null> {
    const { smallContractLimits } = await this.organizations.read(tx, scope);
    const limit = smallContractLimits?.[sort];
    return limit === undefined ? null : String(limit);
  }

  /** Enters a new body or firm, whose rows the transaction is opened for. */
  async foundWithin(
    tx: Tx,
    actor: Actor,
    body: Omit<Organization, 'id' | 'version' | 'trailRetentionYears' | 'smallContractLimits'>,
  ): Promise<void> {
    const id = actor.organizationId;
    const founded = { id, version: 1, ...body };
    const kept = { ...founded, trailRetentionYears: null, smallContractLimits: null };
    const after = await this.organizations.insert(tx, kept);
    const subject = { kind: 'organization', id };
    await this.trail.append(tx, actor, { action: 'organization.founded', subject, after });
  }
}

/** The limits as the plain object that is stored and sealed. */
function limitsOf({
  smallContractLimits: limits,
}: ChangeOrganizationDto): Pick<ChangeOrganizationDto, 'smallContractLimits'> {
  return limits === undefined ? {} : { smallContractLimits: limits && { ...limits } };
}
