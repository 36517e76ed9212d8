import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditTrail, type Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock, SystemClock } from '../shared/time/clock.js';
import type { NoticeCode } from './domain/notice-words.js';
import { NoticesRepository } from './notices.repository.js';

/** What happened to what. */
interface Occurrence {
  readonly code: NoticeCode;
  /** As the trail names it. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** The engagement it belongs to; null where it belongs to none. */
  readonly engagementId: string | null;
}

/** Tells people what happened, in the transaction in which it does. The only door to their inboxes. */
@Injectable()
export class Notices {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly trail: AuditTrail,
    private readonly clock: BusinessClock,
    private readonly system: SystemClock,
  ) {}

  /**
   * Tells each of the people once, whatever made them concerned; null stands for nobody. Systems and
   * people who left are passed over, and where nobody remains nobody is told.
   */
  async tell(
    tx: Tx,
    actor: Actor,
    { code, subject, engagementId }: Occurrence,
    concerned: readonly (string | null)[],
  ): Promise<void> {
    const people = [...new Set(concerned)].filter((id) => id !== null);
    if (people.length === 0) return;
    const eventId = uuidv7();
    const createdAt = this.system.now().toISOString();
    const event = { eventId, code, subjectKind: subject.kind, subjectId: subject.id };
    const to = { ids: people.map(() => uuidv7()), people, on: this.clock.today() };
    const row = { ...event, engagementId, createdAt };
    const told = await this.notices.insert(tx, actor, row, to);
    if (told.length === 0) return;
    const facts = { code, eventId, people: told.sort() };
    await this.trail.append(tx, actor, { action: 'notice.sent', subject, facts });
  }
}
