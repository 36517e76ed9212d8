import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import type { LedgerEntry } from '../engagements/index.js';
import type { Tx } from '../shared/persistence/tx.js';
import { OTHER_SELECTED } from './domain/selected-vendor.js';
import { ContractFiles, type ContractFile } from './contract-files.js';
import { contractProvesUntil } from './domain/contract-term.js';
import type { Coverage, CoverageItem } from './domain/coverage.js';

/** What a contract and its clauses prove, and which duties do not arise because a clause is left out. */
@Injectable()
export class ContractProofs {
  constructor(private readonly files: ContractFiles) {}

  /**
   * Lets the clauses prove their duties, from a day or from today. A duty whose clause was left out
   * does not arise, unless leaving it out lacks its confirmation. Asked again after a change, it
   * brings the ledger to what the contract covers now.
   */
  async takeEffect(tx: Tx, actor: Actor, file: ContractFile, validFrom?: string): Promise<void> {
    const { contract, clauses, dossier } = file;
    const { ledger } = this.files.books;
    const included = clauses.filter(({ decision }) => decision === 'included');
    await ledger.discharge(tx, actor, dossier, {
      ...{ kind: 'contract-clause', id: contract.id },
      of: included.map(({ clauseId }) => clauseId),
      ...(validFrom !== undefined && { validFrom }),
    });
    const coverage = await this.files.coverage(tx, actor, file);
    const rows = new Map(
      (await ledger.entries(tx, actor, dossier)).map((entry) => [entry.rule.id, entry]),
    );
    for (const item of coverage.items.filter(isLeftOut)) {
      const entry = rows.get(item.rule);
      if (entry !== undefined) await this.leaveOut(tx, actor, file, { item, entry, coverage });
    }
  }

  /** Lets the contract and its clauses prove for as long as it covers the work, and no longer. */
  async limit(
    tx: Tx,
    actor: Actor,
    { contract, dossier }: Omit<ContractFile, 'clauses'>,
  ): Promise<void> {
    const { id, endedOn, untilOn } = contract;
    const until = contractProvesUntil(endedOn ?? untilOn, dossier.engagement.endsOn);
    for (const kind of KINDS) {
      await this.files.books.ledger.limit(tx, actor, { kind, id }, until);
    }
  }

  /** A contract with another than the selected vendor proves nothing. */
  async void(tx: Tx, actor: Actor, id: string): Promise<void> {
    for (const kind of KINDS) {
      await this.files.books.ledger.void(tx, actor, { kind, id }, OTHER_SELECTED);
    }
  }

  /** Sets the duty aside, or takes that back where the clause must not be left out as things stand. */
  private async leaveOut(
    tx: Tx,
    actor: Actor,
    file: ContractFile,
    leftOut: LeftOut,
  ): Promise<void> {
    const { item, entry } = leftOut;
    const { row, state } = entry;
    const { ledger } = this.files.books;
    const reason = item.reason ?? '';
    const isOurs = state === 'not-applicable' && row.notApplicableReason === reason;
    if (isUnconfirmed(leftOut)) {
      if (isOurs) await ledger.notApplicable.lift(tx, actor, [row.id], NO_LONGER_LEFT_OUT);
    } else if (state !== 'not-applicable') {
      const decision = { reason, by: deciderOf(file, item, actor) };
      await ledger.notApplicable.set(tx, actor, [row.id], decision);
    }
  }
}

const KINDS = ['contract-clause', 'contract-signature'] as const;

interface LeftOut {
  readonly item: CoverageItem;
  readonly entry: LedgerEntry;
  readonly coverage: Coverage;
}

/** Whether a clause that answers the demand is left out without the confirmation it needs. */
function isUnconfirmed({ item, coverage }: LeftOut): boolean {
  return coverage.gaps.some(
    ({ kind, clauses }) =>
      kind === 'unconfirmed' && clauses.some((clause) => item.answeredBy.includes(clause)),
  );
}

/** Who answers for leaving the clause out: whoever confirmed it, else whoever signed. */
function deciderOf(
  { clauses, contract }: ContractFile,
  { answeredBy }: CoverageItem,
  { personId }: Actor,
): string | null {
  const decided = clauses.find(({ clauseId }) => answeredBy.includes(clauseId));
  return decided?.confirmedBy ?? contract.signatureRecordedBy ?? personId;
}

function isLeftOut({ status, answeredBy }: CoverageItem): boolean {
  return status === 'not-applicable' && answeredBy.length > 0;
}

const NO_LONGER_LEFT_OUT =
  '案件の内容が変わり、この条項が必要となったため（the clause is required since the engagement changed）';
