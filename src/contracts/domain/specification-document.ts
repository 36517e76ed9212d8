import type {
  Article,
  ArticleParagraph,
  Block,
  Document,
  Paragraph,
  Table,
} from '../../shared/documents/document.js';
import type { Language, Text } from '../../shared/domain/text.js';
import { CHOSEN_MARK, chosenNote } from './annex-words.js';
import { articleLabel } from './clause-article.js';
import { printedDate } from './printed-value.js';
import type {
  NamedArticle,
  SpecificationContent,
  StatedCondition,
  StatedItem,
} from './specification-content.js';
import { specificationOutline } from './specification-outline.js';
import {
  periodSentence,
  purposeOf,
  SPECIFICATION_WORDS as WORDS,
  versionLine,
  versionMark,
  type SpecificationStanding,
} from './specification-words.js';

/**
 * The security part of the procurement specification (調達仕様書) in one language; the same content
 * that stands alike is the same document.
 */
export function specificationDocument(
  content: SpecificationContent,
  standing: SpecificationStanding,
  language: Language,
): Document {
  const { number, title, documentNumber, body, engagementTitle } = content;
  const { confirmedOn, isKept } = standing;
  const name = `${title}${confirmedOn === null ? WORDS.draft[language] : ''}`;
  const mark = versionMark(number, standing)[language];
  const entry = (term: Text, description: string) => ({ term: term[language], description });
  const isRedrawn = confirmedOn !== null && !isKept;
  return {
    ...{ language, title: name, subtitle: mark },
    ...(documentNumber !== null && { reference: documentNumber }),
    ...(confirmedOn !== null && { date: printedDate(confirmedOn, language) }),
    parties: [
      entry(WORDS.body, body[language]),
      entry(WORDS.work, engagementTitle),
      entry(WORDS.version, versionLine(number, standing)[language]),
    ],
    blocks: [
      ...(isRedrawn ? [paragraph(WORDS.notKept[language])] : []),
      ...blocksOf(content, language),
    ],
    footer: `${name} ${mark}`,
  };
}

function blocksOf(content: SpecificationContent, language: Language): readonly Block[] {
  const outline = specificationOutline(content);
  const chapter = (text: Text): Block => ({ kind: 'heading', level: 1, text: text[language] });
  const article = articlesIn(language);
  const { body, engagementTitle, from, until, requirements } = content;
  return [
    chapter(WORDS.general),
    article(outline.purpose, WORDS.purpose, { text: purposeOf(body, engagementTitle)[language] }),
    article(
      ...([outline.scope, WORDS.scope] as const),
      { text: WORDS.appliesTo[language] },
      { text: periodSentence(from, until)[language] },
    ),
    chapter(WORDS.informationChapter),
    article(outline.information, WORDS.information, {
      text: WORDS.informationText[language],
      details: [itemTable(content.dataItems, language)],
    }),
    chapter(WORDS.conditionsChapter),
    paragraph(WORDS[outline.topics.length === 0 ? 'noConditions' : 'conditionsText'][language]),
    ...outline.topics.map(({ article: at, topic, conditions }) =>
      article(at, topic, ...conditions.map(({ condition }) => conditionIn(condition, language))),
    ),
    chapter(WORDS.requirementsChapter),
    ...(requirements.length === 0 ? [paragraph(WORDS.noRequirements[language])] : []),
    ...requirements.map(({ title, text }, index) =>
      article(outline.requirements[index] ?? 0, { ja: title, en: title }, { text }),
    ),
    chapter(WORDS.laterChapter),
    article(outline.contract, WORDS.contract, { text: WORDS.contractText[language] }),
    article(outline.laterDuties, WORDS.laterDuties, {
      text: WORDS.laterDutiesText[language],
      details: [laterTable(content, language)],
    }),
    ...chosenNotes(content, language),
  ];
}

