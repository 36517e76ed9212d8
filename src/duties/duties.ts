import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { Authority, BodyPolicy } from '../organizations/index.js';
import type { Pack } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { SeparationOfDuties, type DutyRule } from '../shared/domain/separation-of-duties.js';
import type { Text } from '../shared/domain/text.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { DutyWaiversRepository } from './duty-waivers.repository.js';

/** An act about to be done that falls to someone else than an earlier one. */
export interface LaterAct {
  readonly rule: DutyRule;
  readonly engagementId: string;
  /** The day of the act, where it is not today. */
  readonly day?: string;
  /** Who acted before. For another system stands whoever issued a token to it, and could use it. */
  readonly earlier: readonly string[];
  /** Both acts, as a refusal names them. */
  readonly acts: Text;
  /** Where it was decided in the document system, and the roles that decide it. */
  readonly elsewhere?: MadeElsewhereDto | undefined;
  readonly roles?: readonly string[];
}

/** Keeps duties apart (2(8) 兼務の禁止), and finds the way out of it where one was permitted. */
@Injectable()
export class Duties {
  constructor(
    readonly authority: Authority,
    private readonly bodyPolicy: BodyPolicy,
    private readonly waivers: DutyWaiversRepository,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * The waiver under which the caller, or whoever decided elsewhere, does both, told in the trail; null where the acts fall
   * to different people. Who acted before does not vouch for the decision of another either.
   * @throws SeparationOfDuties
   */
  async apart(tx: Tx, caller: Caller, act: LaterAct): Promise<string | null> {
    const issuers = await this.waivers.issuersTo(tx, caller, act.earlier);
    const earlier = [...act.earlier, ...issuers];
    const [personId, ...others] = await this.joining(tx, caller, { ...act, earlier });
    if (personId === undefined) return null;
    const waiver =
      others.length > 0
        ? undefined
        : await this.waivers.admitting(tx, caller, { day: this.clock.today(), ...act, personId });
    const { rule, engagementId, acts } = act;
    if (waiver === undefined) throw new SeparationOfDuties(acts, rule);
    await this.trail.append(tx, caller, {
      action: 'duty-waiver.used',
      subject: { kind: 'duty-waiver', id: waiver },
      facts: { rule, personId, engagementId, acts: acts.ja },
    });
    return waiver;
  }

  /** Whether the body joined duties that a safeguard of the product keeps apart. */
  async joinedBy(tx: Tx, scope: Scope, pack: Pack, safeguard: string): Promise<boolean> {
    const settings = await this.bodyPolicy.settings(tx, scope, pack);
    return settings.get(safeguard) === false;
  }

  /** @throws SeparationOfDuties where a name alone tells that the decider acted before */
  private async joining(tx: Tx, caller: Caller, act: LaterAct): Promise<readonly string[]> {
    const { earlier: people, elsewhere, roles = [], acts } = act;
    const own = people.includes(caller.personId) ? [caller.personId] : [];
    if (elsewhere === undefined) return own;
    if (!(await this.authority.isDecider(tx, caller, elsewhere, { people, roles }))) return own;
    if (elsewhere.deciderId === undefined) throw new SeparationOfDuties(acts, act.rule);
    return [...new Set([...own, elsewhere.deciderId])];
  }
}
