import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { FoundDto } from './dto/search.dto.js';

/** A name that begins with the text comes first, then the shorter one. */
const BEST_FIRST = `position($3 in search_key), length(search_key), search_key, id LIMIT $5`;

const SEARCH = `
  (SELECT 'vendor' AS kind, id, name, corporate_number AS detail, '/v1/vendors/' || id AS href
    FROM vendors WHERE organization_id = $1 AND (search_key LIKE $2 OR corporate_number = $4)
    ORDER BY ${BEST_FIRST})
  UNION ALL
  (SELECT 'cloud-service', s.id, s.name,
      (SELECT v.name FROM vendors v WHERE v.organization_id = $1 AND v.id = s.vendor_id), '/v1/cloud-services/' || s.id
    FROM (SELECT * FROM cloud_services WHERE organization_id = $1 AND search_key LIKE $2 ORDER BY ${BEST_FIRST}) s)
  UNION ALL
  (SELECT 'engagement', e.id, e.title,
      (SELECT u.name FROM org_units u WHERE u.organization_id = $1 AND u.id = e.unit_id), '/v1/engagements/' || e.id
    FROM (SELECT * FROM engagements WHERE organization_id = $1 AND search_key LIKE $2 ORDER BY ${BEST_FIRST}) e)`;

/** What is looked for. */
export interface Wanted {
  /** The text as names are compared. */
  readonly key: string;
  /** The same for LIKE. */
  readonly pattern: string;
  /** The text as a number. */
  readonly number: string;
}

@Injectable()
export class SearchRepository {
  /** The best matches of each kind. */
  find(
    tx: Tx,
    scope: Scope,
    { key, pattern, number }: Wanted,
    limitOfEach: number,
  ): Promise<FoundDto[]> {
    return execute(tx, {
      name: 'search',
      text: SEARCH,
      values: [scope.organizationId, pattern, key, number, limitOfEach],
    });
  }
}
