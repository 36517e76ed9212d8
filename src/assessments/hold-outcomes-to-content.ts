import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { hasBegun, type Dossier } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AssessmentBooks } from './assessment-books.js';
import { askedNow } from './checklist.js';
import { covers } from './domain/checklist.js';
import { isEligible } from './domain/judgement.js';
import { OutcomesRepository, type StandingOutcome } from './outcomes.repository.js';
import { SelectionContent } from './selection-content.js';
import { StandingSelections } from './standing-selections.js';

const OUTDATED =
  '評価票の設問が足りなくなったため（the engagement now asks more than the checklist）';
const CHANGED = '選定の根拠とした内容が変わったため（what was selected on has changed）';

/**
 * An outcome counts for the checklist it rests on, and a selection for what was read. When the
 * engagement comes to ask more, both fall before the work begins; later the selection goes to re-review.
 */
@Injectable()
export class HoldOutcomesToContent implements OnModuleInit {
  constructor(
    private readonly books: AssessmentBooks,
    private readonly outcomes: OutcomesRepository,
    private readonly selections: StandingSelections,
    private readonly content: SelectionContent,
    private readonly clock: BusinessClock,
  ) {}

  onModuleInit(): void {
    this.books.changes.subscribe((tx, actor, dossier) => this.hold(tx, actor, dossier));
  }

  private async hold(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const standing = await this.outcomes.standingOf(tx, actor, dossier.engagement.id);
    if (standing.length === 0) return;
    const asked = askedNow(dossier);
    for (const outcome of standing) {
      const wanted = outcome.isLight ? asked.light : asked.full;
      if (covers(outcome.criteria, wanted)) await this.proveAgain(tx, actor, dossier, outcome);
      else await this.outdate(tx, actor, dossier, outcome);
    }
    const selection = await this.selections.of(tx, actor, dossier.engagement.id);
    if (selection === undefined) return;
    if (await this.content.holds(tx, actor, dossier, selection)) return;
    await this.selections.fall(tx, actor, dossier, selection, CHANGED);
  }

  /** Duties that newly arise are proved by what already stands. */
  private async proveAgain(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    { id, result, validUntil, outdatedOn }: StandingOutcome,
  ): Promise<void> {
    if (outdatedOn !== null || !isEligible(result)) return;
    await this.books.ledger.discharge(tx, actor, dossier, { kind: 'assessment', id, validUntil });
  }

  private async outdate(
    tx: Tx,
    actor: Actor,
    { engagement }: Dossier,
    { id, assessmentId, outdatedOn }: StandingOutcome,
  ): Promise<void> {
    if (outdatedOn !== null) return;
    await this.outcomes.update(tx, actor, id, { outdatedOn: this.clock.today() });
    await this.books.trail.append(tx, actor, {
      action: 'assessment.outdated',
      subject: { kind: 'assessment', id: assessmentId },
      facts: { outcome: id, reason: OUTDATED },
    });
    if (hasBegun(engagement.status)) return;
    await this.books.ledger.void(tx, actor, { kind: 'assessment', id }, OUTDATED);
  }
}
