import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ContractFiles, type ContractFile } from './contract-files.js';
import type { ContractRow } from './contracts.repository.js';
import type { AnnexContent } from './domain/annex-content.js';
import { annexCoverage } from './domain/annex-coverage.js';
import { SpecificationsRepository, type SpecificationRow } from './specifications.repository.js';

/** The content of security annexes: of a signed contract as it was frozen, of a draft as it stands. */
@Injectable()
export class Annexes {
  constructor(
    private readonly files: ContractFiles,
    private readonly specifications: SpecificationsRepository,
  ) {}

  /** @throws NotFound */
  async read(tx: Tx, scope: Scope, id: string): Promise<AnnexContent> {
    const frozen = await this.files.books.contracts.annex(tx, scope, id);
    return frozen ?? this.compose(tx, scope, await this.files.read(tx, scope, id));
  }

  /** The version of the specification that the contract contains. */
  specification(
    tx: Tx,
    scope: Scope,
    { dossier }: ContractFile,
  ): Promise<SpecificationRow | undefined> {
    return this.specifications.confirmed(tx, scope, dossier.engagement.id);
  }

  /** Puts the annex together from what stands now. */
  async compose(tx: Tx, scope: Scope, file: ContractFile): Promise<AnnexContent> {
    const { contract, clauses, dossier } = file;
    const { items } = await this.files.coverage(tx, scope, file);
    const specification = await this.specification(tx, scope, file);
    const decided = new Map(clauses.map((clause) => [clause.clauseId, clause]));
    const inOrder = dossier.pack.clauses.flatMap((clause) => {
      const row = decided.get(clause.id);
      return row === undefined ? [] : [{ clause, row }];
    });
    return {
      ...(await this.files.books.contracts.parties(tx, scope, contract.id)),
      ...{ language: contract.language, title: contract.title },
      engagementTitle: dossier.engagement.title,
      ...{ from: contract.fromOn, until: contract.untilOn, amount: contract.amount },
      ...{ jurisdiction: contract.jurisdiction, signing: signingOf(contract) },
      coverage: annexCoverage(dossier.pack, items),
      clauses: inOrder
        .filter(({ row }) => row.decision === 'included')
        .map(({ clause: { id, title, parameters, paragraphs }, row: { values } }) => ({
          ...{ id, title, parameters, paragraphs, values },
        })),
      notApplicable: inOrder.flatMap(({ clause: { title }, row: { reason } }) =>
        reason === null ? [] : [{ title, reason }],
      ),
      specification: specification === undefined ? null : specificationIn(specification),
    };
  }
}

function specificationIn(row: SpecificationRow): NonNullable<AnnexContent['specification']> {
  const { number, title, documentNumber, conditions, requirements } = row;
  return { number, title, documentNumber, conditions, requirements };
}

function signingOf(contract: ContractRow): AnnexContent['signing'] {
  const { signedOn, documentNumber, bodySignatory, vendorSignatory } = contract;
  if (signedOn === null || documentNumber === null) return null;
  if (bodySignatory === null || vendorSignatory === null) return null;
  return { signedOn, documentNumber, bodySignatory, vendorSignatory };
}
