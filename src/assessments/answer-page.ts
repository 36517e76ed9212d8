import { html, type Markup } from '../shared/documents/html-template.js';
import type { Language, Text } from '../shared/domain/text.js';
import { PAGE_STYLE } from './answer-page-style.js';
import { PAGE_WORDS } from './answer-page-words.js';
import { questionFields } from './answer-page-question.js';
import { ANSWER_WORDS } from './domain/answer-sheet/sheet-words.js';
import type { FormFault, FormValues } from './domain/answer-form.js';
import type { KeptAnswer, VendorChecklist } from './domain/vendor-checklist.js';
import { answerSoFar, unanswered } from './domain/vendor-checklist.js';

/** Everything a page shows. */
export interface AnswerPage {
  readonly kind: 'form' | 'confirm' | 'receipt';
  readonly checklist: VendorChecklist;
  /** Whose link it is. */
  readonly name: string;
  /** What was filled in where it could not be kept; the answers so far otherwise. */
  readonly values?: FormValues;
  readonly faults?: readonly FormFault[];
  readonly notice?: 'saved' | 'stale' | 'missing' | 'confirmFirst';
}

/** A page of the answers of a checklist, whole. */
export function answerPage(page: AnswerPage, language: Language): string {
  const words = (text: Text): string => text[language];
  const title = {
    form: PAGE_WORDS.title,
    confirm: PAGE_WORDS.confirmTitle,
    receipt: PAGE_WORDS.receiptTitle,
  };
  const body = { form: formOf, confirm: confirmationOf, receipt: receiptOf }[page.kind];
  return pageOf(
    words(title[page.kind]),
    language,
    html`${headOf(page, words)}${body(page, words)}`,
  );
}

/** A page that says why there is nothing to answer. */
export function refusalPage(title: Text, detail: Text, language: Language): string {
  return pageOf(title[language], language, html`<p>${detail[language]}</p>`);
}

type Words = (text: Text) => string;

function pageOf(title: string, language: Language, body: Markup): string {
  const style = html`<style>`.text + PAGE_STYLE + html`</style>`.text;
  const { text } = html`<main>
    <h1>${title}</h1>
    ${body}
  </main>`;
  const head = html`<meta charset="utf-8" /><meta
      name="viewport"
      content="width=device-width, initial-scale=1"
    /><meta name="robots" content="noindex" /><title>${title}</title>`;
  return `<!DOCTYPE html><html lang="${language}"><head>${head.text}${style}</head><body>${text}</body></html>`;
}

function headOf({ checklist, name }: AnswerPage, words: Words): Markup {
  const { organizationName, title, vendorName, dueOn, reason, submittedOn } = checklist;
  const rows: readonly (readonly [Text, string | null])[] = [
    [PAGE_WORDS.from, organizationName],
    [PAGE_WORDS.subject, title],
    [PAGE_WORDS.vendor, vendorName],
    [PAGE_WORDS.respondent, checklist.givenBy?.name ?? name],
    [PAGE_WORDS.dueOn, dueOn],
    [PAGE_WORDS.submittedOn, submittedOn],
    [PAGE_WORDS.reason, reason],
  ];
  const told = rows.flatMap(([word, value]) =>
    value === null
      ? []
      : [
          html`<dt>${words(word)}</dt>
            <dd>${value}</dd>`,
        ],
  );
  return html`<dl>${told}</dl>`;
}

function formOf(page: AnswerPage, words: Words): Markup {
  const { checklist, values, faults = [] } = page;
  const questions = checklist.criteria.flatMap((criterion, at) =>
    criterion.isAsked
      ? [
          questionFields(
            { criterion, position: at + 1, method: checklist.method, values, faults },
            words,
          ),
        ]
      : [],
  );
  return html`${noticeOf(page, words)}
    <p>${words(PAGE_WORDS.lead)}</p>
    <form method="post" accept-charset="utf-8" novalidate>
      <input type="hidden" name="version" value="${checklist.version}" />
      ${questions}
      <button name="do" value="save">${words(PAGE_WORDS.save)}</button
      ><button class="main" name="do" value="review">${words(PAGE_WORDS.review)}</button>
    </form>`;
}

/** What is to be put right or is missing, each with where it is. */
function noticeOf(page: AnswerPage, words: Words): Markup | null {
  const { notice, faults = [], checklist } = page;
  if (faults.length > 0) {
    const items = faults.map(
      ({ position, detail }) =>
        html`<li>
          <a href="#q-${position}">${words(PAGE_WORDS.question)} ${position}: ${words(detail)}</a>
        </li>`,
    );
    return html`<div class="summary" role="alert">
      <h2>${words(PAGE_WORDS.faults)}</h2>
      <ul>
        ${items}
      </ul>
    </div>`;
  }
  if (notice === 'missing') return missingOf(checklist, words);
  if (notice === undefined) return null;
  return html`<p class="notice" role="status">${words(PAGE_WORDS[notice])}</p>`;
}

function missingOf({ criteria }: VendorChecklist, words: Words): Markup {
  const open = new Set(unanswered(criteria));
  const items = criteria.flatMap(({ criterionId, topic }, at) =>
    open.has(criterionId)
      ? [html`<li><a href="#q-${at + 1}">${at + 1}. ${words(topic)}</a></li>`]
      : [],
  );
  return html`<div class="summary" role="alert">
    <h2>${words(PAGE_WORDS.missing)}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function confirmationOf(page: AnswerPage, words: Words): Markup {
  const { checklist } = page;
  return html`${noticeOf(page, words)}
    <p>${words(PAGE_WORDS.confirmLead)}</p>
    ${answersOf(checklist, words)}
    <form method="post" accept-charset="utf-8">
      <input type="hidden" name="version" value="${checklist.version}" />
      <label class="choice"
        ><input type="checkbox" name="confirmed" value="yes" required />
        ${words(PAGE_WORDS.confirmed)}</label
      >
      <p><button class="main" name="do" value="submit">${words(PAGE_WORDS.submit)}</button></p>
    </form>
    <p><a href="?">${words(PAGE_WORDS.back)}</a></p>`;
}

function receiptOf({ checklist }: AnswerPage, words: Words): Markup {
  return html`<p class="notice" role="status">${words(PAGE_WORDS.receiptLead)}</p>
    ${answersOf(checklist, words)}`;
}

function answersOf({ criteria }: VendorChecklist, words: Words): Markup {
  const items = criteria.map(
    (criterion) =>
      html`<li>
        <strong>${words(criterion.topic)}</strong>
        <p>${words(criterion.question)}</p>
        ${
          criterion.isAnsweredByOthers
            ? html`<p>${words(PAGE_WORDS.byOthers)}</p>`
            : answerOf(answerSoFar(criterion), words)
        }
      </li>`,
  );
  return html`<ol class="answers">
    ${items}
  </ol>`;
}

function answerOf(answer: KeptAnswer | null, words: Words): Markup {
  if (answer === null) return html`<p>${words(PAGE_WORDS.unanswered)}</p>`;
  const evidence = answer.evidence.map(
    ({ title, documentReference, url }) => html`<p>${title} ${documentReference ?? url ?? ''}</p>`,
  );
  const until = answer.validUntil;
  return html`<p>
      ${words(PAGE_WORDS.answer)}: <strong>${words(ANSWER_WORDS[answer.answer])}</strong>
    </p>
    ${answer.reason === null ? null : html`<p class="said">${answer.reason}</p>`}${evidence}${until === null ? null : html`<p>${words(PAGE_WORDS.until)}: ${until}</p>`}`;
}
