/** 下駄記号: what Japanese printing sets in place of a character it does not have. */
export const GETA_MARK = '〓';

const UNREADABLE = /[\p{Surrogate}\p{Noncharacter_Code_Point}\u{FFFD}]/gu;
/** Controls, and the marks that reorder the text around them: a name must not read as another. */
const INVISIBLE = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * The text as every writer may print it: line feeds are the only control characters left, tabs are
 * spaces, halves of surrogate pairs are 〓. Nothing is normalized, since that would turn a name
 * written 神 (U+FA19) into another kanji.
 */
export function printableText(text: string): string {
  return text
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNREADABLE, GETA_MARK)
    .replace(INVISIBLE, '');
}

/** The first `length` UTF-16 units of a text, or one less where that would cut a character in two. */
export function firstPart(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}
