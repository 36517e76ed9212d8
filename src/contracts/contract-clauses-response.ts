import type { Clause } from '../policies/index.js';
import { offeredFor, type ContractFile } from './contract-files.js';
import { versionOf } from './contract-response.js';
import type { ContractClauseRow } from './contracts.repository.js';
import type { AnnexContent } from './domain/annex-content.js';
import type { Coverage, CoverageStatus } from './domain/coverage.js';
import type {
  ContractClauseDto,
  ContractClausesDto,
  CoverageDto,
} from './dto/contract-clause.dto.js';

const UNDECIDED = {
  decision: null,
  values: {},
  reason: null,
  decidedBy: null,
  confirmedBy: null,
  confirmedAs: null,
  confirmedIn: null,
  confirmedOn: null,
  contentHash: null,
  reReviewSince: null,
  dutyWaiverId: null,
};

/** The clauses offered today and those decided on, with their texts as signed or as in the policy. */
export function shownClauses(file: ContractFile, annex: AnnexContent | null): ContractClausesDto {
  const { contract, clauses, dossier } = file;
  const offered = offeredFor(dossier);
  const required = new Set(offered.filter(({ isRequired }) => isRequired).map(({ id }) => id));
  const shown = dossier.pack.clauses.filter(
    ({ id }) =>
      offered.some((clause) => clause.id === id) || clauses.some(({ clauseId }) => clauseId === id),
  );
  return {
    version: versionOf(contract, dossier.engagement),
    items: shown.map((clause) => {
      const frozen = annex?.clauses.find(({ id }) => id === clause.id);
      const decided = clauses.find(({ clauseId }) => clauseId === clause.id);
      return {
        ...shownClause({ ...clause, ...frozen }, decided),
        isRequired: required.has(clause.id),
      };
    }),
  };
}

function shownClause(
  { id, title, articles, paragraphs }: Clause,
  decided: ContractClauseRow | undefined,
): Omit<ContractClauseDto, 'isRequired'> {
  const {
    decision,
    values,
    reason,
    decidedBy,
    confirmedBy,
    confirmedAs,
    confirmedIn,
    confirmedOn,
  } = decided ?? UNDECIDED;
  const { contentHash, reReviewSince, dutyWaiverId } = decided ?? UNDECIDED;
  return {
    ...{ clauseId: id, title, articles: [...articles], decision, values: { ...values }, reason },
    ...{ decidedBy, confirmedBy, confirmedAs, confirmedIn, confirmedOn, contentHash },
    ...{ reReviewSince, dutyWaiverId },
    paragraphs: { ja: [...paragraphs.ja], en: [...paragraphs.en] },
  };
}

/** What the contract covers, as it is answered. */
export function shownCoverage(
  { contract, dossier }: ContractFile,
  { items, gaps }: Coverage,
): CoverageDto {
  const count = (status: CoverageStatus): number =>
    items.filter((item) => item.status === status).length;
  return {
    version: versionOf(contract, dossier.engagement),
    isComplete: gaps.length === 0,
    counts: {
      included: count('included'),
      notApplicable: count('not-applicable'),
      excepted: count('excepted'),
      missing: count('missing'),
    },
    items: items.map((item) => ({
      ...item,
      clauses: [...item.clauses],
      answeredBy: [...item.answeredBy],
    })),
    gaps: gaps.map((gap) => ({ ...gap, clauses: [...gap.clauses] })),
  };
}
