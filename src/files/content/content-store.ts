import type { Readable } from 'node:stream';

/** A content as it lies in the store. */
export interface StoredContent {
  readonly key: ContentKey;
  /** When it was last written. */
  readonly writtenAt: Date;
}

/**
 * Where a content lies: under its owner and its hash. Owners share nothing, so that nobody can tell by an upload
 * whether another body has the same file.
 */
export interface ContentKey {
  readonly organizationId: string;
  readonly sha256: string;
}

/** Keeps contents under their hash. What it holds under a key is whole, or not there. */
export abstract class ContentStore {
  /** Keeps what is at the path, in place of what may be there already. */
  abstract put(key: ContentKey, path: string, bytes: number): Promise<void>;

  /** Its size in bytes; undefined where it is not there. */
  abstract sizeOf(key: ContentKey): Promise<number | undefined>;

  abstract read(key: ContentKey): Promise<Readable>;

  /** Nothing happens where it is not there. */
  abstract remove(key: ContentKey): Promise<void>;

  /** Everything there is, in any order. */
  abstract all(): AsyncIterable<StoredContent>;
}

/** The key as one name. It is made of a UUID and hexadecimal digits alone, so it is a path and an object key alike. */
export function nameOf({ organizationId, sha256 }: ContentKey): string {
  return `${organizationId}/${sha256}`;
}

/** The key that a name was made of; undefined for whatever else lies there. */
export function keyIn(name: string): ContentKey | undefined {
  const [, organizationId, sha256] = /^([0-9a-f-]{36})\/([0-9a-f]{64})$/.exec(name) ?? [];
  return organizationId === undefined || sha256 === undefined
    ? undefined
    : { organizationId, sha256 };
}
