import { Injectable } from '@nestjs/common';
import { unknownId } from '../shared/domain/domain-error.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Briefing } from './briefing.entity.js';

const LIST = `
  SELECT id, engagement_id AS "engagementId", vendor_id AS "vendorId", held_on AS "heldOn", method, documents,
    confidential_matters AS "confidentialMatters", attendees, acknowledged_on AS "acknowledgedOn",
    acknowledgement, recorded_by AS "recordedBy", recorded_as AS "recordedAs",
    ${postOfAct('briefings', 'recorded_in')} AS "recordedIn"
  FROM briefings WHERE organization_id = $1 AND engagement_id = $2 ORDER BY acknowledged_on, id`;

const BRIEFED = `
  SELECT FROM briefings
  WHERE organization_id = $1 AND engagement_id = $2 AND vendor_id = $3 AND acknowledged_on <= $4 LIMIT 1`;

export type BriefingRow = Omit<Briefing, 'organizationId'>;

@Injectable()
export class BriefingsRepository {
  /** @throws InvalidInput where the firm names nothing */
  async insert(tx: Tx, { organizationId }: Scope, row: BriefingRow): Promise<void> {
    const unknown = { fk_briefings_vendor: () => unknownId('#/vendorId') };
    await refusing(unknown, () => tx.insert(Briefing, { ...row, organizationId }));
  }

  /** Those of an engagement, in the order in which they were acknowledged. */
  ofEngagement(tx: Tx, { organizationId }: Scope, engagementId: string): Promise<BriefingRow[]> {
    const values = [organizationId, engagementId];
    return execute(tx, { name: 'briefings-of-engagement', text: LIST, values });
  }

  /** Whether the firm had acknowledged a briefing in the engagement by a day. */
  async isBriefed(
    tx: Tx,
    { organizationId }: Scope,
    { engagementId, vendorId }: { readonly engagementId: string; readonly vendorId: string },
    day: string,
  ): Promise<boolean> {
    const values = [organizationId, engagementId, vendorId, day];
    const rows = await execute(tx, { name: 'firm-briefed', text: BRIEFED, values });
    return rows.length > 0;
  }
}
