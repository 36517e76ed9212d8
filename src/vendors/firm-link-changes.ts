import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';

/** A vendor and the firm it is linked to from now on; null where it is linked no more. */
export interface LinkedVendor {
  readonly vendorId: string;
  readonly firmId: string | null;
}

type Listener = (tx: Tx, actor: Actor, vendor: LinkedVendor) => Promise<void>;

/** Tells higher features, in the name of the body and in the same transaction, that a link came into force or ended. */
@Injectable()
export class FirmLinkChanges {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  async announce(tx: Tx, actor: Actor, vendor: LinkedVendor): Promise<void> {
    for (const listener of this.listeners) await listener(tx, actor, vendor);
  }
}
