import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { Dossier } from './dossier.js';

/** What must follow, in the same transaction, when what decisions rest on has changed. */
export type MaterialChangeListener = (tx: Tx, actor: Actor, dossier: Dossier) => Promise<void>;

/**
 * Tells higher features that the content of a dossier changed, so that a decision on the earlier
 * content is voided before the change is committed.
 */
@Injectable()
export class MaterialChanges {
  private readonly listeners: MaterialChangeListener[] = [];

  subscribe(listener: MaterialChangeListener): void {
    this.listeners.push(listener);
  }

  async announce(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    for (const listener of this.listeners) await listener(tx, actor, dossier);
  }
}
