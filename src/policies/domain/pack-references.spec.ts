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
      reason: { ja: '事実「secret」は宣言されていません。', en: 'unknown fact "secret"' },
    },
  ]);
});

test('a pack without a body and without classes leaves its marks open', () => {
  expect(brokenReferences({ criteria, articles: [{ key: 'K1' }] })).toEqual([]);
});

test('a pack with classes knows its marks, with or without a body', () => {
  const classification = { confidentiality: [{ id: '2', marks: ['classified'] }] };
  const articles = [{ key: 'K1' }];
  expect(brokenReferences({ classification, criteria, articles })).toHaveLength(1);
});
