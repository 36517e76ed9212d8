import type { Text } from '../../shared/domain/text.js';
import { isWellFormedText } from '../../shared/domain/well-formed-text.js';

/** How long a name may be, in characters. */
export const LONGEST_FILE_NAME = 200;

/** Makes text run backwards or hides where it does, so that `fdp.exe` could read as `exe.pdf` (UAX #9). */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const LINE_END = /[\t\n\r\u2028\u2029]/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A name as it is kept: as typed, composed (NFC), since macOS sends kana with their marks apart. */
export function keptName(name: string): string {
  return name.normalize('NFC');
}

/** What is the matter with the name of a file; it is data, so nothing is cut out of it silently. */
export function fileNameFault(name: string): Text | undefined {
  return RULES.find(({ breaks }) => breaks(name))?.detail;
}

/** The ending behind the last dot, in lower case; empty where there is none. */
export function endingOf(name: string): string {
  return /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The name in front of its ending. */
export function stemOf(name: string): string {
  return name.slice(0, name.length - endingOf(name).length - 1);
}

const RULES: readonly { readonly breaks: (name: string) => boolean; readonly detail: Text }[] = [
  {
    breaks: (name) => !VISIBLE.test(name),
    detail: { ja: 'ファイル名がありません。', en: 'The file has no name.' },
  },
  {
    breaks: (name) => [...name].length > LONGEST_FILE_NAME,
    detail: {
      ja: `ファイル名は ${String(LONGEST_FILE_NAME)} 文字以内にしてください。`,
      en: `The name must have at most ${String(LONGEST_FILE_NAME)} characters.`,
    },
  },
  {
    breaks: (name) => /[/\\]/.test(name),
    detail: {
      ja: 'ファイル名に / と \\ は使えません。フォルダーを除いた名前にしてください。',
      en: 'The name must be free of / and \\; send it without folders.',
    },
  },
  {
    breaks: (name) => name.includes('\uFFFD'),
    detail: {
      ja: 'ファイル名を UTF-8 で送ってください。',
      en: 'The name must be sent in UTF-8.',
    },
  },
  {
    breaks: (name) => !isWellFormedText(name) || LINE_END.test(name) || DIRECTION.test(name),
    detail: {
      ja: 'ファイル名に、改行や文字の向きを変える文字などの見えない文字は使えません。',
      en: 'The name must be free of control characters, line ends and marks of direction.',
    },
  },
];
