import { html, type Markup } from '../shared/documents/html-template.js';
import { FILE_ENDINGS } from '../files/index.js';
import type { Words } from './answer-page-frame.js';
import { PAGE_WORDS } from './answer-page-words.js';
import { ANSWER_WORDS } from './domain/answer-sheet/sheet-words.js';
import {
  fieldOf,
  otherEvidence,
  removalOf,
  valuesOf,
  type FormFault,
  type FormField,
  type FormValues,
} from './domain/answer-form.js';
import type { Evidence } from './domain/answer-input.js';
import { ANSWERS } from './domain/judgement.js';
import { METHOD_RULES } from './domain/procedure.js';
import type { SelectionMethod } from './domain/selection.js';
import type { VendorCriterion } from './domain/vendor-checklist.js';

/** What a browser offers first; what a file is is told by its content. */
const ACCEPTED = FILE_ENDINGS.map((ending) => `.${ending}`).join(',');

/** A question of the form. */
export interface PageQuestion {
  readonly criterion: VendorCriterion;
  /** Place in the checklist, from 1. */
  readonly position: number;
  readonly method: SelectionMethod;
  /** What was filled in where it could not be kept. */
  readonly values: FormValues | undefined;
  readonly faults: readonly FormFault[];
}

/** One field of a question, with what it is filled in with and what is wrong with it. */
interface Shown {
  readonly id: string;
  readonly value: string;
  readonly fault: Markup | null;
  readonly described: Markup;
}

/** The fields of a question with its help. */
export function questionFields(question: PageQuestion, words: Words): Markup {
  const { criterion, position, method } = question;
  const { topic, knockOut, weight } = criterion;
  const badge = knockOut ? html` <span class="badge">${words(PAGE_WORDS.knockOut)}</span>` : null;
  const points = METHOD_RULES[method].publishesPoints
    ? html` <span class="help">${words(PAGE_WORDS.weight)} ${weight}</span>`
    : null;
  const field = (name: FormField): Shown => shown(question, name, words);
  return html`<fieldset id="q-${position}" aria-describedby="help-${position}">
    <legend>${position}. ${words(topic)}${badge}${points}</legend>
    <p>${words(criterion.question)}</p>
    <p class="help" id="help-${position}">
      ${words(PAGE_WORDS.lookedFor)}: ${words(criterion.evidence)}
    </p>
    ${choices(field('answer'), words)} ${area(field('reason'), words(PAGE_WORDS.reasonOrMore))}
    ${line(field('title'), words(PAGE_WORDS.evidenceTitle))}
    ${line(field('document'), words(PAGE_WORDS.document))} ${others(question, words)}
    ${chooser(question, words)} ${day(field('until'), words(PAGE_WORDS.until))}
  </fieldset>`;
}

function shown(
  { criterion, position, values, faults }: PageQuestion,
  name: FormField,
  words: Words,
): Shown {
  const id = fieldOf(name, position);
  const value = values === undefined ? valuesOf(criterion)[name] : (values[id] ?? '');
  return { id, value, ...marked({ faults }, id, words) };
}

/** What is wrong with a field, and that it is. */
function marked(
  { faults }: Pick<PageQuestion, 'faults'>,
  id: string,
  words: Words,
): Pick<Shown, 'fault' | 'described'> {
  const wrong = faults.filter(({ field }) => field === id);
  const details = wrong.map(({ detail }) => words(detail)).join(' ');
  return {
    fault: wrong.length === 0 ? null : html`<p class="fault" id="fault-${id}">${details}</p>`,
    described:
      wrong.length === 0 ? html`` : html` aria-invalid="true" aria-describedby="fault-${id}"`,
  };
}

function choices({ id, value, fault, described }: Shown, words: Words): Markup {
  const items = ANSWERS.map((answer) => {
    const checked = answer === value ? html` checked` : null;
    return html`<label class="choice"
      ><input
        type="radio"
        id="${id}-${answer}"
        name="${id}"
        value="${answer}"
        ${checked}${described}
      />
      ${words(ANSWER_WORDS[answer])}</label
    >`;
  });
  return html`<div role="group" aria-label="${words(PAGE_WORDS.answer)}">${items}</div>
    ${fault}`;
}

function area({ id, value, fault, described }: Shown, label: string): Markup {
  return html`<label for="${id}">${label}</label
    ><textarea id="${id}" name="${id}" rows="3" maxlength="2000" ${described}>${value}</textarea
    >${fault}`;
}

function line({ id, value, fault, described }: Shown, label: string): Markup {
  return html`<label for="${id}">${label}</label
    ><input
      type="text"
      id="${id}"
      name="${id}"
      value="${value}"
      maxlength="200"
      ${described}
    />${fault}`;
}

function day({ id, value, fault, described }: Shown, label: string): Markup {
  return html`<label for="${id}">${label}</label
    ><input type="date" id="${id}" name="${id}" value="${value}" ${described} />${fault}`;
}

/** Evidence that was named before, each of which can be taken away. */
function others({ criterion, position, values }: PageQuestion, words: Words): Markup | null {
  const items = otherEvidence(criterion);
  if (items.length === 0) return null;
  const listed = items.map((item, at) => {
    const name = removalOf(position, at + 1);
    const checked = values?.[name] === undefined ? null : html` checked`;
    return html`<li>
      <div>${evidenceText(item, words)}</div>
      <label class="choice"
        ><input type="checkbox" name="${name}" value="yes" ${checked} /> ${words(
          PAGE_WORDS.takeAway,
        )}</label
      >
    </li>`;
  });
  return html`<p class="help">${words(PAGE_WORDS.others)}</p>
    <ul>
      ${listed}
    </ul>`;
}

/** Chooses a file; a browser never shows one that was chosen before. */
function chooser(question: PageQuestion, words: Words): Markup {
  const id = fieldOf('file', question.position);
  const { fault, described } = marked(question, id, words);
  return html`<label for="${id}">${words(PAGE_WORDS.file)}</label
    ><input type="file" id="${id}" name="${id}" accept="${ACCEPTED}" ${described} />${fault}`;
}

/** A piece of evidence with where it is. */
export function evidenceText(
  { title, url, documentReference, fileId }: Evidence,
  words: Words,
): string {
  const place = fileId === undefined ? (url ?? documentReference ?? '') : words(PAGE_WORDS.isFile);
  return `${title} ${place}`;
}
