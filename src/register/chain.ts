import { Injectable } from '@nestjs/common';
import { Dossiers, ObligationLedger } from '../engagements/index.js';
import { regimesFor } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ChainRepository } from './chain.repository.js';
import { chainArticles, countsOf } from './chain-articles.js';
import { recordKey } from './chain-records.js';
import type { ChainDto } from './dto/chain.dto.js';

/** Shows the whole chain of one engagement, from article to finding. */
@Injectable()
export class Chain {
  constructor(
    private readonly transactor: Transactor,
    private readonly chain: ChainRepository,
    private readonly dossiers: Dossiers,
    private readonly ledger: ObligationLedger,
    private readonly clock: BusinessClock,
  ) {}

  /** A fixed number of statements, whatever hangs on the engagement. @throws NotFound */
  read(caller: Caller, id: string): Promise<ChainDto> {
    return this.transactor.read(caller, async (tx) => {
      const today = this.clock.today();
      const dossier = await this.dossiers.read(tx, caller, id);
      const { pack, engagement } = dossier;
      const facts = new Set(engagement.facts);
      const entries = await this.ledger.entries(tx, caller, dossier);
      const records = await this.chain.records(tx, caller, id);
      const reports = await this.chain.reports(tx, caller, id, today);
      const deciders = entries.flatMap(({ row }) => row.notApplicableBy ?? []);
      const articles = chainArticles({
        ...{ engagementId: id, kinds: engagement.kinds, today, pack, facts, entries },
        records: new Map(records.map((row) => [recordKey(row), row])),
        findings: await this.chain.findings(tx, caller, id, today),
        reports: new Map(reports.map((row) => [row.kind, row])),
        confirmations: await this.chain.confirmationsUnderReReview(tx, caller, id),
        names: await this.chain.names(tx, caller, [...new Set(deciders)]),
      });
      return {
        on: today,
        engagement: await this.chain.header(tx, caller, id),
        policy: {
          id: engagement.policyVersionId,
          title: pack.title,
          version: pack.version,
        },
        regimes: regimesFor(pack, facts).map(({ id: regime, label }) => ({ id: regime, label })),
        documents: pack.documents.map(({ id: document, title }) => ({
          id: document,
          label: title,
        })),
        counts: countsOf(entries.map(({ state }) => state)),
        articles,
      };
    });
  }
}
