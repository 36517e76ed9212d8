import { formatScore } from '../../shared/domain/decimal-score.js';
import type { Text } from '../../shared/domain/text.js';
import type { RegionUse } from '../../vendors/index.js';
import type { AssessmentStatus } from './assessment-lifecycle.js';
import type { OutcomeCondition } from './conditions.js';
import type { WeighedExitPlan } from './exit-plan.js';
import {
  RESULTS,
  scoreOf,
  type OpenKnockOut,
  type Result,
  type WeightedAnswer,
} from './judgement.js';
import { METHOD_RULES } from './procedure.js';
import type { SelectionMethod } from './selection.js';

/** What a candidate scores on one topic of the checklist. */
export interface TopicScore {
  readonly topic: Text;
  /** Four decimals; null where nothing of the topic has weight. */
  readonly score: string | null;
}

/** A certificate as it stands on the day of the comparison. */
export interface ComparedCertificate {
  readonly id: string;
  readonly scheme: string;
  readonly number: string | null;
  readonly standing: string;
  readonly lastDay: string | null;
  /** Whether it leaves out the service offered or a place of it; it then proves nothing of this use. */
  readonly isMismatch: boolean;
  /** Ids of the criteria it bears out: while it stands as looked up, and covers what is offered. */
  readonly provesCriteria: readonly string[];
}

/** A place where the service handles information. */
export interface ComparedRegion {
  readonly country: string;
  readonly providerRegion: string | null;
  readonly use: RegionUse;
}

/** A firm the candidate would entrust. */
export interface ComparedSubcontractor {
  readonly name: string;
  readonly country: string;
  readonly rank: number;
  readonly work: string;
  readonly handlesInformation: boolean;
}

/** A candidate as it stands beside the others. */
export interface ComparedCandidate {
  readonly assessmentId: string;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly cloudServiceId: string | null;
  readonly cloudServiceName: string | null;
  readonly status: AssessmentStatus;
  readonly round: number;
  readonly method: SelectionMethod;
  readonly result: Result | null;
  readonly score: string | null;
  readonly knockOuts: readonly (OpenKnockOut & { readonly topic: Text })[];
  readonly conditions: readonly OutcomeCondition[];
  readonly topics: readonly TopicScore[];
  readonly certificates: readonly ComparedCertificate[];
  readonly regions: readonly ComparedRegion[];
  /** Null where it has offered nothing. */
  readonly subcontractors: readonly ComparedSubcontractor[] | null;
  readonly exit: WeighedExitPlan | null;
  readonly isSelected: boolean;
}

/** The candidates of an engagement side by side on a day, the best outcome first. */
export interface ComparisonContent {
  readonly engagementId: string;
  readonly title: string;
  readonly comparedOn: string;
  readonly items: readonly ComparedCandidate[];
}

/**
 * The candidates as they may be compared: where they only pass or fail (入札) no score is set beside another. The best outcome
 * first, then the best score; candidates without an outcome last.
 */
export function comparedFairly(candidates: readonly ComparedCandidate[]): ComparedCandidate[] {
  return candidates
    .map((candidate) =>
      METHOD_RULES[candidate.method].isPassOrFail
        ? { ...candidate, score: null, topics: [] }
        : candidate,
    )
    .sort(betterFirst);
}

/** The score of each topic, in the order of the checklist. */
export function topicScores(
  answers: readonly (WeightedAnswer & { readonly topic: Text })[],
): TopicScore[] {
  const topics = new Map<string, { topic: Text; answers: WeightedAnswer[] }>();
  for (const answer of answers) {
    const { topic } = answer;
    const found = topics.get(topic.ja) ?? { topic, answers: [] };
    found.answers.push(answer);
    topics.set(topic.ja, found);
  }
  return [...topics.values()].map((found) => ({
    topic: found.topic,
    score: meanOf(found.answers),
  }));
}

function meanOf(answers: readonly WeightedAnswer[]): string | null {
  const mean = scoreOf(answers);
  return mean === undefined ? null : formatScore(mean);
}

function betterFirst(a: ComparedCandidate, b: ComparedCandidate): number {
  const byResult = rankOf(a) - rankOf(b);
  return byResult === 0 ? (b.score ?? '').localeCompare(a.score ?? '') : byResult;
}

const ORDER: readonly string[] = ['suitable', 'conditional', 'undetermined', 'unsuitable'];

function rankOf({ result }: ComparedCandidate): number {
  return result === null ? RESULTS.length : ORDER.indexOf(result);
}
