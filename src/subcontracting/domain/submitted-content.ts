import type { Extent } from './subcontract-input.js';

/** An item of information as it was classified when it was applied for. */
export interface SubmittedItem {
  readonly id: string;
  readonly name: string;
  readonly confidentiality: string;
  readonly personalInformation: boolean;
}

/** What an application says, with the information as it stood then. */
export interface SubmittedContent {
  readonly passedOnById: string | null;
  readonly vendorId: string;
  readonly work: string;
  readonly extent: Extent | null;
  readonly reason: string | null;
  readonly items: readonly SubmittedItem[];
  readonly place: string | null;
  readonly country: string | null;
  readonly safeguards: string | null;
  readonly flowDown: string | null;
  readonly pledge: string | null;
  readonly affiliate: boolean;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/** A rule document of the body that a decision was made by, in the version that was in force. */
export interface CitedCriterion {
  /** Id of the rule-document kind in the policy. */
  readonly kind: string;
  readonly ruleDocumentId: string;
  readonly title: string;
  readonly number: string;
  readonly effectiveFrom: string;
}

/** The hop as far as it was put down, and the information handled today. */
type Applied = Omit<SubmittedContent, 'items'> & { readonly dataItemIds: readonly string[] };

/** What is applied for, with the items it names as they are classified; members of the rest are left out. */
export function submittedContent(
  hop: Applied,
  handled: readonly SubmittedItem[],
): SubmittedContent {
  const items = handled
    .filter(({ id }) => hop.dataItemIds.includes(id))
    .map(({ id, name, confidentiality, personalInformation }) => ({
      ...{ id, name, confidentiality, personalInformation },
    }))
    .sort((one, other) => one.id.localeCompare(other.id));
  const { passedOnById, vendorId, work, extent, reason, place, country, safeguards } = hop;
  const { flowDown, pledge, affiliate, fromOn, untilOn } = hop;
  return {
    ...{ passedOnById, vendorId, work, extent, reason, items, place, country, safeguards },
    ...{ flowDown, pledge, affiliate, fromOn, untilOn },
  };
}

/**
 * What an approval is bound to: contract, origin, firm, work, information, places and safeguards. Another
 * hash of it is another application (9(1)②ア(エ)-9), as is a longer term (`isLonger`); the reason and papers
 * handed in later are not part of it.
 */
export function materialOf(contractId: string, content: SubmittedContent): object {
  const { passedOnById, vendorId, work, extent, place, country, safeguards } = content;
  const items = content.items.map(({ name: _name, ...item }) => item);
  return { contractId, passedOnById, vendorId, work, extent, items, place, country, safeguards };
}
