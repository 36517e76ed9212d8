import type { ErrorCode, YAMLError } from 'yaml';

import type { Text } from './domain/pack.js';

/** What commonly spoils a file, seen in one of its lines. */
interface Slip {
  readonly seenIn: RegExp;
  readonly text: Text;
}

const SLIPS: readonly Slip[] = [
  {
    seenIn: /^[ \u3000]*\t/,
    text: {
      ja: '行の始めにタブがあります。字下げは半角の空白にしてください',
      en: 'the line begins with a tab; indent with spaces',
    },
  },
  {
    seenIn: /^\s*\u3000/,
    text: {
      ja: '行の始めに全角の空白があります。字下げは半角の空白にしてください',
      en: 'the line begins with a full-width space; indent with plain spaces',
    },
  },
  {
    seenIn: /^\s*(?:- )?[A-Za-z-]+\s*：/,
    text: {
      ja: '項目名の後のコロンが全角です。半角の「:」と空白にしてください',
      en: 'the colon after the name is full-width; write ":" and a space',
    },
  },
  {
    seenIn: /^\s*(?:- )?(?:[a-z]+:|-) *\{\{/i,
    text: {
      ja: "「{{」で始まる文は、全体を「'」で囲んでください",
      en: "a text that begins with {{ must be quoted as a whole: '…'",
    },
  },
  {
    seenIn: /^\s*(?:- )?[A-Za-z-]+: +[^\s'"{[|>&*#!].*: /,
    text: {
      ja: "文の中に「: 」があります。文の全体を「'」で囲んでください",
      en: "a text that holds a colon and a space must be quoted as a whole: '…'",
    },
  },
];

/** What is wrong with a line that upsets a file, where it is one of the common slips. */
export function slipIn(line: string): Text | undefined {
  return SLIPS.find(({ seenIn }) => seenIn.test(line))?.text;
}

const INDENT = 'この行か次の行の字下げがそろっていないか、「項目名: 値」の形になっていません';
const QUOTE =
  "波括弧、角括弧、コロン又は「'」の使い方が合っていません。文の全体を「'」で囲んでください";

const CAUSES_JA: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: INDENT,
  BLOCK_AS_IMPLICIT_KEY: INDENT,
  MISSING_CHAR: INDENT,
  MULTILINE_IMPLICIT_KEY: INDENT,
  TAB_AS_INDENT: '字下げにタブは使えません。半角の空白にしてください',
  BAD_SCALAR_START: QUOTE,
  NON_STRING_KEY: QUOTE,
  UNEXPECTED_TOKEN: QUOTE,
};

/** Why the parser stumbled, in words of the author where it has them. */
export function causeOf({ code, message }: YAMLError): Text {
  return { ja: CAUSES_JA[code] ?? message, en: message };
}
