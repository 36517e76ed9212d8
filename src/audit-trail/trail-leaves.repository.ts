import { Injectable } from '@nestjs/common';
import { NOBODY, type Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { TrailEntryDto } from './dto/trail.dto.js';
import type { Hash, LeafRange, TreeNode } from './domain/merkle-tree.js';
import { ENTRY_COLUMNS } from './entry-columns.js';

/** Until the transaction ends, nobody else numbers rows of this organization. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('trail:' || $1, 0))`;

const TAKE = `
  WITH taken AS (
    DELETE FROM unsealed_entries
    WHERE organization_id = $1 AND entry_id IN (
      SELECT entry_id FROM unsealed_entries WHERE organization_id = $1 ORDER BY entry_id LIMIT $2)
    RETURNING entry_id)
  SELECT ${ENTRY_COLUMNS} FROM taken JOIN audit_trail t ON t.organization_id = $1 AND t.id = entry_id
  ORDER BY id`;

const ADD_LEAVES = `
  INSERT INTO trail_leaves (organization_id, leaf_index, entry_id, leaf_hash)
  SELECT $1, * FROM unnest($2::integer[], $3::uuid[], $4::bytea[])`;

const ADD_NODES = `
  INSERT INTO trail_nodes (organization_id, level, position, hash)
  SELECT $1, * FROM unnest($2::integer[], $3::integer[], $4::bytea[])`;

/** An entry is either sealed or waits. Leaves stay when entries are cut off, so that archived ones are proved too. */
const FIND = `
  SELECT leaf_index AS "leafIndex", leaf_hash AS "leafHash"
  FROM trail_leaves WHERE organization_id = $1 AND entry_id = $2
  UNION ALL
  SELECT NULL, NULL FROM unsealed_entries WHERE organization_id = $1 AND entry_id = $2`;

const ROWS = `
  SELECT leaf_index AS index, encode(leaf_hash, 'base64') AS "leafHash", ${ENTRY_COLUMNS}
  FROM trail_leaves l JOIN audit_trail t ON t.organization_id = l.organization_id AND t.id = l.entry_id
  WHERE l.organization_id = $1 AND leaf_index >= $2 AND leaf_index < $3
  ORDER BY leaf_index`;

/** An entry with the number it is to be sealed under. */
export interface Leaf {
  readonly index: number;
  readonly entryId: string;
  readonly hash: Hash;
}

/** A sealed row as it is exported: what was sealed, and the hash it was sealed with. */
export interface SealedRowOut extends TrailEntryDto {
  readonly index: number;
  readonly leafHash: string;
}

/** The rows of trails by their numbers, and those that have none yet. */
@Injectable()
export class TrailLeavesRepository {
  constructor(private readonly transactor: Transactor) {}

  /** Whose entries wait, whoever it is. */
  async waiting(): Promise<readonly string[]> {
    const rows = await this.transactor.readOne<{ organizationId: string }>(NOBODY, {
      name: 'trail-waiting',
      text: `SELECT DISTINCT organization_id AS "organizationId" FROM unsealed_entries`,
      values: [],
    });
    return rows.map(({ organizationId }) => organizationId);
  }

  async lock(tx: Tx, { organizationId }: Scope): Promise<void> {
    await execute(tx, { name: 'trail-lock', text: LOCK, values: [organizationId] });
  }

  /** Takes waiting entries off the queue, in the order they were made. */
  take(tx: Tx, { organizationId }: Scope, limit: number): Promise<TrailEntryDto[]> {
    return execute<TrailEntryDto>(tx, {
      name: 'trail-take',
      text: TAKE,
      values: [organizationId, limit],
    });
  }

  async add(
    tx: Tx,
    { organizationId }: Scope,
    leaves: readonly Leaf[],
    nodes: readonly TreeNode[],
  ): Promise<void> {
    await execute(tx, {
      name: 'trail-leaves-add',
      text: ADD_LEAVES,
      values: [
        organizationId,
        leaves.map(({ index }) => index),
        leaves.map(({ entryId }) => entryId),
        leaves.map(({ hash }) => hash),
      ],
    });
    await execute(tx, {
      name: 'trail-nodes-add',
      text: ADD_NODES,
      values: [
        organizationId,
        nodes.map(({ level }) => level),
        nodes.map(({ position }) => position),
        nodes.map(({ hash }) => hash),
      ],
    });
  }

  /** Where an entry was sealed; null in both while it is not. Undefined where there is no such entry. */
  async find(
    tx: Tx,
    { organizationId }: Scope,
    entryId: string,
  ): Promise<{ leafIndex: number | null; leafHash: Hash | null } | undefined> {
    const [found] = await execute<{ leafIndex: number | null; leafHash: Hash | null }>(tx, {
      name: 'trail-leaf-find',
      text: FIND,
      values: [organizationId, entryId],
    });
    return found;
  }

  rows(tx: Tx, { organizationId }: Scope, { start, end }: LeafRange): Promise<SealedRowOut[]> {
    return execute<SealedRowOut>(tx, {
      name: 'trail-rows',
      text: ROWS,
      values: [organizationId, start, end],
    });
  }
}
