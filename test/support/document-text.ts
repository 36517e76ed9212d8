import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';

/** A part of an office file, as text. */
export function zipPart(file: Uint8Array, path: string): string {
  const part = unzipSync(file)[path];
  if (!part) throw new Error(`The file has no part ${path}`);
  return strFromU8(part);
}

/** What a reader of the Word file reads, without white space. */
export function docxText(file: Uint8Array): string {
  const runs = zipPart(file, 'word/document.xml').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g);
  return withoutSpace(unescape(Array.from(runs, ([, text = '']) => text).join('')));
}

/** What a reader of the page reads, without white space. */
export function htmlText(page: string): string {
  const main = /<main>(.*)<\/main>/s.exec(page)?.[1] ?? '';
  return withoutSpace(unescape(main.replace(/<[^>]*>/g, '')));
}

/** What a screen reader reads of the PDF, without white space: artifacts such as page numbers are left out. */
export async function pdfText(file: Uint8Array): Promise<string> {
  const pages = await pdfPages(file);
  return withoutSpace(pages.map(({ content }) => content.join('')).join(''));
}

export interface PdfPageText {
  readonly content: readonly string[];
  /** Page numbers, footers and repeated table headers. */
  readonly artifacts: readonly string[];
}

/** The lines of each page as they were drawn. */
export async function pdfPages(file: Uint8Array): Promise<readonly PdfPageText[]> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      return sorted(items);
    }),
  );
}

function sorted(items: readonly object[]): PdfPageText {
  const lines = { content: [] as string[], artifacts: [] as string[] };
  let target = lines.content;
  for (const item of items) {
    if ('str' in item) target.push(String(item.str));
    else if ('tag' in item) target = item.tag === 'Artifact' ? lines.artifacts : lines.content;
  }
  return lines;
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}
