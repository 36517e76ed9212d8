import { Injectable } from '@nestjs/common';
import { SeparationOfDuties } from '../engagements/index.js';
import { Authority, BodyPolicy } from '../organizations/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { ApplicationFile } from './application-files.js';
import { deciderRoles, recorderRoles, useApprovalOf } from './domain/use-approval.js';
import type { MadeElsewhereDto } from '../shared/http/made-elsewhere.dto.js';
import type { UseApplicationRow, UseDecisionRow } from './use-applications.repository.js';

/** Who decided, and who says so. */
export type Decider = Pick<
  UseDecisionRow,
  | 'decidedBy'
  | 'recordedBy'
  | 'recordedAs'
  | 'manner'
  | 'documentNumber'
  | 'deciderName'
  | 'deciderPost'
>;

const HERE = { manner: null, documentNumber: null, deciderName: null, deciderPost: null };

/** Finds who decides on an application, and holds them apart from who made it (2(8)①). */
@Injectable()
export class Deciders {
  constructor(
    private readonly authority: Authority,
    private readonly bodyPolicy: BodyPolicy,
  ) {}

  /** @throws AuthorizingOfficialNotNamed, RoleRequired, SeparationOfDuties */
  async identify(
    tx: Tx,
    caller: Caller,
    { application, dossier: { engagement, pack } }: ApplicationFile,
    elsewhere: MadeElsewhereDto | undefined,
  ): Promise<Decider> {
    const settings = await this.bodyPolicy.settings(tx, caller, pack);
    const deciding = deciderRoles(useApprovalOf(pack, engagement.facts), settings);
    const roles = elsewhere === undefined ? deciding : recorderRoles(pack);
    const { roleId: recordedAs } = await this.authority.postIn(tx, caller, roles);
    const recorded = { recordedBy: caller.personId, recordedAs };
    const decider: Decider =
      elsewhere === undefined
        ? { ...HERE, ...recorded, decidedBy: caller.personId }
        : { ...recorded, ...namedElsewhere(elsewhere) };
    await this.refuseInvolved(tx, caller, application, elsewhere, deciding);
    return decider;
  }

  private async refuseInvolved(
    tx: Tx,
    caller: Caller,
    { authorId, applicantId }: UseApplicationRow,
    elsewhere: MadeElsewhereDto | undefined,
    roles: readonly string[],
  ): Promise<void> {
    const people = applicantId === null ? [authorId] : [authorId, applicantId];
    // Who applied does not vouch for the decision of another either.
    const isInvolved =
      people.includes(caller.personId) ||
      (elsewhere !== undefined &&
        (await this.authority.isDecider(tx, caller, elsewhere, { people, roles })));
    if (!isInvolved) return;
    throw new SeparationOfDuties({
      ja: '利用申請の作成又は申請とその決定',
      en: 'drawing up or submitting the application and deciding on it',
    });
  }
}

function namedElsewhere(elsewhere: MadeElsewhereDto): Omit<Decider, 'recordedBy' | 'recordedAs'> {
  const { manner, documentNumber, deciderName, deciderPost } = elsewhere;
  const decidedBy = elsewhere.deciderId ?? null;
  return { manner, documentNumber, deciderName, deciderPost, decidedBy };
}
