import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { ApprovedCloudService } from './approved-cloud-service.entity.js';
import type { EntryStanding } from './domain/entry-status.js';

export type ApprovedCloudServiceRow = Omit<ApprovedCloudService, 'organizationId'>;

/** An entry that stands, and what was decided. */
export interface StandingApproval {
  readonly entryId: string;
  readonly applicationId: string;
  readonly decisionId: string;
  readonly standing: EntryStanding;
  /** Of the material content decided on. */
  readonly contentHash: string;
}

@Injectable()
export class ApprovedCloudServicesRepository {
  async insert(tx: Tx, scope: Scope, row: ApprovedCloudServiceRow): Promise<void> {
    await tx.insert(ApprovedCloudService, { ...row, organizationId: scope.organizationId });
  }

  async update(
    tx: Tx,
    scope: Scope,
    id: string,
    patch: Pick<ApprovedCloudServiceRow, 'standing' | 'voidedOn'>,
  ): Promise<void> {
    await tx.update(ApprovedCloudService, { organizationId: scope.organizationId, id }, patch);
  }

  /** The approval an engagement has; undefined where it has none. */
  async standing(
    tx: Tx,
    scope: Scope,
    engagementId: string,
  ): Promise<StandingApproval | undefined> {
    const [row] = await execute<{ [K in keyof StandingApproval]: StandingApproval[K] }>(tx, {
      name: 'approved-cloud-service-standing',
      text: `SELECT s.id AS "entryId", s.application_id AS "applicationId", s.decision_id AS "decisionId",
                    s.standing, d.content_hash AS "contentHash"
             FROM approved_cloud_services s
             JOIN use_decisions d ON d.organization_id = s.organization_id AND d.id = s.decision_id
             WHERE s.organization_id = $1 AND s.engagement_id = $2 AND s.standing <> 'voided'`,
      values: [scope.organizationId, engagementId],
    });
    return row;
  }
}
