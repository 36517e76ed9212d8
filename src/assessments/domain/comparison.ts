import { formatScore } from '../../shared/domain/decimal-score.js';
import type { Text } from '../../shared/domain/text.js';
import { scoreOf, type WeightedAnswer } from './judgement.js';

/** What a candidate scores on one topic of the checklist. */
export interface TopicScore {
  readonly topic: Text;
  /** Four decimals; null where nothing of the topic has weight. */
  readonly score: string | null;
}

/** The score of each topic, in the order of the checklist. */
export function topicScores(
  contributions: readonly (WeightedAnswer & { readonly topic: Text })[],
): TopicScore[] {
  const topics = new Map<string, { topic: Text; answers: WeightedAnswer[] }>();
  for (const contribution of contributions) {
    const { topic } = contribution;
    const found = topics.get(topic.ja) ?? { topic, answers: [] };
    found.answers.push(contribution);
    topics.set(topic.ja, found);
  }
  return [...topics.values()].map(({ topic, answers }) => ({ topic, score: meanOf(answers) }));
}

function meanOf(answers: readonly WeightedAnswer[]): string | null {
  const mean = scoreOf(answers);
  return mean === undefined ? null : formatScore(mean);
}
