import { describe, expect, test } from 'vitest';

import { unknownWords, withWords } from './pack-words.js';

const vocabulary = { vendor: { ja: '受託者', en: 'contractor' }, plan: { ja: '計画', en: 'plan' } };

describe('the words of a body', () => {
  test('stand in every text that names them, each in its language', () => {
    const pack = {
      vocabulary,
      articles: [
        { key: 'A', title: { ja: '{{vendor}}の{{plan}}', en: '{{plan}} of a {{vendor}}' } },
      ],
      clauses: [{ paragraphs: { ja: ['{{vendor}}は{days}以内'], en: ['The {{vendor}}, {days}'] } }],
    };
    expect(withWords(pack)).toEqual({
      vocabulary,
      articles: [{ key: 'A', title: { ja: '受託者の計画', en: 'plan of a contractor' } }],
      clauses: [{ paragraphs: { ja: ['受託者は{days}以内'], en: ['The contractor, {days}'] } }],
    });
    expect(unknownWords(pack)).toEqual([]);
  });

  test('leave alone what is no text, and what only looks like a word', () => {
    const pack = {
      vocabulary,
      id: '{{vendor}}',
      title: { ja: '{vendor} {{ vendor }} {{Vendor}}' },
    };
    expect(withWords(pack)).toEqual(pack);
    expect(unknownWords(pack)).toEqual([]);
  });

  test('are asked for where nobody declares them, in each language', () => {
    const pack = {
      vocabulary: { vendor: { ja: '受託者' } },
      title: { ja: '{{plan}}', en: '{{vendor}}' },
    };
    expect(unknownWords(pack)).toEqual([
      { path: ['title', 'ja'], reason: expect.objectContaining({ en: 'unknown word "plan"' }) },
      { path: ['title', 'en'], reason: expect.objectContaining({ en: 'unknown word "vendor"' }) },
    ]);
    expect(withWords(pack)).toEqual(pack);
  });

  test('name no other words', () => {
    const pack = { vocabulary: { ...vocabulary, firm: { ja: '{{vendor}}', en: 'firm' } } };
    expect(unknownWords(pack)).toMatchObject([
      { path: ['vocabulary', 'firm', 'ja'], reason: { en: 'a word cannot name another word' } },
    ]);
  });
});
