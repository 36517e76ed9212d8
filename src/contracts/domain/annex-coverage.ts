import type { Pack, PolicyDocument } from '../../policies/index.js';
import type { AnnexCoverage } from './annex-content.js';
import type { CoverageItem } from './coverage.js';

/** Article 9 before article 10. */
const AS_NUMBERED = new Intl.Collator('en', { numeric: true });

/**
 * What the annex tells of the coverage, document by document in the order of the policy. The annex
 * goes to the vendor: of a document that is not public it says that the document is answered, and by
 * which provisions, but no article of it.
 */
export function annexCoverage(
  { articles, documents }: Pick<Pack, 'articles' | 'documents'>,
  items: readonly CoverageItem[],
): readonly AnnexCoverage[] {
  const documentOf = new Map(articles.map(({ key, document }) => [key, document]));
  return documents.flatMap((document) =>
    items
      .filter(({ article }) => documentOf.get(article) === document.id)
      .sort((a, b) => AS_NUMBERED.compare(a.article, b.article))
      .map((item) => toldOf(item, document)),
  );
}

function toldOf(
  { article, label, title, status, answeredBy }: CoverageItem,
  document: PolicyDocument,
): AnnexCoverage {
  if (document.disclosure === 'internal') {
    const { id, title: name } = document;
    return { article: id, label: '', title: name, status, answeredBy, withheld: true };
  }
  const told = { article, label, title, status, answeredBy };
  return document.chosen === true ? { ...told, chosenIn: document.title } : told;
}
