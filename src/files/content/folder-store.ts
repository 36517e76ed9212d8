import { createReadStream } from 'node:fs';
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import {
  keyIn,
  nameOf,
  type ContentKey,
  type ContentStore,
  type StoredContent,
} from './content-store.js';

/** Contents in a folder that the instances of the service share. */
export class FolderStore implements ContentStore {
  /** @param folder on the same file system as the files that are put */
  constructor(private readonly folder: string) {}

  /** A rename shows the content whole or not at all, also where another is read at that moment. */
  async put(key: ContentKey, path: string): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const again = `${path}.put`;
    await link(path, again);
    await rename(again, target);
  }

  async sizeOf(key: ContentKey): Promise<number | undefined> {
    return stat(this.pathOf(key)).then(({ size }) => size, whereMissing);
  }

  read(key: ContentKey): Promise<Readable> {
    return Promise.resolve(createReadStream(this.pathOf(key)));
  }

  remove(key: ContentKey): Promise<void> {
    return rm(this.pathOf(key), { force: true });
  }

  async *all(): AsyncIterable<StoredContent> {
    const found = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(
      whereMissing,
    );
    for (const { parentPath, name } of found ?? []) {
      const path = join(parentPath, name);
      const key = keyIn(relative(this.folder, path).replaceAll(sep, '/'));
      const found = key && (await stat(path).catch(whereMissing));
      if (key !== undefined && found !== undefined) yield { key, writtenAt: found.mtime };
    }
  }

  private pathOf(key: ContentKey): string {
    return join(this.folder, nameOf(key));
  }
}

function whereMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error as Error;
}
