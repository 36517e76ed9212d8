import { Injectable } from '@nestjs/common';
import { sha256 } from '../shared/hashing.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import { checkpointText, originOf } from './domain/checkpoint.js';
import { GrowingTree, type Hash, type TreeNode } from './domain/merkle-tree.js';
import { sealedRowHash } from './domain/sealed-row.js';
import type { CheckpointDto } from './dto/checkpoint.dto.js';
import { TrailLeavesRepository, type Leaf } from './trail-leaves.repository.js';
import { TrailSigningKey } from './trail-signing-key.js';

/** How many rows are sealed in one transaction. */
export const SEALING_BATCH = 5_000;

/** Gives rows their numbers, once and without gaps, and signs what they add up to. */
@Injectable()
export class TrailSealing {
  constructor(
    private readonly transactor: Transactor,
    private readonly leaves: TrailLeavesRepository,
    private readonly checkpoints: CheckpointsRepository,
    private readonly key: TrailSigningKey,
    private readonly clock: SystemClock,
  ) {}

  /** Seals what waits, a batch at most. Where nothing does, the newest checkpoint stands. */
  async seal(scope: Scope): Promise<CheckpointDto> {
    return this.transactor.write(scope, (tx) => this.sealWithin(tx, scope));
  }

  /** Seals batch after batch until none waits. */
  async sealAll(scope: Scope): Promise<void> {
    await untilNothingIsAdded(() => this.seal(scope));
  }

  /** The same in the transaction of whoever wants all of it sealed together. */
  async sealAllWithin(tx: Tx, scope: Scope): Promise<void> {
    await untilNothingIsAdded(() => this.sealWithin(tx, scope));
  }

  private async sealWithin(tx: Tx, scope: Scope): Promise<CheckpointDto> {
    await this.leaves.lock(tx, scope);
    const newest = await this.checkpoints.newest(tx, scope);
    const end = newest?.treeSize ?? 0;
    const peaks = await this.checkpoints.nodes(tx, scope, { start: 0, end });
    const tree = new GrowingTree(sha256, peaks);
    const grown = await this.grow(tx, scope, tree);
    if (newest !== undefined && !grown) return newest;
    const checkpoint = this.signed(scope, tree.size, tree.root());
    await this.checkpoints.add(tx, scope, checkpoint);
    return checkpoint;
  }

  private async grow(tx: Tx, scope: Scope, tree: GrowingTree): Promise<boolean> {
    const entries = await this.leaves.take(tx, scope, SEALING_BATCH);
    if (entries.length === 0) return false;
    const { organizationId } = scope;
    const leaves: Leaf[] = [];
    const nodes: TreeNode[] = [];
    for (const entry of entries) {
      const index = tree.size;
      const hash = sealedRowHash(sha256, { organizationId, index, ...entry });
      leaves.push({ index, entryId: entry.id, hash });
      nodes.push(...tree.append(hash));
    }
    await this.leaves.add(tx, scope, leaves, nodes);
    return true;
  }

  private signed({ organizationId }: Scope, treeSize: number, root: Hash): CheckpointDto {
    const sealedAt = this.clock.now().toISOString();
    const text = checkpointText({ organizationId, treeSize, rootHash: root, sealedAt });
    return {
      treeSize,
      rootHash: Buffer.from(root).toString('base64'),
      sealedAt,
      keyId: this.key.id,
      publicKey: this.key.publicKey,
      note: this.key.sign(text, originOf(organizationId)),
    };
  }
}

async function untilNothingIsAdded(seal: () => Promise<CheckpointDto>): Promise<void> {
  let size = 0;
  for (let { treeSize } = await seal(); treeSize > size;) {
    size = treeSize;
    ({ treeSize } = await seal());
  }
}
