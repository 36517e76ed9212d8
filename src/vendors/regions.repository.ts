import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { CloudServiceRegion } from './cloud-service-region.entity.js';

/** What is stored of a region, without its owner and service. */
export type RegionRow = Omit<CloudServiceRegion, 'organizationId' | 'cloudServiceId'>;

@Injectable()
export class RegionsRepository {
  /** The regions a cloud service had on a day, by country, region and use. */
  onDay(tx: Tx, scope: Scope, cloudServiceId: string, day: string): Promise<RegionRow[]> {
    return execute(tx, {
      name: 'cloud-service-regions',
      text: `SELECT id, country, provider_region AS "providerRegion", use,
                    started_on AS "startedOn", ended_on AS "endedOn"
             FROM cloud_service_regions
             WHERE organization_id = $1 AND cloud_service_id = $2
               AND started_on <= $3 AND (ended_on IS NULL OR ended_on > $3)
             ORDER BY country, provider_region NULLS FIRST, use, id`,
      values: [scope.organizationId, cloudServiceId, day],
    });
  }

  async insert(
    tx: Tx,
    scope: Scope,
    cloudServiceId: string,
    rows: readonly RegionRow[],
  ): Promise<void> {
    const { organizationId } = scope;
    const owned = rows.map((row) => ({ ...row, organizationId, cloudServiceId }));
    if (owned.length > 0) await tx.insert(CloudServiceRegion, owned);
  }

  async end(tx: Tx, scope: Scope, ids: readonly string[], endedOn: string): Promise<void> {
    const { organizationId } = scope;
    if (ids.length === 0) return;
    await tx.update(CloudServiceRegion, { organizationId, id: In([...ids]) }, { endedOn });
  }
}
