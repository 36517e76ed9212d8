import { sha256 } from '../shared/hashing.js';
import type { Checkpoint } from './domain/checkpoint.js';
import { provesInclusion } from './domain/merkle-proof.js';
import { rangeHash, subtreesOf, type TreeNode } from './domain/merkle-tree.js';
import { CUT_ACTION, type CutFacts } from './domain/trail-cut.js';
import type { CheckpointDto } from './dto/checkpoint.dto.js';
import { idOf, isSealedAs, rowHashAs, type ExportedLine } from './exported-line.js';
import { signedCheckpoint } from './signed-checkpoint.js';
import type { SealedRowOut } from './trail-leaves.repository.js';

/** What the head of an export says where the trail does not begin with row 0 any more. */
export interface CutOfExport {
  /** The last checkpoint over what was cut off. */
  readonly checkpoint: CheckpointDto;
  /** The complete subtrees of what was cut off, left to right, in base64: from them every later root comes. */
  readonly subtrees: readonly string[];
  /** The entry that tells of the cut, as it was sealed. */
  readonly marker: SealedRowOut & { readonly organizationId: string };
  /** The first checkpoint over that entry, and the path that leads from the entry to its root. */
  readonly sealed: CheckpointDto;
  readonly path: readonly string[];
}

/** A cut that is as it was sealed. */
export interface ProvedCut {
  /** The number of the first row that stayed. */
  readonly treeSize: number;
  readonly rootHash: string;
  readonly subtrees: readonly TreeNode[];
  readonly facts: CutFacts;
  readonly cutAt: string;
  /** The key that the entry of the cut was sealed with, SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
}

/** Undefined where it was altered, or no sealed entry tells of it. */
export function provedCut(organizationId: string, told: unknown): ProvedCut | undefined {
  const given = lineIn(told);
  const signed = signedCheckpoint(organizationId, lineIn(given.checkpoint));
  const marker = lineIn(given.marker);
  const facts = lineIn(marker.facts);
  if (signed === undefined || !isMarkerOf(marker, signed)) return undefined;
  const subtrees = subtreesOfCut(signed, hashesIn(given.subtrees));
  if (subtrees === undefined || !isSealed(organizationId, given, marker)) return undefined;
  return {
    treeSize: signed.treeSize,
    rootHash: String(facts.rootHash),
    subtrees,
    facts: facts as unknown as CutFacts,
    cutAt: String(marker.recordedAt),
    publicKey: String(lineIn(given.sealed).publicKey),
  };
}

/** Whether a row is the entry of a cut at this checkpoint. */
function isMarkerOf(
  row: ExportedLine,
  { organizationId, treeSize, rootHash }: Checkpoint,
): boolean {
  const facts = lineIn(row.facts);
  return (
    row.organizationId === organizationId &&
    row.action === CUT_ACTION &&
    facts.treeSize === treeSize &&
    facts.rootHash === Buffer.from(rootHash).toString('base64') &&
    idOf(row) !== ''
  );
}

const HASH_LENGTH = 32;

function subtreesOfCut(
  { treeSize, rootHash }: Checkpoint,
  hashes: readonly Buffer[],
): readonly TreeNode[] | undefined {
  const places = subtreesOf({ start: 0, end: treeSize });
  const isWhole =
    places.length === hashes.length &&
    hashes.every(({ length }) => length === HASH_LENGTH) &&
    Buffer.from(rangeHash(sha256, hashes)).equals(rootHash);
  if (!isWhole || treeSize === 0) return undefined;
  return places.map((place, at) => ({ ...place, hash: hashes[at] ?? Buffer.alloc(0) }));
}

/** Whether the entry is in the tree of the checkpoint it is told to be sealed by. */
function isSealed(organizationId: string, given: ExportedLine, marker: ExportedLine): boolean {
  const sealed = signedCheckpoint(organizationId, lineIn(given.sealed));
  const index = Number(marker.index);
  if (sealed === undefined || !Number.isSafeInteger(index) || !isSealedAs(marker, index)) {
    return false;
  }
  const proof = {
    leafHash: rowHashAs(marker, index),
    leafIndex: index,
    treeSize: sealed.treeSize,
    hashes: hashesIn(given.path),
  };
  return provesInclusion(sha256, proof, sealed.rootHash);
}

function lineIn(value: unknown): ExportedLine {
  return typeof value === 'object' && value !== null ? (value as ExportedLine) : {};
}

function hashesIn(value: unknown): readonly Buffer[] {
  return Array.isArray(value) ? value.map((hash) => Buffer.from(String(hash), 'base64')) : [];
}
