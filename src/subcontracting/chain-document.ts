import type { Block, Document } from '../shared/documents/document.js';
import { dayText } from '../shared/documents/day-text.js';
import type { Language, Text } from '../shared/domain/text.js';
import {
  firmsOf,
  type ChainContent,
  type ChartedContract,
  type ChartedFirm,
} from './domain/chain-content.js';
import { CHAIN_WORDS as WORDS, rankText } from './domain/chain-words.js';
import { statusWord } from './domain/subcontract-standing.js';

/** The chart of the chain (履行体制図) to be printed: a table for each contract, indented by rank. */
export function chainDocument(content: ChainContent, language: Language): Document {
  const { body, engagementTitle, asOf, contracts } = content;
  const entry = (term: Text, description: string) => ({ term: term[language], description });
  return {
    ...{ language, title: WORDS.title[language], date: dayText(asOf, language) },
    parties: [entry(WORDS.body, body[language]), entry(WORDS.engagement, engagementTitle)],
    blocks:
      contracts.length === 0
        ? [{ kind: 'paragraph', text: WORDS.noContract[language] }]
        : contracts.flatMap((contract) => chartOf(contract, content, language)),
    footer: `${WORDS.title[language]} ${engagementTitle}`,
  };
}

function chartOf(contract: ChartedContract, content: ChainContent, language: Language): Block[] {
  const { title, documentNumber } = contract;
  const number = documentNumber === null ? '' : `（${documentNumber}）`;
  const columns = [
    { header: WORDS.rank, width: 12 },
    { header: WORDS.firm, width: 24 },
    { header: WORDS.work, width: 22 },
    { header: WORDS.information, width: 16 },
    { header: WORDS.place, width: 13 },
    { header: WORDS.status, width: 13 },
  ].map(({ header, width }) => ({ header: header[language], width }));
  const firms = firmsOf(contract, content.hops);
  return [
    { kind: 'heading', level: 1, text: `${WORDS.contract[language]} ${title}${number}` },
    { kind: 'table', columns, rows: firms.map((firm) => rowOf(firm, content, language)) },
  ];
}

function rowOf(
  { rank, vendorName, corporateNumber, hop }: ChartedFirm,
  { items }: ChainContent,
  language: Language,
): string[] {
  const number = corporateNumber === null ? '' : `\n${corporateNumber}`;
  const firm = `${indent(rank)}${vendorName}${number}`;
  const head = [rankText(rank)[language], firm];
  if (hop === null) return [...head, '', '', '', ''];
  const named = hop.dataItemIds.map((id) => items.get(id) ?? id);
  const information = named.length === 0 ? WORDS.noInformation[language] : named.join('、');
  const place = [hop.place, hop.country].filter((part) => part !== null).join('\n');
  return [...head, hop.work, information, place, statusWord(hop.status)[language]];
}

/** Deeper than this, the rank alone tells it: a cell has no room for more. */
const DEEPEST_INDENT = 4;

function indent(rank: number): string {
  return rank === 1 ? '' : `${'　'.repeat(Math.min(rank - 2, DEEPEST_INDENT))}└ `;
}
