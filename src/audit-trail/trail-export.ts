import { Injectable, type StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Caller } from '../shared/authorization/caller.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { attachment } from '../shared/http/attachment.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import type { CheckpointDto } from './dto/checkpoint.dto.js';
import { TrailLeavesRepository } from './trail-leaves.repository.js';
import { NothingSealed } from './trail-refusals.js';

/** The form of an export, told in its first line. */
export const EXPORT_FORMAT = 'mitodoke-trail/1';

/** How many rows are in memory at a time. */
const WINDOW = 500;

/** The sealed trail as JSON Lines, each line in canonical JSON (RFC 8785). */
@Injectable()
export class TrailExport {
  constructor(
    private readonly transactor: Transactor,
    private readonly leaves: TrailLeavesRepository,
    private readonly checkpoints: CheckpointsRepository,
  ) {}

  /** @throws NothingSealed */
  async file(caller: Caller): Promise<StreamableFile> {
    const newest = await this.transactor.read(caller, (tx) => this.checkpoints.newest(tx, caller));
    if (newest === undefined) throw new NothingSealed();
    return attachment({
      kind: 'jsonl',
      content: Readable.from(this.lines(caller, newest)),
      name: '監査証跡',
      plainName: 'audit-trail',
    });
  }

  /** What was sealed by the newest checkpoint changes no more, so each window is read by itself. */
  private async *lines(caller: Caller, newest: CheckpointDto): AsyncGenerator<string, void> {
    const { organizationId } = caller;
    yield lineOf({ format: EXPORT_FORMAT, organizationId, checkpoint: newest });
    for (let start = 0; start < newest.treeSize; start += WINDOW) {
      const range = { start, end: Math.min(start + WINDOW, newest.treeSize) };
      yield await this.transactor.read(caller, async (tx) => {
        const rows = await this.leaves.rows(tx, caller, range);
        const checkpoints = await this.checkpoints.within(tx, caller, range);
        const lines = [
          ...rows.map((row) => ({ size: row.index + 1, line: { organizationId, ...row } })),
          ...checkpoints.map((checkpoint) => ({
            size: checkpoint.treeSize,
            line: { checkpoint },
          })),
        ];
        // A checkpoint stands behind the last row it covers.
        return lines
          .sort((a, b) => a.size - b.size)
          .map(({ line }) => lineOf(line))
          .join('');
      });
    }
  }
}

function lineOf(value: object): string {
  return `${canonicalJson(value)}\n`;
}
