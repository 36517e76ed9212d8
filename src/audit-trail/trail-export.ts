import { Injectable, type StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Caller } from '../shared/authorization/caller.js';
import { attachment } from '../shared/http/attachment.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import { TrailLines, windowsOf } from './trail-lines.js';
import { NothingSealed } from './trail-refusals.js';

/** How an export begins, as it was when it was asked for. */
interface Beginning {
  readonly head: string;
  readonly start: number;
  readonly end: number;
}

/** The sealed trail as JSON Lines. */
@Injectable()
export class TrailExport {
  constructor(
    private readonly transactor: Transactor,
    private readonly lines: TrailLines,
    private readonly checkpoints: CheckpointsRepository,
  ) {}

  /** @throws NothingSealed */
  async file(caller: Caller): Promise<StreamableFile> {
    const beginning = await this.transactor.read(caller, async (tx) => {
      const newest = await this.checkpoints.newest(tx, caller);
      if (newest === undefined) throw new NothingSealed();
      const head = await this.lines.head(tx, caller, newest);
      return { head, start: await this.lines.from(tx, caller), end: newest.treeSize };
    });
    return attachment({
      kind: 'jsonl',
      content: Readable.from(this.all(caller, beginning)),
      name: '監査証跡',
      plainName: 'audit-trail',
    });
  }

  /** What is sealed changes no more until it is cut off, so each window is read by itself. */
  private async *all(caller: Caller, beginning: Beginning): AsyncGenerator<string, void> {
    yield beginning.head;
    for (const window of windowsOf(beginning)) {
      yield await this.transactor.read(caller, async (tx) => {
        const isCut = (await this.lines.from(tx, caller)) !== beginning.start;
        if (isCut) throw new Error('The trail was cut while it was being exported');
        return this.lines.rows(tx, caller, window);
      });
    }
  }
}
