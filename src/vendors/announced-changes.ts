import type { Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';

type Step = (tx: Tx, actor: Actor, id: string) => Promise<void>;

/** What must follow, in the same transaction, when something is not what decisions rest on any more. */
interface Listener {
  /** Locks what will follow. Dossiers are locked before anything else, so also before what changes. */
  readonly before: Step;
  readonly after: Step;
}

/** What a change is answered with, and whether what decisions rest on is another than before. */
export interface Changed<T> {
  readonly reply: T;
  readonly isOther: boolean;
}

/** Tells higher features of changes of one sort of thing. */
export abstract class AnnouncedChanges {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  /**
   * Makes the change between what must be locked before it and what follows where it changed anything.
   * @param id of what changes
   */
  async around<T>(tx: Tx, actor: Actor, id: string, change: () => Promise<Changed<T>>): Promise<T> {
    for (const { before } of this.listeners) await before(tx, actor, id);
    const { reply, isOther } = await change();
    if (!isOther) return reply;
    for (const { after } of this.listeners) await after(tx, actor, id);
    return reply;
  }
}
