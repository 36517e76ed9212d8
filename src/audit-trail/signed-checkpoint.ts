import { createPublicKey, type KeyObject } from 'node:crypto';
import { sha256Hex } from '../shared/hashing.js';
import { originOf, readCheckpoint, type Checkpoint } from './domain/checkpoint.js';
import type { CheckpointDto } from './dto/checkpoint.dto.js';
import { openedNote } from './signed-note.js';

/** The checkpoint of a trail as it was signed; undefined where its parts say otherwise or nobody signed it. */
export function signedCheckpoint(
  organizationId: string,
  given: Partial<Record<keyof CheckpointDto, unknown>>,
): Checkpoint | undefined {
  const spki = Buffer.from(String(given.publicKey), 'base64');
  const key = publicKeyOf(spki);
  if (key === undefined || given.keyId !== sha256Hex(spki)) return undefined;
  const text = openedNote(String(given.note), originOf(organizationId), key);
  const signed = text === undefined ? undefined : readCheckpoint(text);
  return signed !== undefined && saysTheSame(given, signed) ? signed : undefined;
}

function saysTheSame(
  given: Partial<Record<keyof CheckpointDto, unknown>>,
  signed: Checkpoint,
): boolean {
  return (
    given.treeSize === signed.treeSize &&
    given.sealedAt === signed.sealedAt &&
    given.rootHash === Buffer.from(signed.rootHash).toString('base64')
  );
}

function publicKeyOf(spki: Buffer): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: spki, type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
