import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { hasBegun } from './domain/engagement-lifecycle.js';
import { notApplicableContent } from './domain/not-applicable.js';
import type { Dossier } from './dossier.js';
import { DossierNotices } from './dossier-notices.js';
import { EngagementContent } from './engagement-content.js';
import { MaterialChanges } from './material-changes.js';
import { ObligationLedger } from './obligation-ledger.js';
import type { ObligationRow } from './obligations.repository.js';

const CHANGED =
  '適用除外の決定の根拠とした案件の内容が変わったため（the engagement it was decided for has changed）';

/**
 * That a duty does not arise is decided of an engagement as it is. When its kinds, segment or classes of
 * information change, the duty is open again before the work begins; later the decision goes to re-review
 * and counts meanwhile. What follows from another record, e.g. from a clause left out, is held there.
 */
@Injectable()
export class HoldNotApplicableToContent implements OnModuleInit {
  constructor(
    private readonly changes: MaterialChanges,
    private readonly ledger: ObligationLedger,
    private readonly content: EngagementContent,
    private readonly notices: DossierNotices,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe((tx, actor, dossier) => this.hold(tx, actor, dossier));
  }

  private async hold(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const entries = await this.ledger.entries(tx, actor, dossier);
    const decided = entries.filter(({ row }) => row.notApplicableHash !== null);
    if (decided.length === 0) return;
    const hash = await this.content.hashing(tx, actor, dossier);
    for (const { row } of decided) {
      const content = notApplicableContent(row.ruleId, row.notApplicableReason ?? '');
      if (hash(content) !== row.notApplicableHash) await this.fall(tx, actor, dossier, row);
    }
  }

  private async fall(tx: Tx, actor: Actor, dossier: Dossier, row: ObligationRow): Promise<void> {
    const isReviewed = hasBegun(dossier.engagement.status);
    if (isReviewed && row.notApplicableReReviewSince !== null) return;
    if (isReviewed) await this.ledger.notApplicable.review(tx, actor, row.id, CHANGED);
    else await this.ledger.notApplicable.lift(tx, actor, [row.id], CHANGED);
    await this.notices.tell(tx, actor, dossier, {
      code: isReviewed ? 'not-applicable.under-re-review' : 'not-applicable.voided',
      subject: { kind: 'obligation', id: row.id },
      people: [row.notApplicableBy],
    });
  }
}
