import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { docxText, htmlText, pdfText, withoutSpace } from '../../../test/support/document-text.js';
import { SAMPLE_ANNEX } from '../../../test/support/sample-annex.js';
import type { Document } from './document.js';
import { writeDocx } from './docx.js';
import { writeHtml } from './html.js';
import { writePdf } from './pdf.js';

/** Every text in the document except the words of the model itself. */
function texts(part: unknown, key = ''): readonly string[] {
  if (typeof part === 'string')
    return ['kind', 'language', 'marker', 'footer'].includes(key) ? [] : [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => texts(value, name));
}

describe('one document in three formats', () => {
  it('reads the same in each, from the first character to the last', async () => {
    const html = htmlText(writeHtml(SAMPLE_ANNEX));
    expect(docxText(await writeDocx(SAMPLE_ANNEX))).toBe(html);
    expect(await pdfText(await writePdf(SAMPLE_ANNEX))).toBe(html);
  });

  it('loses no text of the document', () => {
    const html = htmlText(writeHtml(SAMPLE_ANNEX));
    const missing = texts(SAMPLE_ANNEX).filter((text) => !html.includes(withoutSpace(text)));
    expect(missing).toEqual([]);
  });
});

describe('any text at all', () => {
  it('can be written, and reads the same in Word and in the browser', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const row = [text, text];
        const columns = row.map((header) => ({ header, width: 1 }));
        const document: Document = {
          language: 'ja',
          title: text,
          footer: text,
          blocks: [
            { kind: 'paragraph', text },
            { kind: 'table', columns, rows: [row] },
          ],
        };
        expect(docxText(await writeDocx(document))).toBe(htmlText(writeHtml(document)));
        expect((await writePdf(document)).subarray(0, 5).toString()).toBe('%PDF-');
      }),
      { numRuns: 25 },
    );
  });
});

describe('a document written again later', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-01T09:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['DOCX', writeDocx],
    ['PDF', writePdf],
    ['HTML', writeHtml],
  ])('is the same file, byte for byte: %s', async (_format, write) => {
    const first = await write(SAMPLE_ANNEX);
    vi.setSystemTime(new Date('2031-12-31T23:59:59Z'));
    expect(await write(SAMPLE_ANNEX)).toEqual(first);
  });
});
