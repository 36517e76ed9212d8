import { Injectable } from '@nestjs/common';
import type { Caller } from '../shared/authorization/caller.js';
import { NotFound } from '../shared/domain/domain-error.js';
import { pageOf, positionAfter } from '../shared/http/page.js';
import type { PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import { consistencyRanges, inclusionRanges } from './domain/merkle-proof.js';
import type { Hash, LeafRange } from './domain/merkle-tree.js';
import {
  LARGEST_TREE,
  type CheckpointPageDto,
  type ConsistencyProofDto,
  type ConsistencyQuery,
  type InclusionProofDto,
  type InclusionQuery,
} from './dto/checkpoint.dto.js';
import { TrailLeavesRepository } from './trail-leaves.repository.js';
import { EntryNotSealed, TreeSizeUnfit } from './trail-refusals.js';

/** What shows that an entry is in the trail, and that the trail only grew. */
@Injectable()
export class TrailProofs {
  constructor(
    private readonly transactor: Transactor,
    private readonly leaves: TrailLeavesRepository,
    private readonly checkpoints: CheckpointsRepository,
  ) {}

  async list(caller: Caller, query: PageQuery): Promise<CheckpointPageDto> {
    const after = positionAfter(query, isTreeSize);
    const below = after === undefined ? null : Number(after.key);
    const rows = await this.transactor.read(caller, (tx) =>
      this.checkpoints.list(tx, caller, { below, limit: query.limit + 1 }),
    );
    return pageOf(query, rows, {
      position: ({ treeSize }) => ({ key: String(treeSize), id: caller.organizationId }),
      item: (row) => row,
    });
  }

  /** @throws NotFound, EntryNotSealed, TreeSizeUnfit */
  async inclusion(caller: Caller, id: string, query: InclusionQuery): Promise<InclusionProofDto> {
    return this.transactor.read(caller, async (tx) => {
      const found = await this.leaves.find(tx, caller, id);
      if (found === undefined) throw new NotFound();
      const { leafIndex, leafHash } = found;
      if (leafIndex === null || leafHash === null) throw new EntryNotSealed();
      const treeSize = await this.fitting(tx, caller, leafIndex + 1, query.treeSize);
      const [root, ...hashes] = await this.hashes(
        tx,
        caller,
        treeSize,
        inclusionRanges(leafIndex, treeSize),
      );
      return { leafIndex, leafHash: base64(leafHash), treeSize, rootHash: root, hashes };
    });
  }

  /** @throws TreeSizeUnfit */
  async consistency(caller: Caller, query: ConsistencyQuery): Promise<ConsistencyProofDto> {
    return this.transactor.read(caller, async (tx) => {
      const to = await this.fitting(tx, caller, 1, query.to);
      const { from } = query;
      if (from > to) throw new TreeSizeUnfit(1, to);
      const ranges = [{ start: 0, end: from }, ...consistencyRanges(from, to)];
      const [toRootHash, fromRootHash = '', ...hashes] = await this.hashes(tx, caller, to, ranges);
      return { from, to, fromRootHash, toRootHash, hashes };
    });
  }

  /** The size asked for, the newest where none is. */
  private async fitting(
    tx: Tx,
    caller: Caller,
    least: number,
    asked: number | undefined,
  ): Promise<number> {
    const most = (await this.checkpoints.newest(tx, caller))?.treeSize ?? 0;
    const size = asked ?? most;
    if (size < least || size > most) throw new TreeSizeUnfit(least, most);
    return size;
  }

  /** The root of the tree, and the hash of each range. */
  private async hashes(
    tx: Tx,
    caller: Caller,
    treeSize: number,
    ranges: readonly LeafRange[],
  ): Promise<[string, ...string[]]> {
    const whole = { start: 0, end: treeSize };
    const [root = '', ...others] = (
      await this.checkpoints.hashes(tx, caller, [whole, ...ranges])
    ).map(base64);
    return [root, ...others];
  }
}

function base64(hash: Hash): string {
  return Buffer.from(hash).toString('base64');
}

function isTreeSize(key: string): boolean {
  return /^\d{1,10}$/.test(key) && Number(key) <= LARGEST_TREE;
}
