import { describe, expect, it } from 'vitest';
import { drawableText, fontFile, hasGlyph } from './fonts.js';

describe('the font', () => {
  it.each(Array.from('髙﨑祇園①②③㈱𠮷鷗ｶﾅ々〓㊞―～（）「」、。・令和０Ａ'))(
    'has %s',
    (character) => {
      expect(hasGlyph(character)).toBe(true);
    },
  );

  it('is read once', () => {
    expect(fontFile('bold')).toBe(fontFile('bold'));
  });
});

describe('drawableText', () => {
  it('shows a geta mark for a character the font lacks', () => {
    expect(drawableText('絵文字🙂と𪜀')).toBe('絵文字〓と〓');
  });

  it('drops invisible characters the font lacks and keeps line feeds and variation selectors', () => {
    expect(drawableText('a\u200Db\n葛\u{E0100}')).toBe('ab\n葛\u{E0100}');
  });
});
