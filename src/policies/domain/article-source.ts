import type { Article, Pack, PolicyDocument } from './pack.js';

/** The document an article stands in. A checked pack declares it. */
export function documentOf(
  { id, documents }: Pick<Pack, 'id' | 'documents'>,
  { key, document }: Pick<Article, 'key' | 'document'>,
): PolicyDocument {
  const found = documents.find((candidate) => candidate.id === document);
  if (found === undefined) throw new Error(`Pack ${id} has no document for article ${key}`);
  return found;
}
