import { expect } from 'vitest';
import type { Database } from '../../src/shared/persistence/database.js';
import { ownerRows } from '../support/database.js';
import type { SentWrite } from './write-load.js';

interface Unit {
  /** What was made. */
  readonly id: string;
  readonly key: string | null;
  /** A row of the thing itself. */
  readonly row: boolean;
  /** Entries of the trail that tell of it. */
  readonly entries: number;
  /** Of them, those that are sealed or wait for it. */
  readonly placed: number;
  /** Rows that belong to it; the same for everything made alike. */
  readonly parts: number;
}

/** Everything that the load can have made, from whichever of its rows is there. */
const UNITS = `
  WITH made AS (
    SELECT id, 'vendor' AS kind, 0 AS parts FROM vendors
    UNION ALL
    SELECT e.id, 'engagement',
      (SELECT count(*) FROM data_items d WHERE d.engagement_id = e.id) * 1000
      + (SELECT count(*) FROM obligations o WHERE o.engagement_id = e.id)
    FROM engagements e
  ), kept AS (
    SELECT (reply ->> 'id')::uuid AS id, key FROM idempotency_keys
  ), told AS (
    SELECT t.subject_id AS id, count(*) AS entries, count(coalesce(l.entry_id, u.entry_id)) AS placed
    FROM audit_trail t
    LEFT JOIN trail_leaves l ON l.entry_id = t.id
    LEFT JOIN unsealed_entries u ON u.entry_id = t.id
    WHERE t.action IN ('vendor.registered', 'engagement.planned')
    GROUP BY 1
  )
  SELECT id, key, kind, made.kind IS NOT NULL AS row, coalesce(entries, 0)::int AS entries,
    coalesce(placed, 0)::int AS placed, coalesce(parts, 0)::int AS parts
  FROM made FULL JOIN kept USING (id) FULL JOIN told USING (id)`;

/**
 * Holds what the database has against what the senders know: every acknowledged write is there, and
 * whatever is there is whole: its rows, its one entry in the trail, in its place, and the reply that is kept for a
 * repetition.
 *
 * @returns how many things there are
 */
export async function expectWholeUnits(
  database: Database,
  writes: readonly SentWrite[],
): Promise<number> {
  const units = await ownerRows<Unit>(database, UNITS);
  const parts = new Set(units.filter((unit) => unit.parts > 0).map((unit) => unit.parts));
  const broken = units.filter(
    ({ key, row, entries, placed }) => key === null || !row || entries !== 1 || placed !== 1,
  );
  const byKey = new Map(units.map(({ key, id }) => [key, id]));
  const lost = writes.filter(
    ({ key, answer }) => answer?.status === 201 && byKey.get(key) !== answer.body.id,
  );

  expect(broken).toEqual([]);
  expect(parts.size).toBeLessThan(2);
  expect(lost).toEqual([]);
  return units.length;
}
