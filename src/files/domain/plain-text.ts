import type { Text } from '../../shared/domain/text.js';

/** How much of the beginning tells what a text is, in characters. */
export const TELLING_CHARACTERS = 1024;

/** Control characters but tab, line ends and the form feed of old printouts: no text has them, programs do. */
const NOT_TEXT = /[^\P{Cc}\t\n\f\r]/u;

/** Whether a part of what was decoded is text that a person wrote or a table program saved. */
export function isPlainText(part: string): boolean {
  return !NOT_TEXT.test(part);
}

/** What a text is beside plain, by how it begins: a page or a program, which are not kept. */
export function codeOf(beginning: string): Text | undefined {
  const start = beginning.trimStart();
  if (start.startsWith('<')) {
    return { ja: 'HTML、SVG などのマークアップ', en: 'markup, such as HTML or SVG' };
  }
  return start.startsWith('#!') ? { ja: 'スクリプト', en: 'a script' } : undefined;
}
