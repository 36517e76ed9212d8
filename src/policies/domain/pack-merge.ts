import type { Article, ObligationRule, Pack, PolicyDocument } from './pack.js';

/** Top-level sections of a pack as its files give them: unchecked, and partial in a child pack. */
export type PackLayer = Readonly<Record<string, unknown>>;

type Implied = 'id' | 'article' | 'when';
type ObligationDraft = Omit<ObligationRule, Implied> & Partial<Pick<ObligationRule, Implied>>;
type ArticleDraft = Omit<Article, 'obligations'> & {
  readonly obligations?: readonly ObligationDraft[];
};

/** A merged pack that has everything except what its articles imply. */
export type PackDraft = Omit<Pack, 'articles'> & { readonly articles: readonly ArticleDraft[] };

/** What a pack has that gives nothing. */
export const EMPTY_LAYER = {
  scope: [],
  staffCategories: [],
  documents: [],
  vocabulary: {},
  classification: { confidentiality: [], integrity: [], availability: [] },
  segments: [],
  roles: [],
  regimes: [],
  tiers: [],
  articles: [],
  criteria: [],
  clauses: [],
  reports: [],
  recordKinds: [],
  ruleDocumentKinds: [],
  settings: [],
} as const satisfies Partial<Pack>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The id of a list item, or the key of an article. */
export function identityOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const identity = item.key ?? item.id;
  return typeof identity === 'string' ? identity : undefined;
}

/**
 * Lays a child over its parent. List items meet by identity: fields the child gives replace the
 * parent's whole, new items follow in order. Items without an identity are left out.
 */
export function mergeLayers(parent: PackLayer, child: PackLayer): PackLayer {
  const given = Object.entries(child).map(([section, content]) => {
    return [section, mergeSection(parent[section], content)] as const;
  });
  return { ...parent, ...Object.fromEntries(given) };
}

function mergeSection(inherited: unknown, given: unknown): unknown {
  if (Array.isArray(inherited) && Array.isArray(given)) return mergeItems(inherited, given);
  if (isRecord(inherited) && isRecord(given)) return { ...inherited, ...given };
  return given;
}

function mergeItems(inherited: readonly unknown[], given: readonly unknown[]): unknown[] {
  const items = new Map<string, unknown>();
  for (const item of [...inherited, ...given]) {
    const identity = identityOf(item);
    if (identity !== undefined) items.set(identity, overlay(items.get(identity), item));
  }
  return [...items.values()];
}

function overlay(inherited: unknown, given: unknown): unknown {
  if (!isRecord(inherited) || !isRecord(given)) return given;
  const kept = Object.entries(inherited).filter(([field]) => !isSuperseded(field, given));
  return { ...Object.fromEntries(kept), ...given };
}

/** An article puts obligations or says why it puts none: giving one takes the other away. */
function isSuperseded(field: string, given: PackLayer): boolean {
  return (
    (field === 'none' && 'obligations' in given) || (field === 'obligations' && 'none' in given)
  );
}

/** Fills in what an obligation need not repeat: its article, its id where it stands alone, `when`. */
export function withImpliedFields(draft: PackDraft): Pack {
  return { ...draft, articles: draft.articles.map(withObligations) };
}

/**
 * The pack with its articles in the order of their documents, of which those that the body chose
 * come last, though they are inherited.
 */
export function inDocumentOrder(pack: Pack): Pack {
  const isChosen = ({ chosen }: PolicyDocument): boolean => chosen === true;
  const documents = [
    ...pack.documents.filter((document) => !isChosen(document)),
    ...pack.documents.filter(isChosen),
  ];
  const place = new Map(documents.map(({ id }, at) => [id, at]));
  const placeOf = ({ document }: Article): number => place.get(document) ?? documents.length;
  return {
    ...pack,
    documents,
    articles: [...pack.articles].sort((a, b) => placeOf(a) - placeOf(b)),
  };
}

function withObligations(article: ArticleDraft): Article {
  const obligations = (article.obligations ?? []).map((obligation) => ({
    id: article.key,
    when: {},
    ...obligation,
    article: article.key,
  }));
  return { ...article, obligations };
}
