import type { Response } from 'supertest';
import type { Client } from '../support/api.js';

const WRITERS = 8;

/** Lets eight write at once what they read as one version; tells how many of each status came back. */
export async function statusesOfWriters(
  client: Client,
  write: (writer: number) => PromiseLike<Response>,
): Promise<Record<number, number>> {
  const writers = Array.from({ length: WRITERS }, (_, writer) => writer);
  // With every connection open already, none of them comes too late to race.
  await Promise.all(writers.map(() => client.get('/v1/vendors?limit=1')));
  const replies = await Promise.all(writers.map(write));
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
