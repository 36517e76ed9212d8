import type { Clause } from '../../policies/index.js';
import type { Language, Text } from '../../shared/domain/text.js';
import type { ClauseValues } from './clause-value.js';
import type { CoverageItem } from './coverage.js';
import type { Requirement, SelectionCondition } from './specification.js';

/** A clause of the annex with what its parameters are filled with. */
export interface AnnexClause extends Pick<Clause, 'id' | 'title' | 'parameters' | 'paragraphs'> {
  readonly values: ClauseValues;
}

/** An article of the policy and how the contract answers it. */
export interface AnnexCoverage extends Pick<
  CoverageItem,
  'article' | 'label' | 'title' | 'status' | 'answeredBy'
> {
  /** The document, where the body chose what stands in it. */
  readonly chosenIn?: Text;
  /** The article stands in a document that is not public: in place of its title that of the document. */
  readonly withheld?: true;
}

/**
 * Everything the security annex says, in both languages and before it is set in one. At signature it
 * is kept as it stands, so that the annex reads the same whatever becomes of policy, vendor or body.
 */
export interface AnnexContent {
  /** The language that prevails. */
  readonly language: Language;
  readonly title: string;
  readonly engagementTitle: string;
  readonly body: Text;
  readonly vendor: {
    readonly name: string;
    readonly address: string | null;
    readonly corporateNumber: string | null;
  };
  readonly cloudService: string | null;
  readonly from: string;
  readonly until: string | null;
  /** Whole yen. */
  readonly amount: string | null;
  readonly jurisdiction: string | null;
  /** Null while it is a draft. */
  readonly signing: {
    readonly signedOn: string;
    readonly documentNumber: string;
    readonly bodySignatory: string;
    readonly vendorSignatory: string;
  } | null;
  readonly coverage: readonly AnnexCoverage[];
  readonly clauses: readonly AnnexClause[];
  readonly notApplicable: readonly { readonly title: Text; readonly reason: string }[];
  readonly specification: {
    readonly number: number;
    readonly title: string;
    readonly documentNumber: string | null;
    readonly conditions: readonly SelectionCondition[];
    readonly requirements: readonly Requirement[];
  } | null;
}
