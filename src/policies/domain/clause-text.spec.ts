import { describe, expect, test } from 'vitest';

import { placeholdersOf } from './clause-text.js';

describe('the placeholders of a paragraph', () => {
  test.each<[string, string[]]>([
    ['委託事業者は報告する。', []],
    ['終了後{days}以内に{way}で消去する。', ['days', 'way']],
    ['{days}と{days}', ['days']],
    ['{}と{ days }', ['', ' days ']],
    ['全角の｛days｝は差込項目ではない。', []],
    ['{{days}}', ['days']],
  ])('in "%s"', (paragraph, expected) => {
    expect([...placeholdersOf(paragraph)]).toEqual(expected);
  });
});
