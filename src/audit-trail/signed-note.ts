import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { sha256 } from '../shared/hashing.js';

/**
 * Signs a text as a note of C2SP signed-note: the text, an empty line, and a line with the name of
 * who signs, the first four octets of the hash of name and key, and the signature (Ed25519, RFC 8032).
 */
export function signedNote(text: string, name: string, privateKey: KeyObject): string {
  const signature = sign(null, Buffer.from(text), privateKey);
  const stamp = Buffer.concat([keyHash(name, createPublicKey(privateKey)), signature]);
  return `${text}\n— ${name} ${stamp.toString('base64')}\n`;
}

/** The text of a note that somebody signed with this key; undefined where it is not so. */
export function openedNote(note: string, name: string, publicKey: KeyObject): string | undefined {
  const [, text, signer, stamp] = NOTE.exec(note) ?? [];
  if (text === undefined || stamp === undefined || signer !== name) return undefined;
  const octets = Buffer.from(stamp, 'base64');
  const isOfKey = keyHash(name, publicKey).equals(octets.subarray(0, KEY_HASH_LENGTH));
  const signature = octets.subarray(KEY_HASH_LENGTH);
  return isOfKey && verify(null, Buffer.from(text), publicKey, signature) ? text : undefined;
}

const NOTE = /^([^]*\n)\n— (\S+) ([\w+/=]+)\n$/;
const KEY_HASH_LENGTH = 4;
const ED25519 = Uint8Array.of(1);

function keyHash(name: string, publicKey: KeyObject): Buffer {
  return sha256(Buffer.from(`${name}\n`), ED25519, rawKey(publicKey)).subarray(0, KEY_HASH_LENGTH);
}

/** The 32 octets at the end of its SubjectPublicKeyInfo (RFC 8410). */
function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
}
