import { html, type Markup } from '../shared/documents/html-template.js';
import type { Words } from './answer-page-frame.js';
import type { AnswerPage, PageOfQuestions } from './answer-page-content.js';
import { PAGE_WORDS } from './answer-page-words.js';
import type { CandidateClarification } from './clarifications.repository.js';
import type { VendorCriterion } from './domain/vendor-checklist.js';

type Asking = Pick<AnswerPage, 'checklist' | 'values' | 'faults' | 'notice' | 'questions'>;

/** Where the candidate withdraws: a step of its own, with its reason and to be confirmed. */
export function withdrawalOf(page: Asking, words: Words): Markup {
  const { checklist, values } = page;
  return html`${faultsOf(page, words)}
    <p>${words(PAGE_WORDS.withdrawalLead)}</p>
    <form method="post" action="?" accept-charset="utf-8" novalidate>
      <input type="hidden" name="version" value="${checklist.version}" />
      <label for="reason">${words(PAGE_WORDS.withdrawalReason)}</label
      ><textarea id="reason" name="reason" rows="5" maxlength="2000" ${invalid(page, 'reason')}>
${values?.reason ?? ''}</textarea>
      <label class="choice"
        ><input
          type="checkbox"
          id="confirmed"
          name="confirmed"
          value="yes"
          ${invalid(page, 'confirmed')}
        />
        ${words(PAGE_WORDS.withdrawalConfirmed)}</label
      >
      <p><button class="main" name="do" value="withdraw">${words(PAGE_WORDS.withdraw)}</button></p>
    </form>
    <p><a href="?">${words(PAGE_WORDS.back)}</a></p>`;
}

export function withdrawnOf(_: Asking, words: Words): Markup {
  return html`<p class="notice" role="status">${words(PAGE_WORDS.withdrawnLead)}</p>`;
}

/** Questions and answers, the first asked first, and where another is asked. */
export function questionsOf(page: Asking, words: Words): Markup {
  const { questions = NONE, notice } = page;
  const asked = html`<p class="notice" role="status">${words(PAGE_WORDS.asked)}</p>`;
  const asking = questions.isOpen
    ? askingOf(page, words)
    : html`<p>${words(PAGE_WORDS.questionsClosed)}</p>`;
  return html`${notice === 'asked' ? asked : null}${faultsOf(page, words)}
    ${listOf(questions, page.checklist.criteria, words)} ${asking}
    <p><a href="?">${words(PAGE_WORDS.toChecklist)}</a></p>`;
}

const NONE: PageOfQuestions = { items: [], nextCursor: null, isOpen: false };

function listOf(
  { items, nextCursor }: PageOfQuestions,
  criteria: readonly VendorCriterion[],
  words: Words,
): Markup {
  if (items.length === 0) return html`<p>${words(PAGE_WORDS.noQuestions)}</p>`;
  const more = html`<p>
    <a href="?show=questions&amp;after=${nextCursor}">${words(PAGE_WORDS.more)}</a>
  </p>`;
  return html`<ul class="answers">
      ${items.map((item) => questionOf(item, criteria, words))}
    </ul>
    ${nextCursor === null ? null : more}`;
}

function questionOf(
  item: CandidateClarification,
  criteria: readonly VendorCriterion[],
  words: Words,
): Markup {
  const { kind, isOwn, criterionId, text, askedOn } = item;
  const at = criteria.findIndex((criterion) => criterion.criterionId === criterionId);
  const topic = criteria[at]?.topic;
  const about = topic && html`<p>${words(PAGE_WORDS.question)} ${at + 1}. ${words(topic)}</p>`;
  const heading = kind === 'question' && isOwn ? 'ownQuestion' : KINDS[kind];
  return html`<li>
    <strong>${words(PAGE_WORDS[heading])}</strong> <span class="help">${askedOn}</span>
    ${about ?? null}
    <p class="said">${text}</p>
    ${answerTo(item, words)}
  </li>`;
}

function answerTo(
  { kind, answer, answeredOn }: CandidateClarification,
  words: Words,
): Markup | null {
  if (kind === 'notice') return null;
  if (answer === null) {
    const open = kind === 'request' ? PAGE_WORDS.answerRequest : PAGE_WORDS.notAnswered;
    return html`<p class="help">${words(open)}</p>`;
  }
  return html`<p>
      <strong>${words(PAGE_WORDS.answer)}</strong> <span class="help">${answeredOn}</span>
    </p>
    <p class="said">${answer}</p>`;
}

const KINDS = {
  question: 'othersQuestion',
  request: 'request',
  notice: 'bodysNotice',
} as const;

function askingOf(page: Asking, words: Words): Markup {
  const { checklist, values } = page;
  const options = checklist.criteria.map(({ topic }, at) => {
    const place = String(at + 1);
    const selected = values?.about === place ? html` selected` : null;
    return html`<option value="${place}" ${selected}>${place}. ${words(topic)}</option>`;
  });
  return html`<h2>${words(PAGE_WORDS.askTitle)}</h2>
    <p>${words(PAGE_WORDS.askLead)}</p>
    <form method="post" action="?" accept-charset="utf-8" novalidate>
      <label for="about">${words(PAGE_WORDS.about)}</label
      ><select id="about" name="about" ${invalid(page, 'about')}>
        <option value="">${words(PAGE_WORDS.aboutNone)}</option>
        ${options}
      </select>
      <label for="text">${words(PAGE_WORDS.ownQuestion)}</label
      ><textarea id="text" name="text" rows="5" maxlength="2000" ${invalid(page, 'text')}>
${values?.text ?? ''}</textarea>
      <p><button class="main" name="do" value="ask">${words(PAGE_WORDS.ask)}</button></p>
    </form>`;
}

/** What is to be put right, each with where it is. */
function faultsOf({ faults = [] }: Asking, words: Words): Markup | null {
  if (faults.length === 0) return null;
  const items = faults.map(
    ({ field, detail }) => html`<li><a href="#${field}">${words(detail)}</a></li>`,
  );
  return html`<div class="summary" role="alert">
    <h2>${words(PAGE_WORDS.faultsOfStep)}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function invalid({ faults = [] }: Asking, field: string): Markup | null {
  return faults.some((fault) => fault.field === field) ? html`aria-invalid="true"` : null;
}
