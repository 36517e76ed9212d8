import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import { PolicyLibrary, type Pack } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { noSuchPolicy } from './domain/input-faults.js';
import { AdoptionInThePast } from './domain/policy-adoption.errors.js';
import type {
  AdoptPolicyDto,
  PolicyAdoptionPageDto,
  PolicyAdoptionResponseDto,
} from './dto/policy-adoption.dto.js';
import { PolicyAdoptionsRepository } from './policy-adoptions.repository.js';

/** On which policy version the body runs, from which day on. */
@Injectable()
export class PolicyAdoptionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly adoptions: PolicyAdoptionsRepository,
    private readonly library: PolicyLibrary,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput, AdoptionInThePast, AdoptionDayTaken */
  adopt(caller: Caller, body: AdoptPolicyDto): Promise<PolicyAdoptionResponseDto> {
    return this.transactor.write(caller, (tx) => this.adoptWithin(tx, caller, body));
  }

  /** Adopts from today the version named `pack@version`, or the latest of `pack`. @throws InvalidInput */
  async adoptNamedWithin(tx: Tx, actor: Actor, name: string): Promise<void> {
    const policyVersionId = await this.library.versionNamed(tx, name);
    if (policyVersionId === undefined) throw noSuchPolicy(name);
    await this.adoptWithin(tx, actor, { policyVersionId, effectiveFrom: this.clock.today() });
  }

  async list(caller: Caller, query: PageQuery): Promise<PolicyAdoptionPageDto> {
    const after = positionAfter(query);
    const rows = await this.transactor.read(caller, (tx) =>
      this.adoptions.list(tx, caller, query.limit + 1, after),
    );
    return pageOf(query, rows, {
      position: ({ effectiveFrom, id }) => ({ key: effectiveFrom, id }),
      item: (row) => row,
    });
  }

  private async adoptWithin(
    tx: Tx,
    actor: Actor,
    { policyVersionId, effectiveFrom, documentNumber = null }: AdoptPolicyDto,
  ): Promise<PolicyAdoptionResponseDto> {
    const pack = await this.packOf(tx, policyVersionId);
    if (pack?.body === undefined) throw noSuchPolicy('#/policyVersionId');
    const today = this.clock.today();
    if (effectiveFrom < today) throw new AdoptionInThePast(effectiveFrom, today);
    const made = { decidedAt: this.clock.now().toISOString(), decidedBy: actor.personId };
    const after = { id: uuidv7(), policyVersionId, effectiveFrom, documentNumber, ...made };
    await this.adoptions.insert(tx, actor, after);
    const subject = { kind: 'policy-adoption', id: after.id };
    const facts = { pack: `${pack.id}@${pack.version}`, effectiveFrom };
    await this.trail.append(tx, actor, { action: 'policy.adopted', subject, after, facts });
    return after;
  }

  private async packOf(tx: Tx, versionId: string): Promise<Pack | undefined> {
    try {
      return await this.library.packWithin(tx, versionId);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}
