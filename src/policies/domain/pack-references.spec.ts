import { expect, test } from 'vitest';

import { brokenReferences } from './pack-references.js';

const criteria = [{ id: 'a' }, { id: 'b', when: { all: ['cloud', 'secret'] }, articles: ['K1'] }];

test('a broken reference is told by its path in the pack', () => {
  expect(brokenReferences({ body: {}, criteria })).toEqual([
    {
      path: ['criteria', 1, 'articles', 0],
      reason: { ja: '条項「K1」は宣言されていません。', en: 'unknown article "K1"' },
    },
    {
      path: ['criteria', 1, 'when', 'all', 1],
      reason: {
        ja: expect.stringMatching(
          /^事実「secret」は宣言されていません。使える値：outsourcing, cloud, /,
        ),
        en: expect.stringMatching(
          /^unknown fact "secret"; it must be one of: outsourcing, cloud, /,
        ),
      },
    },
  ]);
});

test('what a reference may name is told while it is not too much to read', () => {
  const namesIn = (count: number): string | undefined => {
    const documents = Array.from({ length: count }, (_, i) => ({ id: `D${String(i)}` }));
    const articles = [{ key: 'K1', document: 'rules' }];
    return brokenReferences({ body: {}, documents, articles })[0]?.reason.ja;
  };

  expect(namesIn(2)).toBe('文書「rules」は宣言されていません。使える値：D0, D1');
  expect(namesIn(33)).toBe('文書「rules」は宣言されていません。');
});

test('a pack without a body and without classes leaves its marks open', () => {
  expect(brokenReferences({ criteria, articles: [{ key: 'K1' }] })).toEqual([]);
});

test('a pack with classes knows its marks, with or without a body', () => {
  const classification = { confidentiality: [{ id: '2', marks: ['classified'] }] };
  const articles = [{ key: 'K1' }];
  expect(brokenReferences({ classification, criteria, articles })).toHaveLength(1);
});
