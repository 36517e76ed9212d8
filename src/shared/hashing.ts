import { createHash } from 'node:crypto';

/** SHA-256 (FIPS 180-4) of the bytes, or of a text in UTF-8, in 64 lower-case hexadecimal digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 (FIPS 180-4) of the parts one after the other. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
