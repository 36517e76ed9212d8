import { firstPart, printableText } from './printable-text.js';

const LONGEST_SHEET_NAME = 31;

/** Names Excel accepts: 31 characters without : \\ / ? * [ ], and no two alike. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = cleanSheetName(name);
    let unique = plain;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = numbered(plain, count);
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function cleanSheetName(name: string): string {
  const plain = printableText(name)
    .replace(/[:\\/?*[\]\n]/g, '_')
    .replace(/^'+|'+$/g, '');
  return firstPart(plain, LONGEST_SHEET_NAME) || 'Sheet';
}

function numbered(name: string, count: number): string {
  const suffix = ` (${String(count)})`;
  return firstPart(name, LONGEST_SHEET_NAME - suffix.length) + suffix;
}
