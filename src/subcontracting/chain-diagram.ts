import { html, type Markup } from '../shared/documents/html-template.js';
import { dayText } from '../shared/documents/day-text.js';
import { printableText } from '../shared/documents/printable-text.js';
import type { Language } from '../shared/domain/text.js';
import {
  firmsOf,
  type ChainContent,
  type ChartedContract,
  type ChartedFirm,
  type ChartedHop,
} from './domain/chain-content.js';
import { CHAIN_WORDS as WORDS, rankText } from './domain/chain-words.js';
import type { SubcontractStatus } from './domain/subcontract-lifecycle.js';
import { statusWord } from './domain/subcontract-standing.js';

/** In pixels. */
const BOX = { width: 380, height: 64, gap: 16, indent: 36, margin: 24 };
const PAD = 12;
const FONT = { large: 14, small: 12 };
const HEAD = 56;
/** A space of full width. */
const GAP = '\u3000';

/** How the frame of a firm is drawn, so that it is told apart in black and white, too. */
interface Frame {
  readonly colour: string;
  readonly width: number;
  readonly dashes: string;
}
const CONTRACTOR: Frame = { colour: '#1a1a1a', width: 3, dashes: 'none' };
const UNDECIDED: Frame = { colour: '#767676', width: 1, dashes: '3 3' };
const FALLEN: Frame = { colour: '#b00020', width: 2, dashes: '3 3' };
const FRAMES: Partial<Record<SubcontractStatus, Frame>> = {
  effective: { colour: '#1a1a1a', width: 2, dashes: 'none' },
  approved: { colour: '#1a1a1a', width: 2, dashes: '8 3' },
  unauthorized: { colour: '#b00020', width: 3, dashes: 'none' },
  voided: FALLEN,
  revoked: FALLEN,
};

/** The chain of an engagement as a drawing (SVG 1.1), one tree for each contract; the same content is the same drawing. */
export function chainDiagram(content: ChainContent, language: Language): string {
  const trees = content.contracts.map((contract) => firmsOf(contract, content.hops));
  const rows = trees.flat();
  const deepest = Math.max(1, ...rows.map(({ rank }) => rank));
  const width = BOX.margin * 2 + BOX.width + (deepest - 1) * BOX.indent;
  const height = HEAD + BOX.margin + rows.length * (BOX.height + BOX.gap);
  const starts = trees.map((_, at) => trees.slice(0, at).flat().length);
  const drawn = content.contracts.map((contract, at) =>
    treeOf({ contract, firms: trees[at] ?? [], start: starts[at] ?? 0 }, language),
  );
  const head = html`<text x="${BOX.margin}" y="26" font-size="18" font-weight="bold"
      >${WORDS.title[language]}</text
    >
    <text x="${BOX.margin}" y="46" font-size="${FONT.small}"
      >${printableText(content.engagementTitle)}${GAP}${dayText(content.asOf, language)}</text
    >`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"`,
    ` viewBox="0 0 ${String(width)} ${String(height)}" font-family="${FONTS}" fill="#1a1a1a">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    head.text,
    ...drawn.map(({ text }) => text),
    '</svg>\n',
  ].join('');
}

const FONTS = "'Noto Sans JP','Noto Sans CJK JP','Yu Gothic','Hiragino Sans',sans-serif";

/** The chain of one contract, drawn from a row on. */
interface Tree {
  readonly contract: ChartedContract;
  readonly firms: readonly ChartedFirm[];
  readonly start: number;
}

function treeOf({ contract, firms, start }: Tree, language: Language): Markup {
  const top = (at: number): number => HEAD + (start + at) * (BOX.height + BOX.gap);
  const left = (rank: number): number => BOX.margin + (rank - 1) * BOX.indent;
  const pieces = firms.map((firm, at) => {
    const place = { x: left(firm.rank), y: top(at) };
    const said = firm.hop === null ? saidOf(contract) : saidOfHop(firm.hop, language);
    return html`${lineTo(firm, place, top)}${boxOf(firm, place, said, language)}`;
  });
  return html`${pieces}`;
}

function saidOf({ title, documentNumber }: ChartedContract): string[] {
  return documentNumber === null ? [title] : [title, documentNumber];
}

function saidOfHop({ work, status, place, country }: ChartedHop, language: Language): string[] {
  const standing = [statusWord(status)[language], place, country];
  return [work, standing.filter((part) => part !== null).join(GAP)];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** From the foot of the firm that passes the work on, down and across. */
function lineTo(
  { origin }: ChartedFirm,
  { x, y }: Place,
  top: (at: number) => number,
): Markup | null {
  if (origin === null) return null;
  const from = x - BOX.indent / 2;
  const middle = y + BOX.height / 2;
  return html`<path
    d="M ${from} ${top(origin) + BOX.height} V ${middle} H ${x}"
    fill="none"
    stroke="#1a1a1a"
  />`;
}

function boxOf(
  { rank, vendorName, hop }: ChartedFirm,
  { x, y }: Place,
  said: readonly string[],
  language: Language,
): Markup {
  const { colour, width, dashes } = hop === null ? CONTRACTOR : (FRAMES[hop.status] ?? UNDECIDED);
  const rankWord = rankText(rank)[language];
  const texts = said.map(
    (line, at) =>
      html`<text x="${x + PAD}" y="${y + 40 + at * 16}" font-size="${FONT.small}"
        >${fitted(line, FONT.small)}</text
      >`,
  );
  return html`<g>
    <title>${printableText([rankWord, vendorName, ...said].join(' '))}</title>
    <rect
      x="${x}"
      y="${y}"
      width="${BOX.width}"
      height="${BOX.height}"
      rx="4"
      fill="#ffffff"
      stroke="${colour}"
      stroke-width="${width}"
      stroke-dasharray="${dashes}"
    />
    <text x="${x + PAD}" y="${y + 22}" font-size="${FONT.large}" font-weight="bold"
      >${fitted(`${rankWord}${GAP}${vendorName}`, FONT.large)}</text
    >
    ${texts}
  </g>`;
}

/** On one line as far as the box is wide; the whole stands in its title. */
function fitted(text: string, size: number): string {
  const room = (BOX.width - 2 * PAD) / size;
  const characters = [...printableText(text).replaceAll(/\s*\n\s*/g, ' ')];
  let taken = 0;
  const fits = characters.findIndex((character) => {
    taken += HALF_WIDTH.test(character) ? 0.6 : 1;
    return taken > room;
  });
  return fits < 0 ? characters.join('') : `${characters.slice(0, fits - 1).join('')}…`;
}

const HALF_WIDTH = /[ -~｡-ﾟ]/;
