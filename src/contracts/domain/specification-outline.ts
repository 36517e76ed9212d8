import type { Language, Text } from '../../shared/domain/text.js';
import { articleLabel } from './clause-article.js';

/** Where something stands in the document of a specification: 第５条第２項. */
export interface Place {
  /** Counts the articles of the document from 1. */
  readonly article: number;
  /** Counts the paragraphs of the article from 1. */
  readonly paragraph: number;
  /** Whether it is the only paragraph of its article, which is then named alone. */
  readonly isAlone: boolean;
}

/** The article (条) of a topic, with a paragraph (項) for each of its conditions. */
export interface TopicArticle<Condition> {
  readonly article: number;
  readonly topic: Text;
  readonly conditions: readonly { readonly condition: Condition; readonly place: Place }[];
}

/** The numbers of all articles of the document of a specification. */
export interface SpecificationOutline<Condition> {
  readonly purpose: number;
  readonly scope: number;
  readonly information: number;
  readonly topics: readonly TopicArticle<Condition>[];
  /** The number of each requirement's article, in their order. */
  readonly requirements: readonly number[];
  readonly contract: number;
  readonly laterDuties: number;
}

interface Topical {
  readonly criterionId: string;
  readonly topic: Text;
}

/** Conditions in the order in which the policy has its criteria, whatever order they come in. */
export function inPolicyOrder<Condition extends Topical>(
  conditions: readonly Condition[],
  criteria: readonly { readonly id: string }[],
): readonly Condition[] {
  const order = new Map(criteria.map(({ id }, index) => [id, index]));
  const at = ({ criterionId }: Topical): number => order.get(criterionId) ?? order.size;
  return conditions.toSorted((a, b) => at(a) - at(b));
}

/** Numbers the articles once, for the document and for what is traced to it. */
export function specificationOutline<Condition extends Topical>({
  conditions,
  requirements,
}: {
  readonly conditions: readonly Condition[];
  readonly requirements: readonly unknown[];
}): SpecificationOutline<Condition> {
  let last = 0;
  const next = (): number => (last += 1);
  const topics = [...new Set(conditions.map(({ topic }) => topic.ja))];
  return {
    ...{ purpose: next(), scope: next(), information: next() },
    topics: topics.map((name) =>
      topicArticle(
        next(),
        conditions.filter(({ topic }) => topic.ja === name),
      ),
    ),
    requirements: requirements.map(next),
    ...{ contract: next(), laterDuties: next() },
  };
}

/** 第５条第２項, or Article 5, paragraph 2. */
export function placeLabel({ article, paragraph, isAlone }: Place, language: Language): string {
  const label = articleLabel(article, language);
  if (isAlone) return label;
  if (language === 'en') return `${label}, paragraph ${String(paragraph)}`;
  return `${label}${articleLabel(paragraph, 'ja').replace('条', '項')}`;
}

function topicArticle<Condition extends Topical>(
  article: number,
  group: readonly Condition[],
): TopicArticle<Condition> {
  return {
    article,
    topic: group[0]?.topic ?? { ja: '', en: '' },
    conditions: group.map((condition, index) => ({
      condition,
      place: { article, paragraph: index + 1, isAlone: group.length === 1 },
    })),
  };
}
