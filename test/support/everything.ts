import type { TestService } from './api.js';

/** How many rows every table has and what they hold, so that any write shows. */
export async function everythingIn(service: TestService): Promise<unknown> {
  const selects = service.database.dataSource.entityMetadatas.map(
    ({ tableName }) =>
      `SELECT '${tableName}' AS name, count(*) AS rows, sum(hashtext(t::text)) AS content FROM "${tableName}" t`,
  );
  return service.rows(`${selects.join(' UNION ALL ')} ORDER BY 1`);
}
