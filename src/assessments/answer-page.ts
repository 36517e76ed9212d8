import { html, type Markup } from '../shared/documents/html-template.js';
import type { Language, Text } from '../shared/domain/text.js';
import { pageOf, type Words } from './answer-page-frame.js';
import { questionsOf, withdrawalOf, withdrawnOf } from './answer-page-steps.js';
import type { AnswerPage } from './answer-page-content.js';
import { mostOf, PAGE_WORDS } from './answer-page-words.js';
import { evidenceText, questionFields } from './answer-page-question.js';
import { ANSWER_WORDS } from './domain/answer-sheet/sheet-words.js';
import type { KeptAnswer, VendorChecklist } from './domain/vendor-checklist.js';
import { answerSoFar, unanswered } from './domain/vendor-checklist.js';

/** A page of the answers of a checklist, whole. */
export function answerPage(page: AnswerPage, language: Language, mostBytes: number): string {
  const words = (text: Text): string => text[language];
  const title = {
    ...{ form: PAGE_WORDS.title, confirm: PAGE_WORDS.confirmTitle },
    ...{ receipt: PAGE_WORDS.receiptTitle, questions: PAGE_WORDS.questionsTitle },
    ...{ withdrawal: PAGE_WORDS.withdrawalTitle, withdrawn: PAGE_WORDS.withdrawnTitle },
  };
  const body = {
    ...{ form: (): Markup => formOf(page, words, mostBytes), confirm: confirmationOf },
    ...{ receipt: receiptOf, questions: questionsOf },
    ...{ withdrawal: withdrawalOf, withdrawn: withdrawnOf },
  }[page.kind];
  return pageOf(
    words(title[page.kind]),
    language,
    html`${headOf(page, words)}${body(page, words)}`,
  );
}

function headOf({ checklist, link }: AnswerPage, words: Words): Markup {
  const { organizationName, title, vendorName, dueOn, reason, submittedOn } = checklist;
  const rows: readonly (readonly [Text, string | null])[] = [
    [PAGE_WORDS.from, organizationName],
    [PAGE_WORDS.subject, title],
    [PAGE_WORDS.vendor, vendorName],
    [PAGE_WORDS.respondent, checklist.givenBy?.name ?? link.name],
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

function formOf(page: AnswerPage, words: Words, mostBytes: number): Markup {
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
    <p>${words(PAGE_WORDS.filesLead)} ${words(mostOf(mostBytes))}</p>
    ${linkToQuestions(page, words)}
    <form method="post" action="?" enctype="multipart/form-data" accept-charset="utf-8" novalidate>
      <input type="hidden" name="version" value="${checklist.version}" />
      ${questions}
      <button name="do" value="save">${words(PAGE_WORDS.save)}</button
      ><button class="main" name="do" value="review">${words(PAGE_WORDS.review)}</button>
    </form>
    <p><a href="?show=withdrawal">${words(PAGE_WORDS.toWithdraw)}</a></p>`;
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
      ${filesAgain(page, words)}
    </div>`;
  }
  if (notice === 'missing') return missingOf(checklist, words);
  if (notice === undefined) return null;
  return html`<p class="notice" role="status">${words(PAGE_WORDS[notice])}</p>
    ${filesAgain(page, words)}`;
}

/** A browser does not show again which files were chosen. */
function filesAgain({ hadFiles = false }: AnswerPage, words: Words): Markup | null {
  return hadFiles ? html`<p class="fault">${words(PAGE_WORDS.filesAgain)}</p>` : null;
}

/** They open beside the form, so that nothing is lost that was filled in. */
function linkToQuestions({ link }: AnswerPage, words: Words): Markup | null {
  if (link.procedureId === null) return null;
  return html`<p>
    <a href="?show=questions" target="_blank" rel="noopener">${words(PAGE_WORDS.toQuestions)}</a>
  </p>`;
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
    <form method="post" action="?" accept-charset="utf-8">
      <input type="hidden" name="version" value="${checklist.version}" />
      <label class="choice"
        ><input type="checkbox" name="confirmed" value="yes" required />
        ${words(PAGE_WORDS.confirmed)}</label
      >
      <p><button class="main" name="do" value="submit">${words(PAGE_WORDS.submit)}</button></p>
    </form>
    <p><a href="?">${words(PAGE_WORDS.back)}</a></p>`;
}

function receiptOf(page: AnswerPage, words: Words): Markup {
  return html`<p class="notice" role="status">${words(PAGE_WORDS.receiptLead)}</p>
    ${linkToQuestions(page, words)}${answersOf(page.checklist, words)}`;
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
  const evidence = answer.evidence.map((item) => html`<p>${evidenceText(item, words)}</p>`);
  const until = answer.validUntil;
  return html`<p>
      ${words(PAGE_WORDS.answer)}: <strong>${words(ANSWER_WORDS[answer.answer])}</strong>
    </p>
    ${answer.reason === null ? null : html`<p class="said">${answer.reason}</p>`}${evidence}${until === null ? null : html`<p>${words(PAGE_WORDS.until)}: ${until}</p>`}`;
}
