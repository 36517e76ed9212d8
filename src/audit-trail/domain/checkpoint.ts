import type { Hash } from './merkle-tree.js';

/** What is signed of a trail: how many rows it had at a moment, and the root over them. */
export interface Checkpoint {
  readonly organizationId: string;
  readonly treeSize: number;
  readonly rootHash: Hash;
  /** UTC, to the millisecond. */
  readonly sealedAt: string;
}

/** The name of a trail, the same in its checkpoints and with their signatures. */
export function originOf(organizationId: string): string {
  return `mitodoke/trail/${organizationId}`;
}

/**
 * A checkpoint as it is signed, by C2SP tlog-checkpoint: origin, size and root in base64, a line each,
 * and as an extension line the moment of sealing.
 */
export function checkpointText(checkpoint: Checkpoint): string {
  const { organizationId, treeSize, rootHash, sealedAt } = checkpoint;
  const root = Buffer.from(rootHash).toString('base64');
  return `${originOf(organizationId)}\n${String(treeSize)}\n${root}\nsealed ${sealedAt}\n`;
}

/** The checkpoint that a text is; undefined where it is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [, organizationId, size, root, sealedAt] = CHECKPOINT.exec(text) ?? [];
  if (organizationId === undefined || root === undefined || sealedAt === undefined)
    return undefined;
  const rootHash = Buffer.from(root, 'base64');
  const checkpoint = { organizationId, treeSize: Number(size), rootHash, sealedAt };
  return checkpointText(checkpoint) === text ? checkpoint : undefined;
}

const CHECKPOINT = /^mitodoke\/trail\/([0-9a-f-]{36})\n(\d{1,10})\n([\w+/]{43}=)\nsealed (\S+)\n$/;
