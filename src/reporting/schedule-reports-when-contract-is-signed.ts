import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { ContractSignatures, type SignedContract } from '../contracts/index.js';
import type { Dossier } from '../engagements/index.js';
import { BodyPolicy } from '../organizations/index.js';
import { holds, type ReportKind } from '../policies/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ReportBooks } from './report-books.js';
import { agreedIn, termsFor } from './report-terms.js';
import { Reports } from './reports.js';

/**
 * A signed contract binds the vendor to its periodic reports: those whose clause it includes are put
 * on a schedule, by the terms of the clause where it sets them and else by the policy's. A schedule
 * that stands is changed only by terms the contract itself sets.
 */
@Injectable()
export class ScheduleReportsWhenContractIsSigned implements OnModuleInit {
  constructor(
    private readonly signatures: ContractSignatures,
    private readonly bodyPolicy: BodyPolicy,
    private readonly books: ReportBooks,
    private readonly reports: Reports,
  ) {}

  onModuleInit(): void {
    this.signatures.subscribe((tx, actor, dossier, contract) =>
      this.schedule(tx, actor, dossier, contract),
    );
  }

  private async schedule(
    tx: Tx,
    actor: Actor,
    dossier: Dossier,
    contract: SignedContract,
  ): Promise<void> {
    const { engagement, pack } = dossier;
    const settings = await this.bodyPolicy.settings(tx, actor, pack);
    const standing = await this.books.schedules.ofEngagement(tx, actor, engagement.id);
    for (const kind of pack.reports.filter((each) => isPeriodic(each, engagement.facts))) {
      const clause = contract.clauses.find(({ clauseId }) => clauseId === kind.clause);
      if (clause === undefined) continue;
      const agreed = agreedIn(clause.values);
      const isStanding = standing.some((schedule) => schedule.kind === kind.id);
      if (isStanding && Object.keys(agreed).length === 0) continue;
      const terms = termsFor(dossier, kind, settings, agreed);
      if (terms !== undefined) await this.reports.schedule(tx, actor, dossier, terms);
    }
  }
}

function isPeriodic({ trigger, when }: ReportKind, facts: readonly string[]): boolean {
  return trigger === 'schedule' && holds(when, new Set(facts));
}
