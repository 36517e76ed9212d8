import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigrams, compactNumber, searchKey } from './japanese-text.js';

const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters));
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: oneOf('ｶﾞかがガわ゛゙・ 　(株)㈱㍿NPO法人髙﨑邊ΣİＡa\u200d\u{e0100}'),
  }),
);

describe('the search key', () => {
  test.each([
    ['the form in a circle', '㈱見届け', '株式会社見届け'],
    ['the form in one square', '㍿見届け', '株式会社見届け'],
    ['the form in brackets', '見届け（株）', '見届け株式会社'],
    ['half-width brackets and a space', '(有) 見届け', '有限会社見届け'],
    ['spaces inside the brackets', '（ 株 ）見届け', '株式会社見届け'],
    ['the old form of the legal form', '株式會社見届け', '株式会社見届け'],
    ['a foundation', '(一財)まちづくり', '一般財団法人まちづくり'],
    ['a non-profit', 'ＮＰＯ法人まちづくり', '特定非営利活動法人まちづくり'],
    ['half-width katakana', 'ﾐﾄﾄﾞｹｼｽﾃﾑ', 'ミトドケシステム'],
    ['hiragana', 'みとどけ', 'ミトドケ'],
    ['iteration marks', 'みすゞ', 'ミスヾ'],
    ['full-width letters', 'ＭＩＴＯＤＯＫＥ', 'Mitodoke'],
    ['spaces of both widths', '見届け\u3000 システム', '見届けシステム'],
    ['middle dots', 'エヌ・ティ･ティ', 'エヌティティ'],
    ['a variation selector', '葛\u{e0100}城', '葛城'],
    ['a zero-width space', '見届\u200bけ', '見届け'],
    ['a compatibility character', '\ufa10本', '塚本'],
    ['a ladder-shaped taka and a standing saki', '髙﨑', '高崎'],
    ['the variants of nabe', '渡邉・渡邊', '渡辺渡辺'],
    ['the variants of sai', '齋藤 齊藤 斎藤', '斉藤斉藤斉藤'],
    ['a character outside the basic plane', '𠮷野', '吉野'],
    ['old forms', '廣澤 國', '広沢国'],
  ])('is the same for %s', (_, typed, plain) => {
    expect(searchKey(typed)).toBe(searchKey(plain));
  });

  test.each([
    ['a company before and after the name', '株式会社見届け', '見届け株式会社'],
    ['two legal forms', '(株)見届け', '(有)見届け'],
    ['brackets that hold no legal form', '見届け(仮)', '見届け仮'],
  ])('differs for %s', (_, one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other));
  });

  test('does not change when it is taken again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the two-character pieces', () => {
  test('are distinct, in order, and made of whole characters', () => {
    expect(bigrams('ババババ')).toEqual(['ババ']);
    expect(bigrams('𩸽𩸽屋')).toEqual(['𩸽𩸽', '𩸽屋']);
  });

  test('of one character are that character, and of nothing none', () => {
    expect(bigrams('凸')).toEqual(['凸']);
    expect(bigrams('　')).toEqual([]);
  });

  test('of a word are all among those of a name that holds it', () => {
    const letters = fc.string({ unit: oneOf('あいう情報系株'), minLength: 2 });
    fc.assert(
      fc.property(letters, letters, letters, (before, word, after) => {
        expect(bigrams(before + word + after)).toEqual(expect.arrayContaining([...bigrams(word)]));
      }),
    );
  });
});

test.each([
  ['４０１１　００１０', '40110010'],
  ['43-404‐3', '434043'],
  ['43－404−3', '434043'],
])('the number typed as %s is compacted', (typed, compact) => {
  expect(compactNumber(typed)).toBe(compact);
});
