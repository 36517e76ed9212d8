import { Injectable } from '@nestjs/common';
import { unknownId } from '../shared/domain/domain-error.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { InformationProvision } from './information-provision.entity.js';

const PROVISIONS = `
  SELECT id, engagement_id AS "engagementId", vendor_id AS "vendorId", subcontract_id AS "subcontractId", nda_id AS "ndaId", items, medium, quantity,
    encrypted, unencrypted_reason AS "unencryptedReason", permitted_by AS "permittedBy",
    permitted_as AS "permittedAs",
    ${postOfAct('information_provisions', 'permitted_in')} AS "permittedIn", permitted_on AS "permittedOn", delivered_on AS "deliveredOn",
    recorded_by AS "recordedBy"
  FROM information_provisions WHERE organization_id = $1 AND engagement_id = $2 ORDER BY id`;

/** Ids of the body that name nothing. */
const UNKNOWN = {
  fk_information_provisions_vendor: () => unknownId('#/vendorId'),
};

export type ProvisionRow = Omit<InformationProvision, 'organizationId'>;

/** Information that was handed over. */
@Injectable()
export class ProvisionsRepository {
  /** @throws InvalidInput where there is no such vendor */
  async insert(tx: Tx, scope: Scope, row: ProvisionRow): Promise<void> {
    const entity = { ...row, organizationId: scope.organizationId };
    await refusing(UNKNOWN, () => tx.insert(InformationProvision, entity));
  }

  /** What was handed over in an engagement, the oldest record first. */
  ofEngagement(tx: Tx, scope: Scope, engagementId: string): Promise<ProvisionRow[]> {
    const values = [scope.organizationId, engagementId];
    return execute(tx, { name: 'provisions-of-engagement', text: PROVISIONS, values });
  }
}
