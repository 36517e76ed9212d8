import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('SECURITY.md', 'utf8');

/** The sections of OWASP ASVS 4.0.3 by chapter; it left out V1.3 and V1.13. */
const SECTIONS: readonly (readonly number[])[] = [
  [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  [1, 2, 3, 4, 5, 6, 7],
  [1, 2, 3],
  [1, 2, 3, 4, 5],
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 2, 3],
  [1, 2],
  [1, 2, 3],
  [1],
  [1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4],
  [1, 2, 3, 4, 5],
];
const NUMBERS = SECTIONS.flatMap((sections, chapter) =>
  sections.map((section) => `V${String(chapter + 1)}.${String(section)}`),
);

/** A file as the page names it: in a folder, or one of the pages and settings beside it. */
const PATH = /`([\w.-]+\/[\w./-]+|[A-Z][\w-]+\.md|\.[\w.-]+\.cjs)`/g;

const lines = page.split('\n');

/** What a line of the ASVS says: number, status and the rest. */
const judged = lines.flatMap((line) => {
  const [, number = '', status = '', words = ''] =
    /^- \*\*(V\d+\.\d+) .+?\*\* — (held|in part|left|not here)\b(.*)$/.exec(line) ?? [];
  return number === '' ? [] : [{ number, status, words }];
});

/** The cells of a line of the table of the API Security Top 10. */
const risks = lines
  .filter((line) => /^\| API\d/.test(line))
  .map((line) => line.split('|').slice(1, -1));

function specsIn(text: string): readonly string[] {
  return text.match(/(?:src|test)\/[\w./-]+spec\.ts/g) ?? [];
}

describe('the page on security', () => {
  it('names no file that is not there', () => {
    const named = Array.from(page.matchAll(PATH), ([, path = '']) => path);

    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('judges every line of the API Security Top 10, each with the test that shows it', () => {
    const numbers = risks.map(([line = '']) => line.trim().split(' ')[0]);

    expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => `API${String(index + 1)}`));
    for (const [line = '', , , shown = '', rest = ''] of risks) {
      expect(specsIn(shown), line).not.toEqual([]);
      expect(rest.trim(), line).not.toBe('');
    }
  });

  it('judges every section of the ASVS once', () => {
    expect(judged.map(({ number }) => number)).toEqual(NUMBERS);
  });

  it('holds nothing without a test, and gives a reason for the rest', () => {
    for (const { number, status, words } of judged) {
      expect(words.trim(), number).not.toBe('');
      if (status === 'held') expect(specsIn(words), number).not.toEqual([]);
    }
  });
});
