import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TrailArchive } from '../../audit-trail/index.js';

/**
 * An archive as a file that shows whole or not at all. One of the same name is replaced: it is left from a
 * run that was broken off, since the same rows were still in the trail.
 */
export class ArchiveFile implements TrailArchive {
  private file: FileHandle | undefined;

  constructor(readonly path: string) {}

  private get unfinished(): string {
    return `${this.path}.part`;
  }

  async write(text: string): Promise<void> {
    this.file ??= await open(this.unfinished, 'w', 0o600);
    await this.file.writeFile(text);
  }

  async keep(): Promise<void> {
    await this.file?.sync();
    await this.close();
    await rename(this.unfinished, this.path);
    // The name is on the disk only with its folder.
    const folder = await open(dirname(this.path));
    await folder.sync();
    await folder.close();
  }

  /** Leaves nothing behind of what was not kept. */
  async drop(): Promise<void> {
    await this.close();
    await rm(this.unfinished, { force: true });
  }

  private async close(): Promise<void> {
    await this.file?.close();
    this.file = undefined;
  }
}
