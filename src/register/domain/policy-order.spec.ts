import { describe, expect, it } from 'vitest';
import type { Article, PolicyDocument } from '../../policies/index.js';
import { inPolicyOrder, sectionOf } from './policy-order.js';

const DOCUMENTS = [{ id: 'basic' }, { id: 'standards' }] as PolicyDocument[];

function article(document: string, key: string): Article {
  return { document, key } as Article;
}

describe('the order of articles', () => {
  it('goes by document, then by number, not by letter', () => {
    const articles = [
      article('standards', 'K10-1-1'),
      article('standards', 'K9-2-10a'),
      article('standards', 'K9-2-2b'),
      article('basic', 'K11'),
      article('lost', 'K1'),
    ];
    expect(inPolicyOrder(articles, DOCUMENTS).map(({ key }) => key)).toEqual([
      'K11',
      'K9-2-2b',
      'K9-2-10a',
      'K10-1-1',
      'K1',
    ]);
  });
});

describe('the section of an article', () => {
  it.each([
    ['９（１）②ア（オ）', '９（１）'],
    ['１０（２）', '１０（２）'],
    ['第５条第２項', '第５条'],
    ['第1章6(8)', '第1章6'],
    ['共通２(１)', '共通２'],
    ['基本方針６（３）②', '基本方針６'],
    ['６（８）第１段落', '６（８）'],
    ['７', '７'],
    ['前文', null],
  ])('%s stands in %s', (label, section) => {
    expect(sectionOf(label)).toBe(section);
  });
});
