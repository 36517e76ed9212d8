import { Document, isMap, isSeq } from 'yaml';
import type { ImportedArticle } from './article-table.js';

/** The pack file of imported articles. */
export function articleFile(articles: readonly ImportedArticle[], from: string): string {
  const document = new Document({ articles }, { aliasDuplicateObjects: false });
  document.commentBefore = ` 条項の表（${from}）から取り込んだもの。直すときは、表を直して取り込み直す。
 Imported from a table of articles. Change the table and import it again.`;
  const list = isMap(document.contents) ? document.contents.get('articles') : undefined;
  const items: readonly unknown[] = isSeq(list) ? list.items : [];
  for (const item of items.slice(1)) if (isMap(item)) item.spaceBefore = true;
  return document.toString({ singleQuote: true, lineWidth: 0 });
}
