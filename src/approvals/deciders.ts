import { Injectable } from '@nestjs/common';
import { Duties } from '../duties/index.js';
import type { Dossier } from '../engagements/index.js';
import { Authority, BodyPolicy } from '../organizations/index.js';
import type { Caller, HeldPost } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { ApplicationFile } from './application-files.js';
import { deciderRoles, recorderRoles, useApprovalOf } from './domain/use-approval.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { UseDecisionRow, UseRevocationRow } from './use-applications.repository.js';

/** Who decided, and who says so. */
export type Decider = Pick<
  UseDecisionRow,
  | 'decidedBy'
  | 'recordedBy'
  | 'recordedAs'
  | 'recordedIn'
  | 'manner'
  | 'documentNumber'
  | 'deciderName'
  | 'deciderPost'
  | 'dutyWaiverId'
>;

/** Who took an approval back, and who says so. */
type Revoker = Omit<UseRevocationRow, 'applicationId' | 'revokedOn' | 'reason'>;

const HERE = { manner: null, documentNumber: null, deciderName: null, deciderPost: null };

/** Finds who decides on an application, and holds them apart from who made it (2(8)①). */
@Injectable()
export class Deciders {
  constructor(
    private readonly authority: Authority,
    private readonly bodyPolicy: BodyPolicy,
    private readonly duties: Duties,
  ) {}

  /** @throws AuthorizingOfficialNotNamed, RoleRequired, SeparationOfDuties */
  async identify(
    tx: Tx,
    caller: Caller,
    { application, dossier }: ApplicationFile,
    decided: { readonly on: string; readonly elsewhere: MadeElsewhereDto | undefined },
  ): Promise<Decider> {
    const { on: day, elsewhere } = decided;
    const { deciding, recordedIn } = await this.office(tx, caller, dossier, elsewhere);
    const recorded = { recordedBy: caller.personId, recordedAs: recordedIn.roleId, recordedIn };
    const decider =
      elsewhere === undefined
        ? { ...HERE, ...recorded, decidedBy: caller.personId }
        : { ...recorded, ...namedElsewhere(elsewhere) };
    const { authorId, applicantId } = application;
    const dutyWaiverId = await this.duties.apart(tx, caller, {
      ...{ rule: 'apply-approve', acts: ACTS, engagementId: dossier.engagement.id, day },
      earlier: applicantId === null ? [authorId] : [authorId, applicantId],
      ...{ elsewhere, roles: deciding },
    });
    return { ...decider, dutyWaiverId };
  }

  /**
   * Who takes an approval back, and who says so. Whoever applied may: nothing is kept apart.
   * @throws InvalidInput where who decided elsewhere goes by another name or held no role that decides,
   * AuthorizingOfficialNotNamed, RoleRequired, HeldForAnotherUnit
   */
  async revoker(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    elsewhere: MadeElsewhereDto | undefined,
  ): Promise<Revoker> {
    const { deciding: roles, recordedIn } = await this.office(tx, caller, dossier, elsewhere);
    const recorded = { recordedBy: caller.personId, recordedAs: recordedIn.roleId, recordedIn };
    if (elsewhere === undefined) {
      return { ...recorded, revokedBy: caller.personId, madeElsewhere: null };
    }
    await this.authority.isDecider(tx, caller, elsewhere, { people: [], roles });
    const revokedBy = elsewhere.deciderId ?? null;
    return { ...recorded, revokedBy, madeElsewhere: { ...elsewhere } };
  }

  /**
   * The roles that decide on the use, and the post in which the caller decides, or records what was decided
   * elsewhere. @throws AuthorizingOfficialNotNamed, RoleRequired, HeldForAnotherUnit
   */
  private async office(
    tx: Tx,
    caller: Caller,
    { engagement, pack }: Dossier,
    elsewhere: MadeElsewhereDto | undefined,
  ): Promise<{ readonly deciding: readonly string[]; readonly recordedIn: HeldPost }> {
    const settings = await this.bodyPolicy.settings(tx, caller, pack);
    const deciding = deciderRoles(useApprovalOf(pack, engagement.facts), settings);
    const roles = elsewhere === undefined ? deciding : recorderRoles(pack);
    const { unitId } = engagement;
    return { deciding, recordedIn: await this.authority.postIn(tx, caller, { roles, unitId }) };
  }
}

const ACTS = {
  ja: '利用申請の作成又は申請とその決定',
  en: 'drawing up or submitting the application and deciding on it',
};

function namedElsewhere(
  elsewhere: MadeElsewhereDto,
): Omit<Decider, 'recordedBy' | 'recordedAs' | 'recordedIn' | 'dutyWaiverId'> {
  const { manner, documentNumber, deciderName, deciderPost } = elsewhere;
  const decidedBy = elsewhere.deciderId ?? null;
  return { manner, documentNumber, deciderName, deciderPost, decidedBy };
}
