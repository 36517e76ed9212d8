import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { ChangeOrganizationDto, OrganizationResponseDto } from './dto/organization.dto.js';
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

  /** @throws Stale */
  change(
    caller: Caller,
    expected: ExpectedVersion,
    body: ChangeOrganizationDto,
  ): Promise<OrganizationResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const before = await this.organizations.lock(tx, caller, expected);
      const after = await this.organizations.update(tx, { ...before, ...body });
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

  /** Enters a new body or firm, whose rows the transaction is opened for. */
  async foundWithin(
    tx: Tx,
    actor: Actor,
    body: Omit<Organization, 'id' | 'version' | 'trailRetentionYears'>,
  ): Promise<void> {
    const id = actor.organizationId;
    const kept = { id, version: 1, trailRetentionYears: null, ...body };
    const after = await this.organizations.insert(tx, kept);
    const subject = { kind: 'organization', id };
    await this.trail.append(tx, actor, { action: 'organization.founded', subject, after });
  }
}
