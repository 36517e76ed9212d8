import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './line-breaking.js';

/** Every character one wide, so that a width is a number of characters. */
const measure = (text: string): number => Array.from(text).length;

describe('breakLines', () => {
  it.each([
    ['Japanese breaks between any two characters', 'あいうえおか', 3, ['あいう', 'えおか']],
    ['no line begins with a full stop', 'あいう。え', 3, ['あい', 'う。え']],
    [
      'no line begins with several marks that may not begin one',
      'あいう」。え',
      3,
      ['あい', 'う」。', 'え'],
    ],
    ['no line begins with a small kana', 'あいきょう', 3, ['あい', 'きょう']],
    ['no line begins with a long vowel mark', 'あいサーバ', 3, ['あい', 'サーバ']],
    ['no line ends with an opening bracket', 'あい（うえ）', 3, ['あい', '（う', 'え）']],
    ['a word in letters stays whole', 'あいISMAPう', 6, ['あい', 'ISMAPう']],
    ['English breaks at spaces and drops them', 'one two three', 7, ['one two', 'three']],
    ['a space at the end of a line takes no room', 'abc def', 3, ['abc', 'def']],
    ['a word wider than the line breaks anywhere', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['a run of marks wider than the line breaks anywhere', '。。。。。', 2, ['。。', '。。', '。']],
    ['a kanji outside the BMP is not cut', '𠮷𠮷𠮷', 2, ['𠮷𠮷', '𠮷']],
    ['a 全角 space at the beginning stays', '　あいう', 3, ['　あい', 'う']],
    ['an empty text is one empty line', '', 3, ['']],
  ])('%s', (_behaviour, text, width, expected) => {
    expect(breakLines(text, width, measure)).toEqual(expected);
  });

  it('keeps a combining mark with its character', () => {
    expect(breakLines('ああか\u3099い', 3, measure)).toEqual(['ああ', 'か\u3099い']);
  });

  it('loses nothing but spaces and fills no line beyond the width', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('あ漢、。）（「」ーっaB1 -𠮷')) });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (given, width) => {
        const lines = breakLines(given, width, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('holds 禁則 wherever the marks leave it a choice', () => {
    const phrase = fc.constantFrom(
      '情報',
      '「甲」',
      '乙は、',
      '（再委託）',
      'サーバー',
      '負って。',
    );
    fc.assert(
      fc.property(fc.array(phrase), fc.integer({ min: 6, max: 20 }), (phrases, width) => {
        for (const line of breakLines(phrases.join(''), width, measure)) {
          expect(line).not.toMatch(/^[」、）ーっ。]|[「（]$/);
        }
      }),
    );
  });
});
