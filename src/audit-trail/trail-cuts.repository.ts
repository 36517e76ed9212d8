import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { LeafRange } from './domain/merkle-tree.js';
import { CUT_ACTION, type CutFacts } from './domain/trail-cut.js';
import { ENTRY_COLUMNS } from './entry-columns.js';
import type { SealedRowOut } from './trail-leaves.repository.js';

/** The entry of a cut, which is sealed in the transaction that makes it. */
export interface CutMarker extends SealedRowOut {
  readonly facts: SealedRowOut['facts'] & CutFacts;
}

const NEWEST = `
  SELECT leaf_index AS index, encode(leaf_hash, 'base64') AS "leafHash", ${ENTRY_COLUMNS}
  FROM audit_trail t JOIN trail_leaves l ON l.organization_id = t.organization_id AND l.entry_id = t.id
  WHERE t.organization_id = $1 AND subject_kind = 'trail' AND subject_id = $1 AND action = '${CUT_ACTION}'
  ORDER BY id DESC
  LIMIT 1`;

/** Up to the last checkpoint before the first row that was made too late. */
const CUTTABLE = `
  SELECT max(tree_size) AS "treeSize" FROM trail_checkpoints
  WHERE organization_id = $1 AND tree_size > $2 AND tree_size <= coalesce((
    SELECT min(leaf_index)
    FROM trail_leaves l JOIN audit_trail t ON t.organization_id = l.organization_id AND t.id = l.entry_id
    WHERE l.organization_id = $1 AND leaf_index >= $2 AND recorded_at >= $3), tree_size)`;

const REMOVE = `
  WITH removed AS (
    DELETE FROM audit_trail t USING trail_leaves l
    WHERE l.organization_id = $1 AND leaf_index >= $2 AND leaf_index < $3
      AND t.organization_id = l.organization_id AND t.id = l.entry_id
    RETURNING 1)
  SELECT count(*)::integer AS count FROM removed`;

/** What was cut off a trail, and what can be. */
@Injectable()
export class TrailCutsRepository {
  /** The entry of the last cut; undefined while the trail begins with row 0. */
  async newest(tx: Tx, { organizationId }: Scope): Promise<CutMarker | undefined> {
    const [marker] = await execute<CutMarker & Record<string, unknown>>(tx, {
      name: 'trail-cut-newest',
      text: NEWEST,
      values: [organizationId],
    });
    return marker;
  }

  /** How far rows from a number on may go that were made before an instant; undefined where none may. */
  async cuttable(
    tx: Tx,
    { organizationId }: Scope,
    { from, before }: { readonly from: number; readonly before: string },
  ): Promise<number | undefined> {
    const [row] = await execute<{ treeSize: number | null }>(tx, {
      name: 'trail-cuttable',
      text: CUTTABLE,
      values: [organizationId, from, before],
    });
    return row?.treeSize ?? undefined;
  }

  /** Takes entries away; their leaves stay. The application has no right to. @returns how many went */
  async remove(tx: Tx, { organizationId }: Scope, { start, end }: LeafRange): Promise<number> {
    const [row] = await execute<{ count: number }>(tx, {
      name: 'trail-cut',
      text: REMOVE,
      values: [organizationId, start, end],
    });
    return row?.count ?? 0;
  }
}
