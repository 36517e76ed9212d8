import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Caller } from '../shared/authorization/caller.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import { SystemClock } from '../shared/time/clock.js';
import { instant } from '../shared/persistence/instant-sql.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { RecordVoided } from './domain/engagement.errors.js';
import type { RecordResponseDto } from './dto/record.dto.js';
import { EngagementRecord } from './engagement-record.entity.js';

const LIST = `
  SELECT r.id, r.engagement_id AS "engagementId", r.kind, r.stated_on AS "statedOn", r.statement, r.evidence,
    r.valid_until AS "validUntil", r.recorded_by AS "recordedBy", r.recorded_as AS "recordedAs",
    ${postOfAct('r', 'recorded_in')} AS "recordedIn",
    ${instant('r.recorded_at')} AS "recordedAt",
    r.voided_on AS "voidedOn", r.voided_reason AS "voidedReason",
    (SELECT coalesce(array_agg(o.rule_id ORDER BY o.rule_id), '{}')
      FROM proofs p JOIN obligations o ON o.organization_id = p.organization_id AND o.id = p.obligation_id
      WHERE p.organization_id = r.organization_id AND p.record_kind = 'record' AND p.record_id = r.id) AS discharges
  FROM engagement_records r
  WHERE r.organization_id = $1 AND r.engagement_id = $2
  ORDER BY r.id`;

/** What a record says when it is filed. */
export type NewRecord = Omit<
  EngagementRecord,
  'organizationId' | 'recordedBy' | 'recordedAt' | 'voidedOn' | 'voidedReason'
>;

@Injectable()
export class RecordsRepository {
  constructor(private readonly clock: SystemClock) {}

  async insert(
    tx: Tx,
    { organizationId, personId }: Pick<Caller, 'organizationId' | 'personId'>,
    row: NewRecord,
  ): Promise<Omit<RecordResponseDto, 'discharges' | 'fileIds'>> {
    const recordedAt = this.clock.now().toISOString();
    const filed = { ...row, recordedBy: personId, recordedAt, voidedOn: null, voidedReason: null };
    await tx.insert(EngagementRecord, { ...filed, organizationId });
    return filed;
  }

  list(tx: Tx, scope: Scope, engagementId: string): Promise<Omit<RecordResponseDto, 'fileIds'>[]> {
    return execute(tx, {
      name: 'engagement-records',
      text: LIST,
      values: [scope.organizationId, engagementId],
    });
  }

  /** @throws NotFound where there is no such record, RecordVoided where it counts no more */
  async void(
    tx: Tx,
    scope: Scope,
    record: { readonly engagementId: string; readonly id: string },
    patch: { readonly voidedOn: string; readonly voidedReason: string },
  ): Promise<void> {
    const key = { organizationId: scope.organizationId, ...record, voidedOn: IsNull() };
    const { affected } = await tx.update(EngagementRecord, key, patch);
    if (affected !== 1) throw await this.whyNotVoided(tx, scope, record);
  }

  private async whyNotVoided(
    tx: Tx,
    { organizationId }: Scope,
    { engagementId, id }: { readonly engagementId: string; readonly id: string },
  ): Promise<NotFound | RecordVoided> {
    const [row] = await execute<{ voidedOn: string; voidedReason: string }>(tx, {
      name: 'engagement-record-voided',
      text: `SELECT voided_on AS "voidedOn", voided_reason AS "voidedReason" FROM engagement_records
             WHERE organization_id = $1 AND engagement_id = $2 AND id = $3`,
      values: [organizationId, engagementId, id],
    });
    return row === undefined ? new NotFound() : new RecordVoided(row);
  }
}
