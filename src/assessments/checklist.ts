import type { Dossier } from '../engagements/index.js';
import { criteriaFor, holds, isLightestTier, type Criterion } from '../policies/index.js';
import { NothingToAsk } from './domain/assessment.errors.js';
import type { AskedNow } from './domain/checklist.js';
import { knockOutsOf, type FrozenCriterion } from './domain/frozen-checklist.js';

/** The checklist of an engagement as it is now, to be sent. @throws NothingToAsk */
export function checklistOf({ engagement, pack }: Dossier): FrozenCriterion[] {
  const facts = new Set(engagement.facts);
  const criteria = criteriaFor(pack, facts, 'selection');
  if (criteria.length === 0) throw new NothingToAsk();
  return criteria.map((criterion, at) => frozen(criterion, at + 1, facts));
}

function frozen(
  criterion: Criterion,
  position: number,
  facts: ReadonlySet<string>,
): FrozenCriterion {
  const { id: criterionId, topic, question, evidence, evidenceRequired, weight } = criterion;
  return {
    ...{ criterionId, position, topic, question, evidence, evidenceRequired, weight },
    knockOut: isKnockOut(criterion, facts),
    articles: [...criterion.articles],
    answeredBy: criterion.answeredBy,
  };
}

/** Whether a criterion is a knock-out where these facts hold. */
function isKnockOut(
  { knockOut }: Pick<Criterion, 'knockOut'>,
  facts: ReadonlySet<string>,
): boolean {
  return knockOut !== undefined && holds(knockOut, facts);
}

/** What the policy asks of a candidate now: in full, and the light way where that is open to the engagement. */
export function askedNow({ engagement, pack }: Dossier): Record<'full' | 'light', AskedNow[]> {
  const facts = new Set(engagement.facts);
  const full = criteriaFor(pack, facts, 'selection').map((criterion) => ({
    id: criterion.id,
    knockOut: isKnockOut(criterion, facts),
  }));
  return { full, light: isLightestTier(pack, facts) ? knockOutsOf(full) : full };
}
