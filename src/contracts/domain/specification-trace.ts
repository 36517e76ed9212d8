import type { Text } from '../../shared/domain/text.js';
import type { SpecificationContent } from './specification-content.js';
import { placeLabel, specificationOutline } from './specification-outline.js';

/** Where the document of a specification states a selection condition. */
export interface TracedCondition {
  readonly criterionId: string;
  readonly topic: Text;
  readonly article: number;
  readonly paragraph: number;
  readonly label: Text;
  /** Keys of the articles of the policy it serves. */
  readonly articles: readonly string[];
}

/** An article of the policy with the conditions that serve it. */
export interface TracedArticle {
  readonly key: string;
  readonly label: string;
  readonly title: Text;
  readonly conditions: readonly string[];
}

/** Conditions by their paragraphs, and the articles they serve by their conditions. */
export interface SpecificationTrace {
  readonly conditions: readonly TracedCondition[];
  readonly articles: readonly TracedArticle[];
}

/** Traces every condition to its paragraph, both in the order of the document. */
export function specificationTrace(
  content: Pick<SpecificationContent, 'conditions' | 'requirements'>,
): SpecificationTrace {
  const placed = specificationOutline(content).topics.flatMap(({ conditions }) => conditions);
  const articles = new Map<string, Omit<TracedArticle, 'conditions'> & { conditions: string[] }>();
  for (const { condition } of placed) {
    for (const { key, label, title } of condition.articles) {
      const served = articles.get(key) ?? { key, label, title, conditions: [] };
      articles.set(key, served);
      served.conditions.push(condition.criterionId);
    }
  }
  return {
    conditions: placed.map(({ condition: { criterionId, topic, articles: served }, place }) => ({
      ...{ criterionId, topic, article: place.article, paragraph: place.paragraph },
      label: { ja: placeLabel(place, 'ja'), en: placeLabel(place, 'en') },
      articles: served.map(({ key }) => key),
    })),
    articles: [...articles.values()],
  };
}
