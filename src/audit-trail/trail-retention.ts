import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AuditTrail } from './audit-trail.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import type { LeafRange } from './domain/merkle-tree.js';
import { CUT_ACTION, type CutFacts } from './domain/trail-cut.js';
import type { CheckpointDto } from './dto/checkpoint.dto.js';
import { ExportCheck } from './export-check.js';
import { TrailCutsRepository } from './trail-cuts.repository.js';
import type { TrailFault } from './trail-fault.js';
import { TrailLines, windowsOf } from './trail-lines.js';
import { TrailSealing } from './trail-sealing.js';

/** Where what is cut off is kept. */
export interface TrailArchive {
  write(text: string): Promise<void>;
  /** All was written and is right: from here on it lasts, whatever becomes of the process. */
  keep(): Promise<void>;
}

/** What may go: rows up to a checkpoint. */
export interface CuttableRange extends LeafRange {
  readonly checkpoint: CheckpointDto;
}

/** Why, by whom and into what a range is cut off. */
export interface CutOrder extends Pick<CutFacts, 'before' | 'retentionYears' | 'operator'> {
  readonly archive: TrailArchive;
}

/** The rows to be cut off are not as they were sealed: they are evidence, and stay. */
export class TrailNotWhole extends Error {
  constructor(readonly fault: TrailFault) {
    super('The rows to be cut off are not as they were sealed');
    this.name = 'TrailNotWhole';
  }
}

/**
 * Cuts entries off a trail whose period of retention is over. It needs the connection that owns the
 * tables: the application may not delete an entry. Leaves, nodes and checkpoints stay.
 */
@Injectable()
export class TrailRetention {
  constructor(
    private readonly cuts: TrailCutsRepository,
    private readonly checkpoints: CheckpointsRepository,
    private readonly lines: TrailLines,
    private readonly sealing: TrailSealing,
    private readonly trail: AuditTrail,
  ) {}

  /** What may go of the entries made before a day (in Japan); undefined where nothing may. Nobody seals or cuts meanwhile. */
  async cuttable(tx: Tx, scope: Scope, before: string): Promise<CuttableRange | undefined> {
    await this.lines.lock(tx, scope);
    const start = await this.lines.from(tx, scope);
    const instant = `${before}T00:00:00+09:00`;
    const end = await this.cuts.cuttable(tx, scope, { from: start, before: instant });
    if (end === undefined) return undefined;
    return { start, end, checkpoint: await this.checkpoints.covering(tx, scope, end - 1) };
  }

  /**
   * Archives a range, takes its entries away, and seals an entry that tells of it. What the archive holds is
   * verified first. @throws TrailNotWhole
   */
  async cut(tx: Tx, scope: Scope, range: CuttableRange, order: CutOrder): Promise<CutFacts> {
    const { archive, ...reasons } = order;
    const archiveSha256 = await this.archived(tx, scope, range, archive);
    const { treeSize, rootHash, sealedAt } = range.checkpoint;
    const removed = await this.cuts.remove(tx, scope, range);
    if (removed !== range.end - range.start) throw new Error('Rows went while they were archived');
    const facts = { from: range.start, treeSize, rootHash, sealedAt, archiveSha256, ...reasons };
    const { organizationId } = scope;
    const subject = { kind: 'trail', id: organizationId };
    const operator = { organizationId, personId: null, posts: [] };
    await this.trail.append(tx, operator, { action: CUT_ACTION, subject, facts });
    // No export may show the cut without the sealed entry that tells of it.
    await this.sealing.sealAllWithin(tx, scope);
    return facts;
  }

  /** @returns the SHA-256 of the archive */
  private async archived(
    tx: Tx,
    scope: Scope,
    range: CuttableRange,
    archive: TrailArchive,
  ): Promise<string> {
    const hash = createHash('sha256');
    const check = new ExportCheck([]);
    const put = async (text: string): Promise<void> => {
      hash.update(text);
      for (const line of text.split('\n').slice(0, -1)) check.take(line);
      await archive.write(text);
    };
    await put(await this.lines.head(tx, scope, range.checkpoint));
    for (const window of windowsOf(range)) await put(await this.lines.rows(tx, scope, window));
    const verdict = check.verdict();
    if (!verdict.whole) throw new TrailNotWhole(verdict.fault);
    await archive.keep();
    return hash.digest('hex');
  }
}
