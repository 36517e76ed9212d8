import type { Block, Document, Entry, Signatory } from '../../shared/documents/document.js';
import type { Language, Text } from '../../shared/domain/text.js';
import type { AnnexContent, AnnexCoverage } from './annex-content.js';
import {
  ANNEX_WORDS as WORDS,
  CHOSEN_MARK,
  chosenNote,
  preambleOf,
  specificationClause,
} from './annex-words.js';
import { articleLabels, clauseArticle } from './clause-article.js';
import { printedDate, printedYen } from './printed-value.js';

/** The security annex (セキュリティ特記仕様書) in one language; the same content is the same document. */
export function annexDocument(content: AnnexContent, language: Language): Document {
  const word = (text: Text): string => text[language];
  const { signing, title } = content;
  const name = word(WORDS.title) + (signing === null ? word(WORDS.draft) : '');
  return {
    language,
    title: name,
    subtitle: language === 'ja' ? `（${title}）` : title,
    ...(signing !== null && {
      reference: signing.documentNumber,
      date: printedDate(signing.signedOn, language),
    }),
    parties: partiesOf(content, language),
    blocks: [
      { kind: 'paragraph', text: word(preambleOf(title)) },
      ...translationNote(content, language),
      ...coverageBlocks(content, language),
      ...clauseBlocks(content, language),
      ...leftOutBlocks(content, language),
      ...specificationBlocks(content, language),
      ...signatureBlocks(content, language),
    ],
    footer: `${name} ${title}`,
  };
}

function partiesOf(content: AnnexContent, language: Language): readonly Entry[] {
  const { vendor, amount, jurisdiction, cloudService } = content;
  const number = vendor.corporateNumber;
  const entry = (term: Text, description: string | null): Entry[] =>
    description === null ? [] : [{ term: term[language], description }];
  const vendorLines = [
    vendor.name,
    vendor.address,
    number === null ? null : `${WORDS.corporateNumber[language]} ${number}`,
  ];
  return [
    ...entry(WORDS.partyA, content.body[language]),
    ...entry(WORDS.partyB, vendorLines.filter((line) => line !== null).join('\n')),
    ...entry(WORDS.work, content.engagementTitle),
    ...entry(WORDS.cloudService, cloudService),
    ...entry(WORDS.period, periodOf(content, language)),
    ...entry(WORDS.amount, amount === null ? null : printedYen(amount, language)),
    ...entry(WORDS.jurisdiction, jurisdiction),
  ];
}

function periodOf({ from, until }: AnnexContent, language: Language): string {
  const first = printedDate(from, language);
  const last = until === null ? null : printedDate(until, language);
  if (language === 'ja') return last === null ? `${first}から` : `${first}から${last}まで`;
  return last === null ? `From ${first}` : `${first} to ${last}`;
}

function translationNote(content: AnnexContent, language: Language): readonly Block[] {
  if (content.language === language) return [];
  return [{ kind: 'paragraph', text: WORDS.translation[language] }];
}

/** What one row of the coverage says. */
interface CoverageRow {
  readonly label: string;
  readonly subject: string;
  /** Numbers of the provisions that answer it. */
  readonly numbers: number[];
  /** How else it is answered. */
  readonly otherwise: Set<string>;
}

/** One row for each article, whichever of its duties ask for a clause. */
function coverageBlocks(content: AnnexContent, language: Language): readonly Block[] {
  const rows = new Map<string, CoverageRow>();
  for (const item of content.coverage) {
    const row = rows.get(item.article) ?? {
      ...{ label: labelOf(item, language), subject: item.title[language] },
      ...{ numbers: [], otherwise: new Set() },
    };
    rows.set(item.article, row);
    if (item.status === 'included') row.numbers.push(...numbersOf(content, item));
    else row.otherwise.add(otherwise(item, language));
  }
  return [
    { kind: 'heading', level: 1, text: WORDS.coverageHeading[language] },
    {
      kind: 'table',
      columns: [
        { header: WORDS.coverageArticle[language], width: 3 },
        { header: WORDS.coverageSubject[language], width: 5 },
        { header: WORDS.coverageAnswer[language], width: 4 },
      ],
      rows: [...rows.values()].map(({ label, subject, numbers, otherwise }) => [
        label,
        subject,
        [articleLabels(numbers, language), ...otherwise].filter((text) => text !== '').join('\n'),
      ]),
    },
    ...chosenNotes(content, language),
  ];
}

