import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Duties } from '../duties/index.js';
import { rolesWithDuty } from '../policies/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import { refuse, NotFound } from '../shared/domain/domain-error.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ClauseConfirmations, UNCONFIRMED } from './clause-confirmations.js';
import { shownClauses, shownCoverage } from './contract-clauses-response.js';
import {
  ContractFiles,
  needsConfirmation,
  offeredFor,
  type ContractFile,
} from './contract-files.js';
import { ContractProofs } from './contract-proofs.js';
import type { ContractClauseRow } from './contracts.repository.js';
import {
  decisionFaults,
  keptDecision,
  type ClauseDecisionKind,
  type GivenDecision,
} from './domain/clause-decision.js';
import { ConfirmationUnasked } from './domain/contract.errors.js';
import type {
  ContractClausesDto,
  CoverageDto,
  DecideClausesDto,
} from './dto/contract-clause.dto.js';

/** The clauses of contracts: which of the library are in, with what terms, and what that covers. */
@Injectable()
export class ContractClausesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly files: ContractFiles,
    private readonly proofs: ContractProofs,
    private readonly confirmations: ClauseConfirmations,
    private readonly duties: Duties,
  ) {}

  /** Decides on all clauses of a draft at once. @throws NotFound, Stale, InvalidInput, ContractNotThere */
  decide(
    caller: Caller,
    id: string,
    expected: ExpectedVersion,
    { clauses: given }: DecideClausesDto,
  ): Promise<ContractClausesDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.files.lock(tx, caller, id, expected);
      const { contracts, dossiers } = this.files.books;
      await dossiers.postWith(tx, caller, 'contract:write', file.dossier);
      refuse(decisionFaults(offeredFor(file.dossier), given));
      const rows = decidedRows(caller, file, given);
      await contracts.replaceClauses(tx, caller, file.clauses, rows);
      return this.close(tx, caller, file, {
        action: 'contract.clauses-decided',
        facts: {
          included: idsOf(rows, 'included'),
          notApplicable: idsOf(rows, 'not-applicable'),
        },
      });
    });
  }

  /**
   * Confirms that a required clause is left out, in a role that permits exceptions or judges trust,
   * never by whoever drafted the contract or left the clause out (2(8)①).
   * @throws NotFound, Stale, ContractNotThere, RoleRequired, SeparationOfDuties, ConfirmationUnasked
   */
  confirm(
    caller: Caller,
    at: { readonly id: string; readonly clauseId: string },
    expected: ExpectedVersion,
  ): Promise<ContractClausesDto> {
    return this.transactor.write(caller, async (tx) => {
      const file = await this.files.lock(tx, caller, at.id, expected, ['draft', 'signed']);
      const clause = file.clauses.find(({ clauseId }) => clauseId === at.clauseId);
      if (clause === undefined) throw new NotFound();
      const { id: engagementId, unitId } = file.dossier.engagement;
      const roles = CONFIRMING.flatMap((duty) => rolesWithDuty(file.dossier.pack, duty));
      const confirmedIn = await this.duties.authority.postIn(tx, caller, { roles, unitId });
      if (!needsConfirmation(file.dossier, clause)) throw new ConfirmationUnasked(clause.clauseId);
      const { contracts, clock } = this.files.books;
      const confirmedOn = clock.today();
      const dutyWaiverId = await this.duties.apart(tx, caller, {
        ...{ rule: 'request-permit', acts: ACTS, day: confirmedOn, engagementId },
        earlier: [clause.decidedBy, file.contract.draftedBy],
      });
      const patch = {
        ...{ confirmedBy: caller.personId, confirmedAs: confirmedIn.roleId, confirmedIn },
        ...{ confirmedOn, dutyWaiverId, reReviewSince: null },
        contentHash: await this.confirmations.contentHash(tx, caller, file.dossier, clause),
      };
      await contracts.writeConfirmation(tx, caller, clause.id, patch);
      const clauses = file.clauses.map((each) => (each === clause ? { ...each, ...patch } : each));
      if (file.contract.status === 'signed') {
        await this.proofs.takeEffect(tx, caller, { ...file, clauses });
      }
      return this.close(tx, caller, file, {
        action: 'contract.clause-confirmed',
        facts: {
          clauseId: clause.clauseId,
          reason: clause.reason,
          confirmedAs: confirmedIn.roleId,
        },
      });
    });
  }

  /** @throws NotFound */
  list(caller: Caller, id: string): Promise<ContractClausesDto> {
    return this.transactor.read(caller, async (tx) => {
      const file = await this.files.read(tx, caller, id);
      return shownClauses(file, await this.files.books.contracts.annex(tx, caller, id));
    });
  }

  /** @throws NotFound */
  coverage(caller: Caller, id: string): Promise<CoverageDto> {
    return this.transactor.read(caller, async (tx) => {
      const file = await this.files.read(tx, caller, id);
      return shownCoverage(file, await this.files.coverage(tx, caller, file));
    });
  }

  private async close(
    tx: Tx,
    caller: Caller,
    before: ContractFile,
    change: { readonly action: string; readonly facts: Readonly<Record<string, unknown>> },
  ): Promise<ContractClausesDto> {
    const { contracts } = this.files.books;
    const contract = await contracts.update(tx, caller, before.contract);
    const clauses = await contracts.clauses(tx, caller, contract.id);
    await this.files.close(tx, caller, before.dossier, contract, {
      ...change,
      before: { ...before.contract, clauses: before.clauses },
      after: { ...contract, clauses },
    });
    const file = await this.files.read(tx, caller, contract.id);
    return shownClauses(file, await contracts.annex(tx, caller, contract.id));
  }
}

/** The decisions as rows; one that says the same as before keeps who made and confirmed it. */
function decidedRows(
  { personId }: Caller,
  { contract, clauses, dossier }: ContractFile,
  given: readonly GivenDecision[],
): readonly ContractClauseRow[] {
  const decisions = new Map(given.map((decision) => [decision.clauseId, decision]));
  return offeredFor(dossier).flatMap((clause) => {
    const decision = decisions.get(clause.id);
    if (decision === undefined) return [];
    const kept = keptDecision(clause, decision);
    const before = clauses.find(({ clauseId }) => clauseId === clause.id);
    const isSame = before?.decision === kept.decision && before.reason === kept.reason;
    if (isSame) return [{ ...before, values: kept.values }];
    return [
      { ...UNCONFIRMED, ...kept, id: uuidv7(), contractId: contract.id, decidedBy: personId },
    ];
  });
}

function idsOf(rows: readonly ContractClauseRow[], decision: ClauseDecisionKind): string[] {
  return rows.filter((row) => row.decision === decision).map(({ clauseId }) => clauseId);
}

const ACTS = {
  ja: '契約条項の起案と、適用しないことの確認',
  en: 'drafting the clauses and confirming that one is left out',
};

/** The duties whose holders confirm that a required clause is left out. */
const CONFIRMING = ['permit-exceptions', 'judge-trust'] as const;
