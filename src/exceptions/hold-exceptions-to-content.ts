import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { hasBegun, MaterialChanges, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { concernedBy, ExceptionBooks } from './exception-books.js';
import type { ExceptionRow } from './exceptions.repository.js';

const CHANGED =
  '許可の根拠とした案件の内容が変わったため（the engagement it was permitted for has changed）';

/**
 * An exception is permitted for a risk that was weighed. When kind, segment or classes of the engagement
 * change, it is void before the work begins; later it goes to re-review and counts meanwhile.
 */
@Injectable()
export class HoldExceptionsToContent implements OnModuleInit {
  constructor(
    private readonly changes: MaterialChanges,
    private readonly books: ExceptionBooks,
    private readonly clock: BusinessClock,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, actor, dossier) => this.hold(tx, actor, dossier));
  }

  private async hold(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const { id, status } = dossier.engagement;
    const pending = await this.books.exceptions.pending(tx, actor, id, this.clock.today());
    if (pending.length === 0) return;
    const hash = await this.books.contentHashing(tx, actor, dossier);
    for (const exception of pending) {
      const contentHash = hash(exception);
      if (contentHash === exception.contentHash) continue;
      if (exception.status === 'applied') await this.follow(tx, actor, exception, contentHash);
      else if (exception.contentHash === null) continue;
      else if (hasBegun(status)) await this.sendToReview(tx, actor, dossier, exception);
      else await this.void(tx, actor, dossier, exception);
    }
  }

  /** Whoever decides on it now must have read it anew: the version they read is another. */
  private async follow(
    tx: Tx,
    actor: Actor,
    before: ExceptionRow,
    contentHash: string,
  ): Promise<void> {
    const after = await this.books.exceptions.update(tx, actor, before, { contentHash });
    const subject = { kind: 'policy-exception', id: before.id };
    const action = 'exception.content-changed';
    await this.books.trail.append(tx, actor, { action, subject, before, after });
  }

  private async void(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    exception: ExceptionRow,
  ): Promise<void> {
    const record = { kind: 'policy-exception', id: exception.id } as const;
    await this.books.ledger.void(tx, actor, record, CHANGED);
    await this.write(tx, actor, dossier, exception, {
      patch: { status: 'voided', voidedOn: this.clock.today(), voidedReason: CHANGED },
      event: 'voided',
    });
  }

  private async sendToReview(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    exception: ExceptionRow,
  ): Promise<void> {
    if (exception.reReviewSince !== null) return;
    await this.write(tx, actor, dossier, exception, {
      patch: { reReviewSince: this.clock.today() },
      event: 'under-re-review',
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    before: ExceptionRow,
    { patch, event }: Outcome,
  ): Promise<void> {
    const after = await this.books.exceptions.update(tx, actor, before, patch);
    const subject = { kind: 'policy-exception', id: before.id };
    const change = { action: ACTIONS[event], subject, before, after };
    await this.books.trail.append(tx, actor, { ...change, facts: { reason: CHANGED } });
    const people = concernedBy(before);
    const code = `exception.${event}` as const;
    await this.books.notices.tell(tx, actor, dossier, { code, subject, people });
  }
}

/** What becomes of an exception whose content changed. */
interface Outcome {
  readonly patch: Partial<ExceptionRow>;
  readonly event: keyof typeof ACTIONS;
}

const ACTIONS = {
  voided: 'exception.voided',
  'under-re-review': 'exception.sent-to-re-review',
} as const;
