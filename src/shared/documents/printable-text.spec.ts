import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPart, printableText } from './printable-text.js';

describe('printableText', () => {
  it.each([
    ['control characters are dropped', 'a\u0000b\u0007c\u001Fd\u007Fe\u009Ff', 'abcdef'],
    [
      'every kind of line end becomes a line feed',
      'a\r\nb\rc\u0085d\u2028e\u2029f',
      'a\nb\nc\nd\ne\nf',
    ],
    ['a tab becomes a space', 'a\tb', 'a b'],
    ['half a surrogate pair becomes a geta mark', 'a\uD842b\uDFB7c', 'a〓b〓c'],
    ['a whole surrogate pair stays', '𠮷', '𠮷'],
    ['a noncharacter becomes a geta mark', 'a\uFFFEb\uFFFDc', 'a〓b〓c'],
    ['marks that reorder the text are dropped', 'a\u202Eb\u2066c\u200Fd\uFEFFe', 'abcde'],
    ['compatibility kanji and half-width kana stay as they are', '神﨑ｶﾅ①㈱', '神﨑ｶﾅ①㈱'],
    ['variation selectors stay with their kanji', '葛\u{E0100}', '葛\u{E0100}'],
  ])('%s', (_behaviour, given, expected) => {
    expect(printableText(given)).toBe(expected);
  });

  it('leaves no control character but the line feed and no lone surrogate', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printableText(text)).not.toMatch(/[^\P{Cc}\n]|\p{Surrogate}/u);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printableText(printableText(text))).toBe(printableText(text));
      }),
    );
  });
});

describe('firstPart', () => {
  it('keeps as much as it may', () => {
    expect(firstPart('abcd', 3)).toBe('abc');
  });

  it('does not cut a character in two', () => {
    expect(firstPart('ab𠮷', 3)).toBe('ab');
  });
});
