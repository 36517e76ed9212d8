import { Injectable, Logger } from '@nestjs/common';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemClock } from '../shared/time/clock.js';
import { RecurringRound } from '../shared/time/recurring-round.js';
import { ContentStore } from './content/content-store.js';
import { Contents } from './contents.js';
import { FilesSettings } from './files-settings.js';
import { incomingFolder } from './reception/receive.js';

/** No upload takes so long, so what is older belongs to none. */
const OLD_MS = 24 * 60 * 60 * 1000;

/** Removes what a crash left: contents that no file names, and uploads that broke off. Any number of instances may. */
@Injectable()
export class OrphanSweep extends RecurringRound {
  private readonly logger = new Logger(OrphanSweep.name);

  constructor(
    private readonly store: ContentStore,
    private readonly contents: Contents,
    private readonly settings: FilesSettings,
    private readonly clock: SystemClock,
  ) {
    super();
  }

  /** One sweep. What fails is told and left to the next. */
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - OLD_MS);
    try {
      await this.sweepIncoming(before);
      for await (const { key, writtenAt } of this.store.all()) {
        if (writtenAt < before) await this.contents.removeUnused(key);
      }
    } catch (error) {
      this.logger.error(error, 'Contents without a file could not be swept');
    }
  }

  private async sweepIncoming(before: Date): Promise<void> {
    const folder = incomingFolder(this.settings.folder);
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found !== undefined && found.mtime < before) await rm(path, { force: true });
    }
  }
}
