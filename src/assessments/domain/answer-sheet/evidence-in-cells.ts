import type { Text } from '../../../shared/domain/text.js';
import type { Evidence } from '../answer-input.js';
import * as said from './sheet-texts.js';

/** Evidence as two cells: one line of each for each piece. */
export interface EvidenceCells {
  readonly title: string | null;
  readonly place: string | null;
}

/** What two cells say, or why they cannot be read. */
export type EvidenceReading =
  | { readonly evidence: readonly Evidence[] }
  | { readonly column: 'title' | 'place'; readonly detail: Text };

const FILE = /^(?:ファイル|file)\s*[:：]\s*([0-9a-f-]{36})$/i;
const DOCUMENT = /^(?:文書番号|document)\s*[:：]\s*/i;
const ADDRESS = /^https?:\/\//i;
const MOST_PIECES = 20;
const LONGEST_TEXT = 200;
const LONGEST_ADDRESS = 2000;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The cells of evidence; nothing where there is none. */
export function evidenceCells(evidence: readonly Evidence[]): EvidenceCells {
  if (evidence.length === 0) return { title: null, place: null };
  return {
    title: evidence.map(({ title }) => oneLine(title)).join('\n'),
    place: evidence.map(placeText).join('\n'),
  };
}

function placeText({ url, documentReference = '', fileId }: Evidence): string {
  if (fileId !== undefined) return `ファイル:${fileId}`;
  if (url !== undefined) return url;
  const line = oneLine(documentReference);
  return [FILE, DOCUMENT, ADDRESS].some((form) => form.test(line)) ? `文書番号:${line}` : line;
}

/** Reads evidence; a file it names must be one of those the answer has already. */
export function evidenceInCells(
  { title, place }: EvidenceCells,
  known: readonly Evidence[],
  isAddress: (text: string) => boolean,
): EvidenceReading {
  const titles = linesOf(title);
  const places = linesOf(place);
  if (titles.length > MOST_PIECES) return { column: 'title', detail: said.TOO_MANY_PIECES };
  if (titles.length !== places.length) return unpaired(titles.length < places.length);
  const evidence: Evidence[] = [];
  for (const [at, name] of titles.entries()) {
    if (!isShort(name)) return { column: 'title', detail: said.TOO_LONG_LINE };
    const found = placeIn(places[at] ?? '', known, isAddress);
    if ('ja' in found) return { column: 'place', detail: found };
    evidence.push({ title: name, ...found });
  }
  return { evidence };
}

function unpaired(isTitleMissing: boolean): EvidenceReading {
  return isTitleMissing
    ? { column: 'title', detail: said.TITLE_MISSING }
    : { column: 'place', detail: said.PLACE_MISSING };
}

function placeIn(
  line: string,
  known: readonly Evidence[],
  isAddress: (text: string) => boolean,
): Omit<Evidence, 'title'> | Text {
  const fileId = FILE.exec(line)?.[1]?.toLowerCase();
  if (fileId !== undefined) {
    return known.some((piece) => piece.fileId === fileId) ? { fileId } : said.UNKNOWN_FILE;
  }
  if (ADDRESS.test(line)) return addressIn(line, isAddress);
  const documentReference = line.replace(DOCUMENT, '');
  return isShort(documentReference) ? { documentReference } : said.TOO_LONG_LINE;
}

function addressIn(line: string, isAddress: (text: string) => boolean): { url: string } | Text {
  return line.length <= LONGEST_ADDRESS && isAddress(line) ? { url: line } : said.NO_ADDRESS;
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_TEXT && VISIBLE.test(text);
}

function linesOf(cell: string | null): string[] {
  return (cell ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
