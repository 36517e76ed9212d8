import { createHash } from 'node:crypto';
import type { ContentKey } from './content-store.js';

/** What lies under a hash is not what had that hash; somebody has to look at the storage. */
export class ContentDamaged extends Error {
  constructor({ organizationId, sha256 }: ContentKey) {
    super(`The content of ${sha256} of ${organizationId} is damaged or missing`);
    this.name = 'ContentDamaged';
  }
}

/**
 * Passes a content on and holds the last part back until the hash of the whole is right, so that nobody takes a
 * damaged file for a whole one: the transfer breaks off.
 *
 * @throws ContentDamaged
 */
export async function* verified(
  content: AsyncIterable<Uint8Array>,
  key: ContentKey,
): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  for await (const part of content) {
    if (held !== undefined) yield held;
    hash.update(part);
    held = part;
  }
  if (hash.digest('hex') !== key.sha256) throw new ContentDamaged(key);
  if (held !== undefined) yield held;
}
