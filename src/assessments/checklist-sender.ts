import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Dossier } from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import { decimalSetting, tierFor } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { InputFault } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { LinkedFirms } from '../vendors/index.js';
import { AssessmentDesk } from './assessment-desk.js';
import type { AssessmentRow } from './assessments.repository.js';
import { checklistOf } from './checklist.js';
import { ASSESSMENT } from './domain/assessment-lifecycle.js';
import type { FrozenCriterion } from './domain/frozen-checklist.js';

/** What the policy asks of candidates, and what it takes to be suitable. */
export type AskedChecklist = Pick<
  AssessmentRow,
  'policyVersionId' | 'reviewersRequired' | 'scoreSuitable' | 'scoreConditional'
> & { readonly criteria: readonly FrozenCriterion[] };

/** The same with how candidates are treated. */
export type ChecklistTerms = AskedChecklist &
  Pick<AssessmentRow, 'procedureId' | 'method' | 'dueOn' | 'toleratedDifference'>;

/** Who is asked; the service where the engagement is a cloud use. */
export interface AskedCandidate {
  readonly vendorId: string;
  readonly cloudServiceId?: string;
  /** Where it stands in the body; `#` where it is the body. */
  readonly at?: string;
}

/** How a checklist reaches a candidate: as a copy that stands still, whatever the policy asks later. */
@Injectable()
export class ChecklistSender {
  constructor(
    private readonly desk: AssessmentDesk,
    private readonly bodyPolicy: BodyPolicy,
    private readonly firms: LinkedFirms,
  ) {}

  /** What the policy asks of a candidate for this engagement now. @throws NothingToAsk */
  async asked(tx: Tx, scope: Scope, dossier: Dossier): Promise<AskedChecklist> {
    const { engagement, pack } = dossier;
    const settings = await this.bodyPolicy.settings(tx, scope, pack);
    return {
      criteria: checklistOf(dossier),
      policyVersionId: engagement.policyVersionId,
      reviewersRequired: tierFor(pack, new Set(engagement.facts))?.reviewers ?? 1,
      scoreSuitable: decimalSetting(settings, 'score-suitable'),
      scoreConditional: decimalSetting(settings, 'score-conditional'),
    };
  }

  /** Sends within a unit of work that holds the dossier and touches it last. @throws InvalidInput, CandidateAlreadyAssessed */
  async send(
    tx: Tx,
    caller: Caller,
    { engagement }: Dossier,
    { criteria, ...terms }: ChecklistTerms,
    { vendorId, cloudServiceId, at }: AskedCandidate,
  ): Promise<AssessmentRow> {
    const after: AssessmentRow = {
      ...{
        id: uuidv7(),
        version: 1,
        draftVersion: 0,
        title: engagement.title,
        engagementId: engagement.id,
        status: ASSESSMENT.initial,
      },
      ...{ ...terms, vendorId, cloudServiceId: cloudServiceId ?? null, round: 1 },
      ...{ sentBy: caller.personId, sentOn: this.desk.clock.today() },
      ...{ withdrawnOn: null, withdrawnReason: null, withdrawnByVendor: null },
      firmId: await this.firms.of(tx, caller, vendorId),
    };
    const { assessments, books } = this.desk;
    await assessments.insert(tx, caller, after, criteria, at);
    await assessments.insertRound(tx, caller, {
      ...{ assessmentId: after.id, round: 1, openedOn: after.sentOn, openedBy: caller.personId },
      ...{ reason: null, dueOn: after.dueOn },
      asked: criteria.map(({ criterionId }) => criterionId),
    });
    const subject = { kind: 'assessment', id: after.id };
    await books.trail.append(tx, caller, { action: 'assessment.sent', subject, after });
    return after;
  }
}

/** Faults of a candidate: a cloud use needs the service offered, nothing else has one. */
export function candidateFaults(
  { engagement }: Dossier,
  { cloudServiceId, at = '#' }: AskedCandidate,
): InputFault[] {
  const isCloud = engagement.kinds.includes('cloud');
  const isNamed = cloudServiceId !== undefined;
  if (isCloud === isNamed) return [];
  return [{ pointer: `${at}/cloudServiceId`, detail: isCloud ? SERVICE_MISSING : SERVICE_UNASKED }];
}

const SERVICE_MISSING = {
  ja: 'クラウドサービスを利用する案件では、候補のサービスを指定してください。',
  en: 'A cloud use needs the service that is offered.',
};

const SERVICE_UNASKED = {
  ja: 'クラウドサービスを利用しない案件です。指定しないでください。',
  en: 'The engagement is no cloud use; leave the service out.',
};
