import { Injectable } from '@nestjs/common';
import { Duties } from '../duties/index.js';
import { RuleDocumentsRepository, type Dossier } from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { criteriaOn, deciderRolesOf } from './domain/decision-makers.js';

/** Who decides, or takes down what was decided elsewhere, and in which office. */
export interface Office {
  /** The roles whose decision counts. */
  readonly deciding: readonly string[];
  readonly post: HeldPost;
}

/** Finds who decides on re-subcontracting, by what criteria, and holds them apart from who applied (2(8)①). */
@Injectable()
export class SubcontractDeciders {
  constructor(
    private readonly duties: Duties,
    private readonly bodyPolicy: BodyPolicy,
    private readonly documents: RuleDocumentsRepository,
  ) {}

  /** @throws RoleRequired, HeldForAnotherUnit */
  async office(
    tx: Tx,
    caller: Caller,
    { engagement, pack }: Dossier,
    elsewhere: MadeElsewhereDto | undefined,
  ): Promise<Office> {
    const settings = await this.bodyPolicy.settings(tx, caller, pack);
    const deciding = deciderRolesOf(pack, engagement.facts, settings);
    const recording = pack.roles
      .filter(({ duties }) => duties.some((duty) => RECORDING.includes(duty)))
      .map(({ id }) => id);
    const roles = elsewhere === undefined ? deciding : recording;
    const { unitId } = engagement;
    return { deciding, post: await this.duties.authority.postIn(tx, caller, { roles, unitId }) };
  }

  /** The waiver under which one person applied and decides; null where these are two. @throws SeparationOfDuties */
  apart(
    tx: Tx,
    caller: Caller,
    { engagement }: Dossier,
    decided: {
      readonly on: string;
      readonly earlier: readonly string[];
      readonly elsewhere: MadeElsewhereDto | undefined;
      readonly deciding: readonly string[];
    },
  ): Promise<string | null> {
    return this.duties.apart(tx, caller, {
      ...{ rule: 'apply-approve', acts: ACTS, engagementId: engagement.id, day: decided.on },
      ...{ earlier: decided.earlier, elsewhere: decided.elsewhere, roles: decided.deciding },
    });
  }

  /** Whether who decided elsewhere can have: by name and office. @throws InvalidInput */
  async refuseStranger(
    tx: Tx,
    scope: Scope,
    elsewhere: MadeElsewhereDto | undefined,
    roles: readonly string[],
  ): Promise<void> {
    if (elsewhere === undefined) return;
    await this.duties.authority.isDecider(tx, scope, elsewhere, { people: [], roles });
  }

  /** The criteria in force on the day of the decision. */
  async criteria(
    tx: Tx,
    scope: Scope,
    { engagement, pack }: Dossier,
    day: string,
  ): Promise<ReturnType<typeof criteriaOn>> {
    const documents = await this.documents.list(tx, scope);
    return criteriaOn(pack, engagement.facts, documents, day);
  }
}

/** Duties that let someone record a decision that was made in the body's document system. */
const RECORDING: readonly string[] = [
  'procure',
  'contract',
  'manage-section',
  'manage-department',
  'authorize-use',
];

const ACTS = {
  ja: '再委託の申請の受付とその決定',
  en: 'taking in an application for re-subcontracting and deciding on it',
};
