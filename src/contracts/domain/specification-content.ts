import type { Pack, Phase } from '../../policies/index.js';
import type { Text } from '../../shared/domain/text.js';
import type { Requirement, SelectionCondition } from './specification.js';

/** An article of the policy as a document for candidates may name it. */
export interface NamedArticle {
  readonly key: string;
  readonly label: string;
  readonly title: Text;
  /** The document, where the body chose what stands in it. */
  readonly chosenIn?: Text;
  /** The document, where it is not public: nothing of the article leaves the body. */
  readonly withheldIn?: Text;
}

/** A selection condition with what a candidate is told of how it is judged. */
export interface StatedCondition extends Omit<SelectionCondition, 'articles'> {
  /** What the candidate shows. */
  readonly evidence: Text | null;
  readonly evidenceRequired: boolean;
  /** Whether a candidate that does not meet it is not selected, whatever the rest. */
  readonly isKnockOut: boolean;
  readonly articles: readonly NamedArticle[];
}

/** Information handled, with the names of its classes. */
export interface StatedItem {
  readonly name: string;
  readonly confidentiality: Text;
  readonly integrity: Text;
  readonly availability: Text;
  readonly personalInformation: boolean;
  readonly specificPersonalInformation: boolean;
}

/** What the policy asks of the vendor once the contract is concluded. */
export interface LaterDuty {
  readonly phase: Exclude<Phase, 'before'>;
  readonly article: NamedArticle;
}

/**
 * Everything the document of a specification says, in both languages. At confirmation it is kept as
 * it stands, so that the document reads the same whatever becomes of engagement, policy or body.
 */
export interface SpecificationContent {
  readonly number: number;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly body: Text;
  readonly engagementTitle: string;
  /** First and last day planned; null where it runs until it is ended. */
  readonly from: string;
  readonly until: string | null;
  readonly dataItems: readonly StatedItem[];
  /** In the order of the policy. */
  readonly conditions: readonly StatedCondition[];
  readonly requirements: readonly Requirement[];
  readonly laterDuties: readonly LaterDuty[];
}

/**
 * A condition as candidates are told of it.
 * @param knockOuts the criteria that are knock-outs by the facts of the engagement
 */
export function statedCondition(
  pack: Pick<Pack, 'documents' | 'articles' | 'criteria'>,
  knockOuts: ReadonlySet<string>,
  { criterionId, topic, question, statement, articles }: SelectionCondition,
): StatedCondition {
  const criterion = pack.criteria.find(({ id }) => id === criterionId);
  return {
    ...{ criterionId, topic, question, statement },
    evidence: criterion?.evidence ?? null,
    evidenceRequired: criterion?.evidenceRequired === true,
    isKnockOut: knockOuts.has(criterionId),
    articles: articles.flatMap((key) => namedArticle(pack, key)),
  };
}

/** The article of that key; none where the policy has none. */
export function namedArticle(
  pack: Pick<Pack, 'documents' | 'articles'>,
  key: string,
): readonly NamedArticle[] {
  const article = pack.articles.find((candidate) => candidate.key === key);
  const document = pack.documents.find(({ id }) => id === article?.document);
  if (article === undefined || document === undefined) return [];
  const { label, title } = article;
  return [
    {
      ...{ key, label, title },
      ...(document.chosen === true && { chosenIn: document.title }),
      ...(document.disclosure === 'internal' && { withheldIn: document.title }),
    },
  ];
}

/** Information with the names of its classes in the policy. */
export function statedItem(
  { classification }: Pick<Pack, 'classification'>,
  item: HandledItem,
): StatedItem {
  const { name, personalInformation, specificPersonalInformation } = item;
  const labelOf = (kind: keyof typeof classification): Text =>
    classification[kind].find(({ id }) => id === item[kind])?.label ?? {
      ...{ ja: item[kind], en: item[kind] },
    };
  return {
    name,
    confidentiality: labelOf('confidentiality'),
    integrity: labelOf('integrity'),
    availability: labelOf('availability'),
    ...{ personalInformation, specificPersonalInformation },
  };
}

interface HandledItem extends Record<'confidentiality' | 'integrity' | 'availability', string> {
  readonly name: string;
  readonly personalInformation: boolean;
  readonly specificPersonalInformation: boolean;
}

/** The articles that put duties on the vendor during and at the end of the work, each once a phase. */
export function laterDuties(
  pack: Pick<Pack, 'documents' | 'articles'>,
  rules: readonly OwedRule[],
): readonly LaterDuty[] {
  const owed = new Set(
    rules
      .filter(({ owedBy }) => owedBy === 'vendor')
      .map(({ phase, article }) => `${phase} ${article}`),
  );
  return (['during', 'end'] as const).flatMap((phase) =>
    pack.articles
      .filter(({ key }) => owed.has(`${phase} ${key}`))
      .flatMap(({ key }) => namedArticle(pack, key))
      .map((article) => ({ phase, article })),
  );
}

interface OwedRule {
  readonly owedBy: 'body' | 'vendor';
  readonly phase: Phase;
  readonly article: string;
}
