import { AlignmentType, LineRuleType, type IParagraphStyleOptions } from 'docx';
import { FONT_FAMILY } from './fonts.js';
import { BODY_SIZE, LINE_HEIGHT, STYLES, TEXT_STYLES, type TextStyleName } from './text-styles.js';

/** Points to twentieths of a point, the unit of WordprocessingML. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Widths in 全角 characters of the body text. */
export function characters(count: number): number {
  return twips(count * BODY_SIZE);
}

export const FONT = {
  ascii: FONT_FAMILY,
  hAnsi: FONT_FAMILY,
  eastAsia: FONT_FAMILY,
  cs: FONT_FAMILY,
};

/** Word tells the languages by script; with ja-JP for Latin text it would break English words anywhere. */
export const LANGUAGE = { value: 'en-US', eastAsia: 'ja-JP' };

const ALIGNMENTS = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** One named paragraph style for each kind of line, so that a clerk can restyle the file in Word. */
export const PARAGRAPH_STYLES: readonly IParagraphStyleOptions[] = TEXT_STYLES.map(paragraphStyle);

function paragraphStyle(name: TextStyleName): IParagraphStyleOptions {
  const { size, bold, align, left, hanging, before, after } = STYLES[name];
  return {
    id: name,
    name: `Mitodoke ${name}`,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: size * 2, bold },
    paragraph: {
      alignment: ALIGNMENTS[align],
      indent: { left: characters(left), hanging: characters(hanging) },
      spacing: {
        before: twips(before),
        after: twips(after),
        line: twips(size * LINE_HEIGHT),
        lineRule: LineRuleType.AT_LEAST,
      },
    },
  };
}

/**
 * Word looks for the alternatives, in this order, where Noto Sans JP is not installed; without
 * them it may take a font without kanji (ECMA-376 part 1, 17.8.3.1).
 */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${FONT_FAMILY}"><w:altName w:val="Yu Gothic,游ゴシック,MS Gothic,ＭＳ ゴシック"/><w:charset w:val="80"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
