import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { decisionDayFaults, type Dossier } from '../engagements/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import type { ApplicationFile } from './application-files.js';
import { Approvals } from './approvals.js';
import type { StandingApproval } from './approved-cloud-services.repository.js';
import { Deciders } from './deciders.js';
import type { DecideUseApplicationDto } from './dto/use-decision.dto.js';
import type { RevokeUseApprovalDto } from './dto/use-revocation.dto.js';
import { MaterialContent } from './material-content.js';
import { UseApplicationsRepository, type UseDecisionRow } from './use-applications.repository.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';

/** Writes decisions with the hash of what was decided on, and lets approvals take effect. */
@Injectable()
export class Decisions {
  constructor(
    private readonly applications: UseApplicationsRepository,
    private readonly deciders: Deciders,
    private readonly content: MaterialContent,
    private readonly approvals: Approvals,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws InvalidInput, AuthorizingOfficialNotNamed, RoleRequired, SeparationOfDuties, GateClosed */
  async record(
    tx: Tx,
    caller: Caller,
    file: ApplicationFile,
    body: DecideUseApplicationDto,
  ): Promise<UseDecisionRow> {
    const { application, dossier } = file;
    const { outcome, comment = null, conditions = [], madeElsewhere } = body;
    const decidedOn = madeElsewhere?.decidedOn ?? this.clock.today();
    refuse(decisionDayFaults(decidedOn, dossier.engagement, this.clock.today()));
    const decider = await this.deciders.identify(tx, caller, file, {
      ...{ on: decidedOn, elsewhere: madeElsewhere },
    });
    const { id: applicationId, submissions: number, authorId, applicantId } = application;
    if (applicantId === null) throw new Error('A submitted application has an applicant');
    const decision = {
      ...{ id: uuidv7(), applicationId, number, authorId, applicantId },
      ...{ outcome, comment, conditions: conditions.map(({ text, dueOn }) => ({ text, dueOn })) },
      contentHash: await this.content.hash(tx, caller, dossier, application),
      decidedOn,
      ...decider,
    };
    await this.applications.insertDecision(tx, caller, decision);
    if (outcome === 'approve') await this.approvals.enter(tx, caller, file, decision, body);
    return decision;
  }

  /**
   * Writes that an approval is taken back, on the day it was given at the earliest.
   * @throws InvalidInput, AuthorizingOfficialNotNamed, RoleRequired
   */
  async recordRevocation(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { applicationId, approvedOn }: StandingApproval,
    { reason, madeElsewhere }: RevokeUseApprovalDto,
  ): Promise<void> {
    const revokedOn = madeElsewhere?.decidedOn ?? this.clock.today();
    refuse([
      ...decisionDayFaults(revokedOn, dossier.engagement, this.clock.today()),
      ...(revokedOn < approvedOn ? [BEFORE_APPROVAL] : []),
    ]);
    const revoker = await this.deciders.revoker(tx, caller, dossier, madeElsewhere);
    await this.applications.insertRevocation(tx, caller, {
      ...{ applicationId, revokedOn, reason, ...revoker },
    });
  }
}

const BEFORE_APPROVAL: InputFault = {
  pointer: '#/madeElsewhere/decidedOn',
  detail: {
    ja: '承認の日より前の日は指定できません。',
    en: 'It must not be before the day of the approval.',
  },
};
