import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import { firstDayOf, rolesWithDuty, type Pack } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, NotFound } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { BodyPolicy, namedSetting, undecidedOf } from './body-policy.js';
import { bodyFaults, publicationFaults } from './domain/adoption-rules.js';
import { noSuchPolicy } from './domain/input-faults.js';
import {
  AdoptionBeforeEffect,
  AdoptionInThePast,
  NobodyAdministers,
} from './domain/policy-adoption.errors.js';
import type {
  AdoptPolicyDto,
  PolicyAdoptionPageDto,
  PolicyAdoptionResponseDto,
} from './dto/policy-adoption.dto.js';
import {
  PolicyAdoptionsRepository,
  type PolicyAdoptionRow,
} from './policy-adoptions.repository.js';

/** On which policy version the body runs, from which day on. */
@Injectable()
export class PolicyAdoptionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly adoptions: PolicyAdoptionsRepository,
    private readonly policy: BodyPolicy,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput, AdoptionInThePast, AdoptionBeforeEffect, AdoptionDayTaken, NobodyAdministers */
  adopt(caller: Caller, body: AdoptPolicyDto): Promise<PolicyAdoptionResponseDto> {
    return this.transactor.write(caller, async (tx) => {
      const response = await this.adoptWithin(tx, caller, body);
      await this.refuseWithoutAdministrator(tx, caller, body);
      return response;
    });
  }

  /** Adopts from today the version named `pack@version`, or the latest of `pack`. @throws InvalidInput */
  async adoptNamedWithin(
    tx: Tx,
    actor: Actor,
    name: string,
    publishedOn: string | null,
  ): Promise<void> {
    const policyVersionId = await this.policy.versionNamed(tx, name);
    if (policyVersionId === undefined) throw noSuchPolicy(name);
    const effectiveFrom = this.clock.today();
    await this.adoptWithin(tx, actor, { policyVersionId, effectiveFrom, publishedOn });
  }

  async list(caller: Caller, query: PageQuery): Promise<PolicyAdoptionPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, async (tx) => {
      const adoptions = await this.adoptions.list(tx, caller, query.limit + 1, after);
      return this.withUndecided(tx, caller, adoptions);
    });
    return pageOf(query, rows, {
      position: ({ effectiveFrom, id }) => ({ key: effectiveFrom, id }),
      item: (row) => row,
    });
  }

  private async withUndecided(
    tx: Tx,
    scope: Scope,
    rows: readonly PolicyAdoptionRow[],
  ): Promise<PolicyAdoptionResponseDto[]> {
    const decided = await this.policy.decidedSettings(tx, scope);
    const items: PolicyAdoptionResponseDto[] = [];
    for (const row of rows) {
      const pack = await this.policy.pack(tx, row.policyVersionId);
      items.push({ ...row, undecidedSettings: undecidedOf(pack, decided).map(namedSetting) });
    }
    return items;
  }

  private async adoptWithin(
    tx: Tx,
    actor: Actor,
    { policyVersionId, effectiveFrom, publishedOn = null, documentNumber = null }: AdoptPolicyDto,
  ): Promise<PolicyAdoptionResponseDto> {
    const pack = await this.packOf(tx, policyVersionId);
    if (pack?.body === undefined) throw noSuchPolicy('#/policyVersionId');
    const code = await this.adoptions.codeOfBody(tx, actor);
    refuse([...bodyFaults(pack, code), ...publicationFaults(pack, { effectiveFrom, publishedOn })]);
    this.refuseDay(pack, effectiveFrom);
    const made = { decidedAt: this.clock.now().toISOString(), decidedBy: actor.personId };
    const days = { effectiveFrom, publishedOn };
    const after = { id: uuidv7(), policyVersionId, ...days, documentNumber, ...made };
    await this.adoptions.insert(tx, actor, after);
    const subject = { kind: 'policy-adoption', id: after.id };
    const facts = { pack: `${pack.id}@${pack.version}`, ...days };
    await this.trail.append(tx, actor, { action: 'policy.adopted', subject, after, facts });
    const undecided = await this.policy.undecided(tx, actor, pack);
    return { ...after, undecidedSettings: undecided.map(namedSetting) };
  }

  /** @throws AdoptionInThePast, AdoptionBeforeEffect */
  private refuseDay(pack: Pack, effectiveFrom: string): void {
    const today = this.clock.today();
    if (effectiveFrom < today) throw new AdoptionInThePast(effectiveFrom, today);
    if (pack.effective === undefined) return;
    const firstDay = firstDayOf(pack.effective) ?? effectiveFrom;
    if (firstDay <= effectiveFrom) return;
    throw new AdoptionBeforeEffect(effectiveFrom, { firstDay, printed: pack.effective.printed });
  }

  /** Nobody could undo it: who is appointed, and what is adopted, is for administrators. */
  private async refuseWithoutAdministrator(
    tx: Tx,
    scope: Scope,
    { policyVersionId, effectiveFrom }: AdoptPolicyDto,
  ): Promise<void> {
    const pack = await this.policy.pack(tx, policyVersionId);
    const roles = rolesWithDuty(pack, 'administer');
    if (await this.adoptions.anyoneHolds(tx, scope, roles, effectiveFrom)) return;
    const wanted = pack.roles.filter(({ id }) => roles.includes(id));
    throw new NobodyAdministers(effectiveFrom, wanted);
  }

  private async packOf(tx: Tx, versionId: string): Promise<Pack | undefined> {
    try {
      return await this.policy.pack(tx, versionId);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}
