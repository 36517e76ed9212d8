import { Injectable } from '@nestjs/common';
import { unknownId } from '../shared/domain/domain-error.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Nda } from './nda.entity.js';

const OF_ENGAGEMENT = `
  SELECT id, engagement_id AS "engagementId", vendor_id AS "vendorId", document_number AS "documentNumber",
    concluded_on AS "concludedOn", valid_until AS "validUntil", countersigned_by AS "countersignedBy",
    recorded_by AS "recordedBy"
  FROM ndas WHERE organization_id = $1 AND engagement_id = $2 ORDER BY id`;

/** Ids of the body that name nothing. */
const UNKNOWN = { fk_ndas_vendor: () => unknownId('#/vendorId') };

export type NdaRow = Omit<Nda, 'organizationId'>;

/** Agreements on secrecy. */
@Injectable()
export class NdasRepository {
  /** @throws InvalidInput where there is no such vendor */
  async insert(tx: Tx, { organizationId }: Scope, row: NdaRow): Promise<void> {
    await refusing(UNKNOWN, () => tx.insert(Nda, { ...row, organizationId }));
  }

  /** The agreements of an engagement, the oldest record first. */
  ofEngagement(tx: Tx, { organizationId }: Scope, engagementId: string): Promise<NdaRow[]> {
    const values = [organizationId, engagementId];
    return execute(tx, { name: 'ndas-of-engagement', text: OF_ENGAGEMENT, values });
  }
}
