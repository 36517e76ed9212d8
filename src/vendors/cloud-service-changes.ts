import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';

type Step = (tx: Tx, actor: Actor, cloudServiceId: string) => Promise<void>;

/** What must follow, in the same transaction, when a cloud service is not what decisions rest on any more. */
interface CloudServiceListener {
  /** Locks what will follow. Dossiers are locked before anything else, so also before the service. */
  readonly before: Step;
  readonly after: Step;
}

/** What a change is answered with, and whether the service is another than before. */
interface Changed<T> {
  readonly reply: T;
  readonly isOther: boolean;
}

/** Tells higher features that the regions or the terms of a cloud service change. */
@Injectable()
export class CloudServiceChanges {
  private readonly listeners: CloudServiceListener[] = [];

  subscribe(listener: CloudServiceListener): void {
    this.listeners.push(listener);
  }

  /** Makes the change between what must be locked before it and what follows where it changed anything. */
  async around<T>(
    tx: Tx,
    actor: Actor,
    cloudServiceId: string,
    change: () => Promise<Changed<T>>,
  ): Promise<T> {
    for (const { before } of this.listeners) await before(tx, actor, cloudServiceId);
    const { reply, isOther } = await change();
    if (!isOther) return reply;
    for (const { after } of this.listeners) await after(tx, actor, cloudServiceId);
    return reply;
  }
}
