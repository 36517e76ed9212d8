import { Injectable } from '@nestjs/common';
import { unknownId } from '../shared/domain/domain-error.js';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { postOfAct } from '../shared/persistence/post-of-act.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { TrustJudgement } from './trust-judgement.entity.js';

const COLUMNS = `id, engagement_id AS "engagementId", cloud_service_id AS "cloudServiceId", conclusion, grounds, documents,
  judged_by AS "judgedBy", judged_as AS "judgedAs",
  ${postOfAct('trust_judgements', 'judged_in')} AS "judgedIn", judged_on AS "judgedOn", superseded_on AS "supersededOn"`;

/** Ids of the body that name nothing. */
const UNKNOWN = { fk_trust_judgements_cloud_service: () => unknownId('#/cloudServiceId') };

export type TrustJudgementRow = Omit<TrustJudgement, 'organizationId'>;

@Injectable()
export class TrustJudgementsRepository {
  /** @throws InvalidInput where there is no such cloud service */
  async insert(tx: Tx, scope: Scope, row: TrustJudgementRow): Promise<void> {
    const entity = { ...row, organizationId: scope.organizationId };
    await refusing(UNKNOWN, () => tx.insert(TrustJudgement, entity));
  }

  async supersede(tx: Tx, scope: Scope, id: string, supersededOn: string): Promise<void> {
    const key = { organizationId: scope.organizationId, id };
    await tx.update(TrustJudgement, key, { supersededOn });
  }

  /** The judgements of an engagement, the latest first. */
  list(tx: Tx, scope: Scope, engagementId: string): Promise<TrustJudgementRow[]> {
    return execute(tx, {
      name: 'trust-judgements',
      text: `SELECT ${COLUMNS} FROM trust_judgements
             WHERE organization_id = $1 AND engagement_id = $2 ORDER BY id DESC`,
      values: [scope.organizationId, engagementId],
    });
  }

  /** The one that stands; undefined where none was made. */
  async current(
    tx: Tx,
    scope: Scope,
    engagementId: string,
  ): Promise<TrustJudgementRow | undefined> {
    const [row] = await execute<TrustJudgementRow>(tx, {
      name: 'trust-judgement-current',
      text: `SELECT ${COLUMNS} FROM trust_judgements
             WHERE organization_id = $1 AND engagement_id = $2 AND superseded_on IS NULL`,
      values: [scope.organizationId, engagementId],
    });
    return row;
  }
}
