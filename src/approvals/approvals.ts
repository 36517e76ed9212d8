import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { numberSetting, roleInPlaceOf } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { Dossier } from '../engagements/index.js';
import { BodyPolicy, ServingStaff } from '../organizations/index.js';
import { addMonths, calendarDate } from '../shared/domain/calendar-date.js';
import type { Tx } from '../shared/persistence/tx.js';
import { namedInBody } from '../vendors/index.js';
import type { ApplicationFile } from './application-files.js';
import { ApprovalBooks } from './approval-books.js';
import {
  ApprovedCloudServicesRepository,
  type ApprovedCloudServiceRow,
} from './approved-cloud-services.repository.js';
import { NoRoleManagesService } from './domain/approval.errors.js';
import { rolesWith } from './domain/use-approval.js';
import { StandingApprovals } from './standing-approvals.js';
import type { UseDecisionRow } from './use-applications.repository.js';

/** Months between reviews of an approval, where the decision names no day. */
const REVIEW_MONTHS = 'use-review-months';

const REPLACED = '後の承認に置き換えたため（replaced by a later approval）';

/** What an approval says besides what every decision says. */
export interface ApprovalTerms {
  readonly cloudServiceManagerId?: string;
  readonly reviewOn?: string;
}

/** What an approval brings about, all of it at once (9(2)⑤ウ, 7(1)㉒ウ). */
@Injectable()
export class Approvals {
  constructor(
    private readonly books: ApprovalBooks,
    private readonly entries: ApprovedCloudServicesRepository,
    private readonly standing: StandingApprovals,
    private readonly staff: ServingStaff,
    private readonly bodyPolicy: BodyPolicy,
  ) {}

  /**
   * Enters the service in the ledger of approved services, appoints who is responsible, and proves
   * what the approval proves. An earlier approval of the engagement ends.
   * @throws GateClosed, and InvalidInput where nobody serves who could be the manager
   */
  async enter(
    tx: Tx,
    caller: Caller,
    { application, dossier }: ApplicationFile,
    decision: UseDecisionRow,
    { cloudServiceManagerId: managerId = '', reviewOn }: ApprovalTerms,
  ): Promise<void> {
    await this.books.ledger.require(tx, caller, dossier, ['apply']);
    await this.appoint(tx, caller, dossier, managerId);
    const { id: decisionId, applicationId, conditions, decidedOn: approvedOn } = decision;
    const entry: ApprovedCloudServiceRow = {
      ...{ id: uuidv7(), engagementId: dossier.engagement.id, applicationId, decisionId },
      ...{ cloudServiceId: application.cloudServiceId, managerId, approvedOn, conditions },
      reviewOn: reviewOn ?? (await this.reviewDay(tx, caller, dossier, approvedOn)),
      ...{ standing: 'approved', voidedOn: null },
    };
    await this.replace(tx, caller, entry);
    await this.prove(tx, caller, dossier, entry);
  }

  private async replace(tx: Tx, caller: Caller, entry: ApprovedCloudServiceRow): Promise<void> {
    const earlier = await this.standing.of(tx, caller, entry.engagementId);
    if (earlier !== undefined) await this.standing.void(tx, caller, earlier, REPLACED);
    await this.entries.insert(tx, caller, entry);
    await this.books.trail.append(tx, caller, {
      action: 'cloud-service.approved',
      subject: { kind: 'cloud-service-entry', id: entry.id },
      after: entry,
    });
  }

  private async prove(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    { id, decisionId, approvedOn: validFrom }: ApprovedCloudServiceRow,
  ): Promise<void> {
    await this.books.ledger.discharge(
      tx,
      caller,
      dossier,
      { kind: 'use-decision', id: decisionId, validFrom },
      { kind: 'cloud-service-entry', id, validFrom },
    );
  }

  private async appoint(
    tx: Tx,
    caller: Caller,
    { engagement: { kinds, unitId }, pack }: Dossier,
    personId: string,
  ): Promise<void> {
    const duty = kinds.includes('social-media') ? 'manage-social-media' : 'manage-cloud-service';
    const current = await this.bodyPolicy.inForce(tx, caller);
    const [role, ...others] = rolesWith(pack, [duty]).map((id) => roleInPlaceOf(current.pack, id));
    if (role === undefined) throw new NoRoleManagesService(duty);
    const appointment = { personId, unitId, roles: [role, ...others] } as const;
    await namedInBody('#/cloudServiceManagerId', () => this.staff.appoint(tx, caller, appointment));
  }

  private async reviewDay(
    tx: Tx,
    caller: Caller,
    { pack }: Dossier,
    approvedOn: string,
  ): Promise<string> {
    const settings = await this.bodyPolicy.settings(tx, caller, pack);
    return addMonths(calendarDate(approvedOn), numberSetting(settings, REVIEW_MONTHS));
  }
}
