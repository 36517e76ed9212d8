import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refuseEnded, type Dossier } from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import { decimalSetting, tierFor } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, type InputFault } from '../shared/domain/domain-error.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AssessmentDesk } from './assessment-desk.js';
import type { AssessmentRow } from './assessments.repository.js';
import { checklistOf } from './checklist.js';
import { dueFaults } from './domain/answer-input.js';
import { ASSESSMENT } from './domain/assessment-lifecycle.js';
import type { AssessmentDto, SendAssessmentDto } from './dto/assessment.dto.js';

/** Sends the checklist to candidates. */
@Injectable()
export class SendingsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly desk: AssessmentDesk,
    private readonly bodyPolicy: BodyPolicy,
  ) {}

  /**
   * Sends what the policy asks of a candidate for this engagement. Criteria, weights, texts and
   * thresholds are kept as they are now, whatever the policy says later.
   * @throws NotFound, InvalidInput, WrongStage, NothingToAsk, CandidateAlreadyAssessed
   */
  send(caller: Caller, engagementId: string, body: SendAssessmentDto): Promise<AssessmentDto> {
    return this.transactor.write(caller, async (tx) => {
      const { books, assessments } = this.desk;
      const dossier = await books.dossiers.lock(tx, caller, engagementId);
      refuseEnded(dossier.engagement.status);
      await books.dossiers.postWith(tx, caller, 'assessment:write', dossier);
      refuse(sendingFaults(dossier, body, this.desk.clock.today()));
      const criteria = checklistOf(dossier);
      const after = await this.draw(tx, caller, dossier, body);
      await assessments.insert(tx, caller, after, criteria);
      await assessments.insertRound(tx, caller, {
        ...{ assessmentId: after.id, round: 1, openedOn: after.sentOn, openedBy: caller.personId },
        ...{ reason: null, dueOn: after.dueOn },
        asked: criteria.map(({ criterionId }) => criterionId),
      });
      await books.dossiers.touch(tx, caller, dossier);
      const subject = { kind: 'assessment', id: after.id };
      await books.trail.append(tx, caller, { action: 'assessment.sent', subject, after });
      return this.desk.show(tx, caller, after.id);
    });
  }

  private async draw(
    tx: Tx,
    caller: Caller,
    { engagement, pack }: Dossier,
    { vendorId, cloudServiceId, dueOn }: SendAssessmentDto,
  ): Promise<AssessmentRow> {
    const settings = await this.bodyPolicy.settings(tx, caller, pack);
    return {
      ...{ id: uuidv7(), version: 1, engagementId: engagement.id, status: ASSESSMENT.initial },
      ...{ vendorId, cloudServiceId: cloudServiceId ?? null, dueOn, round: 1 },
      policyVersionId: engagement.policyVersionId,
      reviewersRequired: tierFor(pack, new Set(engagement.facts))?.reviewers ?? 1,
      scoreSuitable: decimalSetting(settings, 'score-suitable'),
      scoreConditional: decimalSetting(settings, 'score-conditional'),
      ...{ sentBy: caller.personId, sentOn: this.desk.clock.today() },
      ...{ withdrawnOn: null, withdrawnReason: null },
    };
  }
}

function sendingFaults(
  { engagement }: Dossier,
  { cloudServiceId, dueOn }: SendAssessmentDto,
  today: string,
): InputFault[] {
  const isCloud = engagement.kinds.includes('cloud');
  const isNamed = cloudServiceId !== undefined;
  return [
    ...(isCloud && !isNamed ? [SERVICE_MISSING] : []),
    ...(!isCloud && isNamed ? [SERVICE_UNASKED] : []),
    ...dueFaults(dueOn, today),
  ];
}

const SERVICE_MISSING: InputFault = {
  pointer: '#/cloudServiceId',
  detail: {
    ja: 'クラウドサービスを利用する案件では、候補のサービスを指定してください。',
    en: 'A cloud use needs the service that is offered.',
  },
};

const SERVICE_UNASKED: InputFault = {
  pointer: '#/cloudServiceId',
  detail: {
    ja: 'クラウドサービスを利用しない案件です。指定しないでください。',
    en: 'The engagement is no cloud use; leave the service out.',
  },
};
