import type { Article, PolicyDocument } from '../../policies/index.js';

const NATURAL = new Intl.Collator('en', { numeric: true });

/** Articles in the order they stand in the policy: by document, then by number. */
export function inPolicyOrder(
  articles: readonly Article[],
  documents: readonly PolicyDocument[],
): readonly Article[] {
  const place = new Map(documents.map(({ id }, at) => [id, at]));
  const placeOf = ({ document }: Article): number => place.get(document) ?? documents.length;
  return [...articles].sort((a, b) => placeOf(a) - placeOf(b) || NATURAL.compare(a.key, b.key));
}

/**
 * The section an article stands in, read off its printed label: `９（１）` of `９（１）②ア（オ）`, `第５条` of
 * `第５条第２項`, `第1章6` of `第1章6(8)`, `共通２` of `共通２(１)`, `7` of itself. Null where the label names none.
 */
export function sectionOf(label: string): string | null {
  return SECTION.exec(label)?.[0] ?? null;
}

const SECTION = new RegExp(
  [
    /^第[^条]{1,5}条/,
    /^第[0-9０-９]+章[0-9０-９]+/,
    /^[^0-9０-９()（）第]+[0-9０-９]+/,
    /^[0-9０-９]{1,3}$/,
    /^[^()（）]{1,5}[(（][^()（）]{1,5}[)）]/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
