import { createHash } from 'node:crypto';
import { ENGAGEMENT_STATUS_WORDS } from '../engagements/index.js';
import type { Language } from '../shared/domain/text.js';
import { articleHtml, stateHtml } from './chain-page-article.js';
import { CHAIN_STYLE } from './chain-page-style.js';
import { GAP, PAGE_WORDS } from './chain-page-words.js';
import { dayText } from '../shared/documents/day-text.js';
import { BY_GRAVITY, isUnproven } from './domain/gravity.js';
import type { ChainArticleDto, ChainDto } from './dto/chain.dto.js';
import { Html, html } from './html.js';

/** The page runs nothing and loads nothing; its one style is known by its hash. */
export const CHAIN_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(CHAIN_STYLE).digest('base64')}'`;

/** One piece: a space more within it and the hash would be another. */
const STYLE = new Html(`<style>${CHAIN_STYLE}</style>`);

/** Articles that stand together in the policy. */
interface Section {
  readonly id: string;
  /** The document it is in. */
  readonly document: string;
  readonly label: string;
  readonly articles: readonly ChainArticleDto[];
}

/** The chain as one page that needs nothing else, for reading and for printing on A4. */
export function chainPage(chain: ChainDto, language: Language): string {
  const title = `${PAGE_WORDS.title[language]}${GAP}${chain.engagement.title}`;
  const sections = sectionsOf(chain, language);
  return html`<!DOCTYPE html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${CHAIN_PAGE_POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        <main>
          <p>${PAGE_WORDS.title[language]}</p>
          <h1>${chain.engagement.title}</h1>
          ${factsHtml(chain, language)} ${countsHtml(chain, language)}
          ${contentsHtml(sections, language)} ${bodyHtml(sections, language)}
        </main>
      </body>
    </html> `.text;
}

function factsHtml({ on, engagement, policy, regimes }: ChainDto, language: Language): Html {
  const { status, unitName, vendorName, cloudServiceName, startsOn, endsOn } = engagement;
  const end = endsOn === null ? PAGE_WORDS.openEnd[language] : dayText(endsOn, language);
  const facts: [keyof typeof PAGE_WORDS, string | null][] = [
    ['asOf', dayText(on, language)],
    ['status', ENGAGEMENT_STATUS_WORDS[status][language]],
    ['unit', unitName],
    ['vendor', vendorName],
    ['cloudService', cloudServiceName],
    ['period', `${dayText(startsOn, language)}～${end}`],
    ['policy', `${policy.title[language]} ${policy.version}`],
    ['regimes', regimes.map(({ label }) => label[language]).join('、')],
  ];
  const lines = facts.map(([word, value]) =>
    value === null
      ? html``
      : html`<dt>${PAGE_WORDS[word][language]}</dt>
          <dd>${value}</dd> `,
  );
  return html`<dl class="facts">${lines}</dl>`;
}

function countsHtml({ counts }: ChainDto, language: Language): Html {
  const items = BY_GRAVITY.map((state) => {
    const number = counts[state === 'not-applicable' ? 'notApplicable' : state];
    return html`<li>${stateHtml(state, language)} ${number}</li> `;
  });
  const { duties, unproven } = PAGE_WORDS;
  return html`<h2>${PAGE_WORDS.counts[language]}</h2>
    <p>
      ${duties[language]} <strong>${counts.total}</strong>${GAP}${unproven[language]}
      <strong>${counts.unproven}</strong>
    </p>
    <ul class="counts">
      ${items}
    </ul>`;
}

function contentsHtml(sections: readonly Section[], language: Language): Html {
  const lines = sections.map(({ id, label, document, articles }, at) => {
    const begins = sections[at - 1]?.document !== document;
    const heading = begins ? html`<li class="document">${document}</li> ` : null;
    const duties = articles.flatMap(({ obligations }) => obligations);
    const unproven = duties.filter(({ state }) => isUnproven(state)).length;
    const open = unproven === 0 ? '' : `${GAP}${PAGE_WORDS.unproven[language]} ${String(unproven)}`;
    return html`${heading}
      <li><a href="#${id}">${label}</a>${open}</li> `;
  });
  return html`<nav>
    <h2>${PAGE_WORDS.contents[language]}</h2>
    <ul>
      ${lines}
    </ul>
  </nav>`;
}

function bodyHtml(sections: readonly Section[], language: Language): readonly Html[] {
  return sections.map(({ id, document, label, articles }, at) => {
    const begins = sections[at - 1]?.document !== document;
    const heading = begins ? html`<h2>${document}</h2> ` : null;
    const content = articles.map((article) => articleHtml(article, language));
    return html`<section>
      ${heading}
      <h3 id="${id}">${label}</h3>
      ${content}
    </section> `;
  });
}

function sectionsOf({ articles, documents }: ChainDto, language: Language): Section[] {
  const titles = new Map(documents.map(({ id, label }) => [id, label[language]]));
  const sections: (Omit<Section, 'articles'> & { articles: ChainArticleDto[] })[] = [];
  for (const article of articles) {
    const document = titles.get(article.document) ?? article.document;
    const label = article.section ?? PAGE_WORDS.other[language];
    const last = sections.at(-1);
    if (last?.document === document && last.label === label) last.articles.push(article);
    else
      sections.push({
        id: `s${String(sections.length + 1)}`,
        document,
        label,
        articles: [article],
      });
  }
  return sections;
}
