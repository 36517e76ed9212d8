import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import { inclusionRanges } from './domain/merkle-proof.js';
import type { LeafRange } from './domain/merkle-tree.js';
import type { CheckpointDto } from './dto/checkpoint.dto.js';
import type { CutOfExport } from './exported-cut.js';
import { TrailCutsRepository, type CutMarker } from './trail-cuts.repository.js';
import { TrailLeavesRepository } from './trail-leaves.repository.js';

/** The form of an export, told in its first line. */
export const EXPORT_FORMAT = 'mitodoke-trail/1';

/** How many rows are in memory at a time. */
const WINDOW = 500;

/** Sealed rows as lines of canonical JSON (RFC 8785), for whoever exports or archives them. */
@Injectable()
export class TrailLines {
  constructor(
    private readonly leaves: TrailLeavesRepository,
    private readonly checkpoints: CheckpointsRepository,
    private readonly cuts: TrailCutsRepository,
  ) {}

  /** Until the transaction ends, nobody seals or cuts. */
  lock(tx: Tx, scope: Scope): Promise<void> {
    return this.leaves.lock(tx, scope);
  }

  /** The number of the first row that was not cut off. */
  async from(tx: Tx, scope: Scope): Promise<number> {
    return (await this.cuts.newest(tx, scope))?.facts.treeSize ?? 0;
  }

  /** The first line, up to a checkpoint: it tells what was cut off before. */
  async head(tx: Tx, scope: Scope, checkpoint: CheckpointDto): Promise<string> {
    const { organizationId } = scope;
    const marker = await this.cuts.newest(tx, scope);
    const cut = marker && (await this.cutOf(tx, scope, marker));
    return lineOf({ format: EXPORT_FORMAT, organizationId, checkpoint, ...(cut && { cut }) });
  }

  /** Rows of a range, and each checkpoint behind the last row it covers. */
  async rows(tx: Tx, scope: Scope, range: LeafRange): Promise<string> {
    const { organizationId } = scope;
    const rows = await this.leaves.rows(tx, scope, range);
    const checkpoints = await this.checkpoints.within(tx, scope, range);
    const lines = [
      ...rows.map((row) => ({ size: row.index + 1, line: { organizationId, ...row } })),
      ...checkpoints.map((checkpoint) => ({ size: checkpoint.treeSize, line: { checkpoint } })),
    ];
    return lines
      .sort((a, b) => a.size - b.size)
      .map(({ line }) => lineOf(line))
      .join('');
  }

  private async cutOf(tx: Tx, scope: Scope, marker: CutMarker): Promise<CutOfExport> {
    const { organizationId } = scope;
    const { index, facts } = marker;
    const checkpoint = await this.checkpoints.covering(tx, scope, facts.treeSize - 1);
    const sealed = await this.checkpoints.covering(tx, scope, index);
    const peaks = await this.checkpoints.nodes(tx, scope, { start: 0, end: facts.treeSize });
    const ranges = inclusionRanges(index, sealed.treeSize);
    const path = await this.checkpoints.hashes(tx, scope, ranges);
    return {
      checkpoint,
      subtrees: peaks.map(({ hash }) => base64(hash)),
      marker: { organizationId, ...marker },
      sealed,
      path: path.map(base64),
    };
  }
}

/** A range in parts that are read one after the other. */
export function windowsOf({ start, end }: LeafRange): readonly LeafRange[] {
  const count = Math.ceil((end - start) / WINDOW);
  return Array.from({ length: count }, (_, at) => ({
    start: start + at * WINDOW,
    end: Math.min(start + (at + 1) * WINDOW, end),
  }));
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}

function lineOf(value: object): string {
  return `${canonicalJson(value)}\n`;
}
