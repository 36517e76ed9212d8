import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { GETA_MARK } from './printable-text.js';

/** Noto Sans JP under the SIL Open Font License; see fonts/OFL.txt. */
export const FONT_FAMILY = 'Noto Sans JP';

export type FontFace = 'regular' | 'bold';

const FILES: Readonly<Record<FontFace, string>> = {
  regular: 'NotoSansJP-Regular.ttf',
  bold: 'NotoSansJP-Bold.ttf',
};

const loaded = new Map<FontFace, Buffer>();
let coverage: Font | undefined;

/** The font file, read on first use. */
export function fontFile(face: FontFace): Buffer {
  const known = loaded.get(face);
  if (known) return known;
  const file = readFileSync(new URL(`./fonts/${FILES[face]}`, import.meta.url));
  loaded.set(face, file);
  return file;
}

/** Whether the font can draw the character; both faces cover the same ones. */
export function hasGlyph(character: string): boolean {
  coverage ??= openFont('regular');
  return coverage.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

function openFont(face: FontFace): Font {
  const font = create(fontFile(face));
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError(`${FILES[face]} is a collection`);
  return font;
}

/** The text with 〓 for each character the font lacks, so that no empty box is printed. */
export function drawableText(text: string): string {
  return text.replace(/[^\n\p{Variation_Selector}]/gu, (character) => {
    if (hasGlyph(character)) return character;
    return /[\p{M}\p{Cf}]/u.test(character) ? '' : GETA_MARK;
  });
}
