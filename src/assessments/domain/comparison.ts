import { formatScore, weightedMean, type HalfPoints } from '../../shared/domain/decimal-score.js';
import type { Text } from '../../shared/domain/text.js';
import type { Contribution } from './judgement.js';

/** What a candidate scores on one topic of the checklist. */
export interface TopicScore {
  readonly topic: Text;
  /** Four decimals; null where nothing of the topic has weight. */
  readonly score: string | null;
}

/** The score of each topic, in the order of the checklist. */
export function topicScores(
  contributions: readonly (Contribution & { readonly topic: Text })[],
): TopicScore[] {
  const topics = new Map<string, { topic: Text; marks: Contribution[] }>();
  for (const contribution of contributions) {
    const { topic } = contribution;
    const found = topics.get(topic.ja) ?? { topic, marks: [] };
    found.marks.push(contribution);
    topics.set(topic.ja, found);
  }
  return [...topics.values()].map(({ topic, marks }) => ({ topic, score: meanOf(marks) }));
}

function meanOf(contributions: readonly Contribution[]): string | null {
  const marks = contributions.flatMap(({ weight, value }) =>
    value === null ? [] : [{ weight, halves: halvesOf(value) }],
  );
  const mean = weightedMean(marks);
  return mean === undefined ? null : formatScore(mean);
}

function halvesOf(value: string): HalfPoints {
  if (value === '1') return 2;
  return value === '0.5' ? 1 : 0;
}