function articlesIn(
  language: Language,
): (number: number, caption: Text, ...paragraphs: ArticleParagraph[]) => Article {
  return (number, caption, ...paragraphs) => ({
    kind: 'article',
    label: articleLabel(number, language),
    caption: caption[language],
    paragraphs,
  });
}

function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', text };
}

function itemTable(items: readonly StatedItem[], language: Language): Table {
  const headers = [
    ...[WORDS.item, WORDS.confidentiality, WORDS.integrity, WORDS.availability],
    WORDS.personal,
  ];
  const widths = ITEM_WIDTHS[language];
  return {
    kind: 'table',
    columns: headers.map((header, index) => ({
      header: header[language],
      width: widths[index] ?? 1,
    })),
    rows: items.map((item) => [
      item.name,
      item.confidentiality[language],
      item.integrity[language],
      item.availability[language],
      WORDS[personalIn(item)][language],
    ]),
  };
}

/** Each holds its longest word on one line. */
const ITEM_WIDTHS = { ja: [6, 3, 3, 3, 4], en: [4, 6, 3, 5, 4] } as const;

function personalIn({ specificPersonalInformation, personalInformation }: StatedItem) {
  if (specificPersonalInformation) return 'specificPersonalInformation';
  return personalInformation ? 'personalInformation' : 'noPersonalInformation';
}

/** A condition as a paragraph, with what is to be shown, how it counts and what it serves. */
function conditionIn(condition: StatedCondition, language: Language): ArticleParagraph {
  const { criterionId, question, statement, evidence, evidenceRequired, articles } = condition;
  const line = (term: Text, text: string): string =>
    language === 'ja' ? `${term.ja}：${text}` : `${term.en}: ${text}`;
  const must = evidenceRequired ? WORDS.evidenceRequired[language] : '';
  const served = [...new Set(articles.map((article) => labelOf(article, language)))];
  const items = [
    line(WORDS.criterion, criterionId),
    line(WORDS.weight, WORDS[condition.isKnockOut ? 'knockOut' : 'assessed'][language]),
    ...(evidence === null ? [] : [line(WORDS.evidence, `${evidence[language]}${must}`)]),
    ...(served.length === 0
      ? []
      : [line(WORDS.serves, served.join(language === 'ja' ? '、' : ', '))]),
  ];
  return {
    text: statement ?? question[language],
    details: [{ kind: 'list', marker: 'bullet', items }],
  };
}

/** Of an article that is not public, only the document. */
function labelOf({ label, chosenIn, withheldIn }: NamedArticle, language: Language): string {
  if (withheldIn !== undefined) return `${withheldIn[language]}${WORDS.withheld[language]}`;
  return chosenIn === undefined ? label : `${label}${CHOSEN_MARK}`;
}

function laterTable({ laterDuties }: SpecificationContent, language: Language): Table {
  const rows = laterDuties.map(({ phase, article }) => {
    const { title, withheldIn } = article;
    return withheldIn === undefined
      ? [WORDS[phase][language], labelOf(article, language), title[language]]
      : [WORDS[phase][language], WORDS.withheld[language], withheldIn[language]];
  });
  return {
    kind: 'table',
    columns: [
      { header: WORDS.phase[language], width: 3 },
      { header: WORDS.policyArticle[language], width: 4 },
      { header: WORDS.subject[language], width: 6 },
    ],
    rows: [...new Map(rows.map((row) => [row.join('\n'), row])).values()],
  };
}

/** Tells what is no text of the published policy. */
function chosenNotes(content: SpecificationContent, language: Language): readonly Block[] {
  const { conditions, laterDuties } = content;
  const named = [
    ...conditions.flatMap(({ articles }) => articles),
    ...laterDuties.map(({ article }) => article),
  ];
  const documents = new Set(
    named.flatMap(({ chosenIn, withheldIn }) =>
      withheldIn === undefined && chosenIn !== undefined ? [chosenIn[language]] : [],
    ),
  );
  return [...documents].map((document) =>
    paragraph(`${CHOSEN_MARK} ${chosenNote(document)[language]}`),
  );
}
