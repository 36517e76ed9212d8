import type { Text } from '../../shared/domain/text.js';

/** A criterion as candidates get it: it stands still, whatever the policy asks later. */
export interface FrozenCriterion {
  /** Id of the criterion in the policy. */
  readonly criterionId: string;
  /** Place in the checklist, from 1. */
  readonly position: number;
  readonly topic: Text;
  readonly question: Text;
  /** What evidence is looked for. */
  readonly evidence: Text;
  /** Whether a knock-out is open without evidence. */
  readonly evidenceRequired: boolean;
  readonly knockOut: boolean;
  readonly weight: number;
  /** Keys of the articles it serves. */
  readonly articles: string[];
  readonly answeredBy: 'vendor' | 'staff';
}

/** The checklist of the light way: its knock-outs or, where it has none, all of it. */
export function knockOutsOf<Asked extends Pick<FrozenCriterion, 'knockOut'>>(
  criteria: readonly Asked[],
): Asked[] {
  const knockOuts = criteria.filter(({ knockOut }) => knockOut);
  return knockOuts.length > 0 ? knockOuts : [...criteria];
}