function labelOf({ label, chosenIn, withheld }: AnnexCoverage, language: Language): string {
  if (withheld === true) return WORDS.withheld[language];
  return chosenIn === undefined ? label : `${label}${CHOSEN_MARK}`;
}

/** Tells what is no text of the published policy. */
function chosenNotes({ coverage }: AnnexContent, language: Language): readonly Block[] {
  const documents = new Set(coverage.flatMap(({ chosenIn }) => chosenIn?.[language] ?? []));
  return [...documents].map((document) => ({
    kind: 'paragraph',
    text: `${CHOSEN_MARK} ${chosenNote(document)[language]}`,
  }));
}

function numbersOf(
  { clauses }: AnnexContent,
  { answeredBy }: Pick<AnnexCoverage, 'answeredBy'>,
): readonly number[] {
  return answeredBy.map((id) => clauses.findIndex((clause) => clause.id === id) + 1);
}

/** How an article is answered other than by a provision. */
function otherwise(
  { status, answeredBy }: Pick<AnnexCoverage, 'status' | 'answeredBy'>,
  language: Language,
): string {
  if (status === 'excepted' || status === 'missing') return WORDS[status][language];
  return (answeredBy.length > 0 ? WORDS.notApplicable : WORDS.decidedApart)[language];
}

function clauseBlocks({ clauses }: AnnexContent, language: Language): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: WORDS.clausesHeading[language] },
    ...(clauses.length === 0
      ? [{ kind: 'paragraph', text: WORDS.noClauses[language] } as const]
      : clauses.map((clause, index) => clauseArticle(clause, index + 1, language))),
  ];
}

function leftOutBlocks({ notApplicable }: AnnexContent, language: Language): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: WORDS.leftOutHeading[language] },
    {
      kind: 'table',
      columns: [
        { header: WORDS.leftOutSubject[language], width: 2 },
        { header: WORDS.leftOutReason[language], width: 3 },
      ],
      rows: notApplicable.map(({ title, reason }) => [title[language], reason]),
    },
  ];
}

function specificationBlocks(
  { specification }: AnnexContent,
  language: Language,
): readonly Block[] {
  if (specification === null) return [];
  const { title, number, documentNumber, conditions, requirements } = specification;
  const requirementBlocks: readonly Block[] = [
    { kind: 'heading', level: 2, text: WORDS.requirementsHeading[language] },
    {
      kind: 'table',
      columns: [
        { header: WORDS.conditionSubject[language], width: 2 },
        { header: WORDS.requirementText[language], width: 5 },
      ],
      rows: requirements.map((requirement) => [requirement.title, requirement.text]),
    },
  ];
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: WORDS.specificationHeading[language] },
    { kind: 'paragraph', text: specificationClause(title, number, documentNumber)[language] },
    {
      kind: 'table',
      columns: [
        { header: WORDS.conditionSubject[language], width: 2 },
        { header: WORDS.conditionText[language], width: 5 },
      ],
      rows: conditions.map(({ topic, question, statement }) => [
        topic[language],
        statement ?? question[language],
      ]),
    },
    ...(requirements.length > 0 ? requirementBlocks : []),
  ];
}

function signatureBlocks(content: AnnexContent, language: Language): readonly Block[] {
  const { body, vendor, signing } = content;
  const entry = (term: Text, description: string): Entry => ({ term: term[language], description });
  const seal = WORDS.seal[language];
  const signatories: Signatory[] = [
    {
      role: WORDS.partyA[language],
      fields: [
        entry(WORDS.name, body[language]),
        entry(WORDS.signatory, signing?.bodySignatory ?? seal),
      ],
    },
    {
      role: WORDS.partyB[language],
      fields: [
        ...(vendor.address === null ? [] : [entry(WORDS.address, vendor.address)]),
        entry(WORDS.name, vendor.name),
        entry(WORDS.signatory, signing?.vendorSignatory ?? seal),
      ],
    },
  ];
  const date = signing === null ? WORDS.undated[language] : printedDate(signing.signedOn, language);
  return [
    { kind: 'heading', level: 1, text: WORDS.signatureHeading[language] },
    { kind: 'signatures', date, signatories },
  ];
}
