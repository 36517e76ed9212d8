import { Injectable } from '@nestjs/common';
import type { Change } from '../audit-trail/index.js';
import { refuseEnded, type Dossier, type LedgerEntry } from '../engagements/index.js';
import { clausesFor, holds, type Clause } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ContractBooks } from './contract-books.js';
import { shownContract, versionOf } from './contract-response.js';
import type { ContractClauseRow, ContractRow } from './contracts.repository.js';
import type { ContractStatus } from './domain/contract-lifecycle.js';
import { contractNotThere } from './domain/contract-standing.js';
import { coverageOf, type Coverage, type Demand, type OfferedClause } from './domain/coverage.js';
import type { ContractDto } from './dto/contract.dto.js';

/** A contract with its decisions on clauses and the dossier of its engagement. */
export interface ContractFile {
  readonly contract: ContractRow;
  readonly clauses: readonly ContractClauseRow[];
  readonly dossier: Dossier;
}

/** Contracts together with the dossiers they rest on. */
@Injectable()
export class ContractFiles {
  constructor(readonly books: ContractBooks) {}

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<ContractFile> {
    const { contracts, dossiers } = this.books;
    const contract = await contracts.read(tx, scope, id);
    const dossier = await dossiers.read(tx, scope, contract.engagementId);
    return { contract, dossier, clauses: await contracts.clauses(tx, scope, id) };
  }

  /**
   * Locks the dossier and with it the contract, where it stands as asked.
   * @throws NotFound, Stale, WrongStage, ContractNotThere
   */
  async lock(
    tx: Tx,
    scope: Scope,
    id: string,
    expected: ExpectedVersion,
    statuses: readonly ContractStatus[] = ['draft'],
  ): Promise<ContractFile> {
    expected.require();
    const { contracts, dossiers } = this.books;
    const { engagementId } = await contracts.read(tx, scope, id);
    const dossier = await dossiers.lock(tx, scope, engagementId);
    const contract = await contracts.read(tx, scope, id);
    expected.compare(versionOf(contract, dossier.engagement));
    refuseEnded(dossier.engagement.status);
    if (!statuses.includes(contract.status)) throw contractNotThere(contract.status);
    return { contract, dossier, clauses: await contracts.clauses(tx, scope, id) };
  }

  /** What the contract covers of what the policy demands of the engagement today. */
  async coverage(
    tx: Tx,
    scope: Scope,
    { dossier, clauses }: Pick<ContractFile, 'dossier' | 'clauses'>,
  ): Promise<Coverage> {
    const entries = await this.books.ledger.entries(tx, scope, dossier);
    return coverageOf(
      demandsOf(dossier, entries),
      offeredFor(dossier),
      clauses.map((clause) => ({ ...clause, isConfirmed: clause.confirmedBy !== null })),
    );
  }

  /** Records a change, raises the version of the dossier and answers with what stands. */
  async close(
    tx: Tx,
    caller: Caller,
    dossier: Dossier,
    contract: ContractRow,
    change: Omit<Change, 'subject'>,
  ): Promise<ContractDto> {
    const { engagement } = await this.books.dossiers.touch(tx, caller, dossier);
    const subject = { kind: 'contract', id: contract.id };
    await this.books.trail.append(tx, caller, { ...change, subject });
    return shownContract(contract, engagement);
  }
}

/** The clauses offered to the engagement, and which of them it cannot leave out lightly. */
export function offeredFor({ engagement, pack }: Dossier): readonly (Clause & OfferedClause)[] {
  const facts = new Set(engagement.facts);
  return clausesFor(pack, facts).map((clause) => ({
    ...clause,
    isRequired: holds(clause.requiredWhen, facts),
  }));
}

/** Whether the clause is left out although the engagement requires it, so that somebody must confirm that. */
export function needsConfirmation(
  dossier: Dossier,
  { clauseId, decision }: ContractClauseRow,
): boolean {
  const clause = offeredFor(dossier).find(({ id }) => id === clauseId);
  return clause?.isRequired === true && decision === 'not-applicable';
}

/** The obligations in force that a clause of the contract proves. */
function demandsOf({ pack }: Dossier, entries: readonly LedgerEntry[]): readonly Demand[] {
  const articles = new Map(pack.articles.map((article) => [article.key, article]));
  return entries.flatMap(({ row, rule, state }): Demand[] => {
    const article = articles.get(rule.article);
    if (rule.proof.kind !== 'contract-clause' || article === undefined) return [];
    const apart =
      state === 'excepted' || state === 'not-applicable'
        ? { status: state, reason: row.notApplicableReason }
        : null;
    const { label, title } = article;
    const clauses = rule.proof.of ?? [];
    return [{ rule: rule.id, article: rule.article, label, title, clauses, apart }];
  });
}
