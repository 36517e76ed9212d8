import { v7 as uuidv7 } from 'uuid';
import type { Client, TestService } from '../support/api.js';
import type { Town } from '../support/town.js';

/** A checkpoint as the service answers it. */
export interface Sealed {
  readonly treeSize: number;
  readonly rootHash: string;
  readonly sealedAt: string;
  readonly keyId: string;
  readonly publicKey: string;
  readonly note: string;
}

/** Does something that the trail tells of, so many times, and answers what was done to. */
export async function record(client: Client, times: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < times; i += 1) {
    const reply = await client.post('/v1/vendors', { name: `株式会社試験${String(i)}` });
    ids.push(String(reply.body.id));
  }
  return ids;
}

export async function seal(client: Client): Promise<Sealed> {
  const reply = await client.post('/v1/audit-trail/checkpoints').expect(201);
  return reply.body as Sealed;
}

/** The numbers and entries of a trail, in order. */
export function leavesOf(
  service: TestService,
  { organizationId }: Town,
): Promise<{ index: number; entryId: string; hash: Buffer }[]> {
  return service.rows(
    `SELECT leaf_index AS index, entry_id AS "entryId", leaf_hash AS hash FROM trail_leaves
     WHERE organization_id = $1 ORDER BY leaf_index`,
    [organizationId],
  );
}

/** Many entries at once, as a busy year leaves them. */
export async function recordMany(
  service: TestService,
  town: Pick<Town, 'organizationId'>,
  count: number,
  recordedAt = '2026-04-01T00:00:00Z',
): Promise<void> {
  await service.rows(
    `WITH entry AS (
       INSERT INTO audit_trail (organization_id, id, recorded_at, roles, action, subject_kind, subject_id, facts)
       SELECT $1, gen_random_uuid(), $4, '{}', 'vendor.registered', 'vendor', $2, '{}'
       FROM generate_series(1, $3::integer) RETURNING organization_id, id)
     INSERT INTO unsealed_entries SELECT * FROM entry`,
    [town.organizationId, uuidv7(), count, recordedAt],
  );
}
