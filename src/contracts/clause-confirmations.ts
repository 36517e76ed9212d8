import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { DossierNotices, EngagementContent, type Dossier } from '../engagements/index.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ContractBooks } from './contract-books.js';
import { needsConfirmation } from './contract-files.js';
import type { Confirmation, ContractClauseRow, ContractRow } from './contracts.repository.js';

export const UNCONFIRMED: Confirmation = {
  ...{ confirmedBy: null, confirmedAs: null, confirmedIn: null, confirmedOn: null },
  ...{ contentHash: null, reReviewSince: null, dutyWaiverId: null },
};

const CHANGED =
  '確認の根拠とした案件の内容が変わったため（the engagement it was confirmed for has changed）';

/** The confirmations that required clauses are left out, each of which holds for the engagement as it was read. */
@Injectable()
export class ClauseConfirmations {
  constructor(
    private readonly books: ContractBooks,
    private readonly content: EngagementContent,
    private readonly notices: DossierNotices,
  ) {}

  /** SHA-256 of what a confirmation rests on: the engagement, the clause and the reason to leave it out. */
  async contentHash(
    tx: Tx,
    scope: Scope,
    dossier: Dossier,
    clause: ContractClauseRow,
  ): Promise<string> {
    return (await this.content.hashing(tx, scope, dossier))(contentOf(clause));
  }

  /**
   * Holds those of the engagement to it as it is now. That of a draft is void, since nothing rests on it
   * yet; once signed the contract stands as it is, and the confirmation goes to re-review. Of a clause that
   * need not be confirmed any more nothing is asked.
   */
  async hold(tx: Tx, actor: Actor, dossier: Dossier): Promise<void> {
    const { contracts } = this.books;
    const held = await contracts.withConfirmations(tx, actor, dossier.engagement.id);
    if (held.length === 0) return;
    const hash = await this.content.hashing(tx, actor, dossier);
    for (const contract of held) {
      const clauses = await contracts.clauses(tx, actor, contract.id);
      const fallen = clauses.filter(
        (clause) =>
          clause.contentHash !== null &&
          clause.reReviewSince === null &&
          needsConfirmation(dossier, clause) &&
          hash(contentOf(clause)) !== clause.contentHash,
      );
      if (fallen.length > 0) await this.fall(tx, actor, dossier, { contract, fallen });
    }
  }

  private async fall(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    { contract: before, fallen }: Fallen,
  ): Promise<void> {
    const { contracts, clock, trail } = this.books;
    const isDraft = before.status === 'draft';
    const patch = isDraft ? UNCONFIRMED : { reReviewSince: clock.today() };
    for (const clause of fallen) await contracts.writeConfirmation(tx, actor, clause.id, patch);
    const after = await contracts.update(tx, actor, before);
    const subject = { kind: 'contract', id: before.id };
    await trail.append(tx, actor, {
      action: isDraft
        ? 'contract.confirmations-voided'
        : 'contract.confirmations-sent-to-re-review',
      subject,
      before: { ...before, clauses: fallen },
      after: { ...after, clauses: fallen.map((clause) => ({ ...clause, ...patch })) },
      facts: { clauses: fallen.map(({ clauseId }) => clauseId), reason: CHANGED },
    });
    await this.notices.tell(tx, actor, dossier, {
      code: isDraft ? 'clause-confirmation.voided' : 'clause-confirmation.under-re-review',
      subject,
      people: [
        before.draftedBy,
        ...fallen.flatMap(({ decidedBy, confirmedBy }) => [decidedBy, confirmedBy]),
      ],
    });
  }
}

/** The confirmations of a contract that no longer hold. */
interface Fallen {
  readonly contract: ContractRow;
  readonly fallen: readonly ContractClauseRow[];
}

function contentOf({ clauseId, reason }: ContractClauseRow): { readonly leftOut: object } {
  return { leftOut: { clauseId, reason } };
}
