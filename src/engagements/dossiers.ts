import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { Authority } from '../organizations/index.js';
import {
  factsOf,
  regimesFor,
  type EngagementKind,
  type Pack,
  type TierQuestion,
  type WorkType,
} from '../policies/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import type { Permission } from '../shared/authorization/permissions.js';
import { NotFound, unknownId } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { Course } from './domain/engagement-lifecycle.js';
import {
  EngagementsRepository,
  type DataItemRow,
  type EngagementRow,
} from './engagements.repository.js';
import type { Dossier } from './dossier.js';
import { ObligationLedger } from './obligation-ledger.js';
import { MaterialChanges } from './material-changes.js';
import { StandingProofs } from './standing-proofs.js';

/** What the policy makes of an engagement. */
export interface PolicyReading {
  readonly facts: string[];
  readonly course: Course;
}

/** A record that belongs to the dossier of an engagement and has a version of its own. */
interface DossierPart {
  readonly engagementId: string;
  readonly version: number;
}

/** The profile of an engagement that the policy reads. */
export type Profile = Pick<EngagementRow, 'kinds' | 'workTypes' | 'tierAnswers' | 'segment'>;

/**
 * What everything about an engagement is kept in. Whoever writes any of it locks the dossier first
 * and touches it last, so that its version tells of every change.
 */
@Injectable()
export class Dossiers {
  constructor(
    private readonly engagements: EngagementsRepository,
    private readonly authority: Authority,
    private readonly ledger: ObligationLedger,
    private readonly standing: StandingProofs,
    private readonly changes: MaterialChanges,
  ) {}

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<Dossier> {
    return this.withPack(tx, await this.engagements.read(tx, scope, id));
  }

  /** @throws NotFound, and Stale where the caller names the version they read */
  async lock(tx: Tx, scope: Scope, id: string, expected?: ExpectedVersion): Promise<Dossier> {
    return this.withPack(tx, await this.engagements.lock(tx, scope, id, expected));
  }

  /** Locks the dossier named by `engagementId` in the body. @throws InvalidInput where it names none */
  async lockNamed(tx: Tx, scope: Scope, engagementId: string): Promise<Dossier> {
    try {
      return await this.lock(tx, scope, engagementId);
    } catch (error) {
      throw error instanceof NotFound ? unknownId('#/engagementId') : error;
    }
  }

  /**
   * Locks the dossier a record belongs to and reads the record as it then stands.
   * @throws NotFound, and Stale where the caller names the version of the record they read
   */
  async lockWith<Part extends DossierPart>(
    tx: Tx,
    scope: Scope,
    read: () => Promise<Part>,
    expected?: ExpectedVersion,
  ): Promise<{ readonly dossier: Dossier; readonly part: Part }> {
    expected?.require();
    const { engagementId } = await read();
    const dossier = await this.lock(tx, scope, engagementId);
    const part = await read();
    expected?.compare(part.version);
    return { dossier, part };
  }

  /**
   * The post by virtue of which the caller may do this in the engagement: its duty is held for the
   * section of the engagement, a unit above it or the whole body. Null for another system.
   * @throws RoleRequired, HeldForAnotherUnit
   */
  postWith(
    tx: Tx,
    caller: Caller,
    permission: Permission,
    { engagement }: { readonly engagement: Pick<EngagementRow, 'unitId'> },
  ): Promise<HeldPost | null> {
    return this.authority.postWith(tx, caller, permission, engagement.unitId);
  }

  /** The information handled today. */
  dataItems(tx: Tx, scope: Scope, { engagement }: Dossier): Promise<DataItemRow[]> {
    return this.engagements.dataItems(tx, scope, engagement.id);
  }

  /** Raises the version of the dossier, with what changed of the engagement itself. */
  async touch(
    tx: Tx,
    scope: Scope,
    dossier: Dossier,
    patch: Partial<EngagementRow> = {},
  ): Promise<Dossier> {
    const engagement = await this.engagements.update(tx, scope, dossier.engagement, patch);
    return { ...dossier, engagement };
  }

  /**
   * Reads the policy anew after kind, classification or segment changed, and brings the ledger to
   * it: new duties are added and proven by what already stands, others withdrawn.
   */
  async reassess(tx: Tx, actor: Actor, dossier: Dossier): Promise<Dossier> {
    const { engagement, pack } = dossier;
    const items = await this.engagements.dataItems(tx, actor, engagement.id);
    const changed = await this.touch(tx, actor, dossier, readPolicy(pack, engagement, items));
    const settings = await this.authority.policy.settings(tx, actor, pack);
    await this.ledger.instantiate(tx, actor, changed, settings);
    await this.standing.prove(tx, actor, changed, items);
    await this.changes.announce(tx, actor, changed);
    return changed;
  }

  private async withPack(tx: Tx, engagement: EngagementRow): Promise<Dossier> {
    const pack = await this.authority.policy.pack(tx, engagement.policyVersionId);
    return { engagement, pack };
  }
}

/** The facts and the course of an engagement. @throws UnknownClass, UnknownSegment */
export function readPolicy(
  pack: Pack,
  profile: Profile,
  dataItems: readonly Pick<
    DataItemRow,
    | 'confidentiality'
    | 'integrity'
    | 'availability'
    | 'personalInformation'
    | 'specificPersonalInformation'
  >[],
): PolicyReading {
  const facts = factsOf(pack, {
    kinds: profile.kinds as EngagementKind[],
    workTypes: profile.workTypes as WorkType[],
    tierAnswers: profile.tierAnswers as TierQuestion[],
    segment: profile.segment,
    dataItems,
  });
  const regimes = regimesFor(pack, facts);
  const isLight = regimes.length > 0 && regimes.every(({ course }) => course === 'light');
  return { facts: [...facts], course: isLight ? 'light' : 'procurement' };
}
