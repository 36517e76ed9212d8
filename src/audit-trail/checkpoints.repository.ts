import { Injectable } from '@nestjs/common';
import { instant } from '../shared/persistence/instant-sql.js';
import type { Scope } from '../shared/persistence/scope.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { CheckpointDto } from './dto/checkpoint.dto.js';
import {
  rangeHash,
  subtreesOf,
  type Hash,
  type LeafRange,
  type TreeNode,
} from './domain/merkle-tree.js';
import { sha256 } from '../shared/hashing.js';

const COLUMNS = `
  tree_size AS "treeSize", encode(root_hash, 'base64') AS "rootHash",
  ${instant('sealed_at')} AS "sealedAt",
  key_id AS "keyId", public_key AS "publicKey", note`;

const LIST = `
  SELECT ${COLUMNS}
  FROM trail_checkpoints
  WHERE organization_id = $1 AND ($2::integer IS NULL OR tree_size < $2)
  ORDER BY tree_size DESC
  LIMIT $3`;

const WITHIN = `
  SELECT ${COLUMNS}
  FROM trail_checkpoints
  WHERE organization_id = $1 AND tree_size > $2 AND tree_size <= $3
  ORDER BY tree_size`;

const COVERING = `
  SELECT ${COLUMNS}
  FROM trail_checkpoints
  WHERE organization_id = $1 AND tree_size > $2
  ORDER BY tree_size
  LIMIT 1`;

const ADD = `
  INSERT INTO trail_checkpoints (organization_id, tree_size, root_hash, sealed_at, key_id, public_key, note)
  VALUES ($1, $2, decode($3, 'base64'), $4, $5, $6, $7)`;

const NODES = `
  WITH wanted AS (SELECT * FROM unnest($2::integer[], $3::integer[]) AS subtree(level, position))
  SELECT level, position, hash FROM wanted JOIN trail_nodes n USING (level, position) WHERE n.organization_id = $1
  UNION ALL
  SELECT 0, leaf_index, leaf_hash FROM wanted JOIN trail_leaves l ON level = 0 AND leaf_index = position
  WHERE l.organization_id = $1`;

/** Checkpoints, and the hashes of the tree below them. */
@Injectable()
export class CheckpointsRepository {
  /** Newest first, below a size where one is given. */
  list(
    tx: Tx,
    { organizationId }: Scope,
    { below = null, limit }: { readonly below?: number | null; readonly limit: number },
  ): Promise<CheckpointDto[]> {
    return execute<CheckpointDto>(tx, {
      name: 'trail-checkpoints-list',
      text: LIST,
      values: [organizationId, below, limit],
    });
  }

  async newest(tx: Tx, scope: Scope): Promise<CheckpointDto | undefined> {
    const [newest] = await this.list(tx, scope, { limit: 1 });
    return newest;
  }

  /** Those whose last row is in a range, in order. */
  within(tx: Tx, { organizationId }: Scope, { start, end }: LeafRange): Promise<CheckpointDto[]> {
    return execute<CheckpointDto>(tx, {
      name: 'trail-checkpoints-within',
      text: WITHIN,
      values: [organizationId, start, end],
    });
  }

  /** The first that covers a sealed row. */
  async covering(tx: Tx, { organizationId }: Scope, index: number): Promise<CheckpointDto> {
    const [covering] = await execute<CheckpointDto & Record<string, unknown>>(tx, {
      name: 'trail-checkpoint-covering',
      text: COVERING,
      values: [organizationId, index],
    });
    if (covering === undefined) throw new Error(`No checkpoint covers row ${String(index)}`);
    return covering;
  }

  async add(tx: Tx, { organizationId }: Scope, checkpoint: CheckpointDto): Promise<void> {
    const { treeSize, rootHash, sealedAt, keyId, publicKey, note } = checkpoint;
    await execute(tx, {
      name: 'trail-checkpoint-add',
      text: ADD,
      values: [organizationId, treeSize, rootHash, sealedAt, keyId, publicKey, note],
    });
  }

  /** The complete subtrees of a range, left to right. */
  async nodes(tx: Tx, scope: Scope, range: LeafRange): Promise<readonly TreeNode[]> {
    const [nodes = []] = await this.nodesOfEach(tx, scope, [range]);
    return nodes;
  }

  /** The tree hash of each range. */
  async hashes(tx: Tx, scope: Scope, ranges: readonly LeafRange[]): Promise<readonly Hash[]> {
    const nodes = await this.nodesOfEach(tx, scope, ranges);
    return nodes.map((parts) =>
      rangeHash(
        sha256,
        parts.map(({ hash }) => hash),
      ),
    );
  }

  private async nodesOfEach(
    tx: Tx,
    { organizationId }: Scope,
    ranges: readonly LeafRange[],
  ): Promise<readonly (readonly TreeNode[])[]> {
    const wanted = ranges.map(subtreesOf);
    const all = wanted.flat();
    const rows = await execute<TreeNode>(tx, {
      name: 'trail-nodes',
      text: NODES,
      values: [organizationId, all.map(({ level }) => level), all.map(({ position }) => position)],
    });
    const byPlace = new Map(rows.map((row) => [placeOf(row), row]));
    return wanted.map((subtrees) =>
      subtrees.map((subtree) => {
        const node = byPlace.get(placeOf(subtree));
        if (node === undefined) throw new Error(`The trail has no node ${placeOf(subtree)}`);
        return node;
      }),
    );
  }
}

function placeOf({ level, position }: Pick<TreeNode, 'level' | 'position'>): string {
  return `${String(level)}/${String(position)}`;
}
