import { isCalendarDate } from '../../shared/domain/calendar-date.js';
import type { Text } from '../../shared/domain/text.js';
import { answerFaults, type Evidence, type GivenAnswer } from './answer-input.js';
import { ANSWERS, type Answer } from './judgement.js';
import { answerSoFar, type VendorCriterion } from './vendor-checklist.js';

/** What a form was filled in with, by the names of its fields. */
export type FormValues = Readonly<Record<string, string>>;

/** What there is a field for in every question. */
export const FORM_FIELDS = ['answer', 'reason', 'title', 'document', 'until'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** What is wrong with a field. */
export interface FormFault {
  readonly field: string;
  /** Place of the question in the checklist, from 1. */
  readonly position: number;
  readonly detail: Text;
}

/** What a form says: answers that differ from those so far, and what is wrong. */
export interface FormReading {
  readonly changed: readonly GivenAnswer[];
  readonly faults: readonly FormFault[];
}

/** Most characters of a name or number, and of a reason. */
export const FORM_TEXTS = { short: 200, long: 10_000 } as const;

/** The name of a field of a question. */
export function fieldOf(field: FormField, position: number): string {
  return `${field}-${String(position)}`;
}

/** What the fields of a question say where nobody filled them in anew: the answer so far. */
export function valuesOf(criterion: VendorCriterion): Readonly<Record<FormField, string>> {
  const soFar = answerSoFar(criterion);
  if (soFar === null) return UNFILLED;
  const { answer, reason, validUntil } = soFar;
  const { first } = splitEvidence(soFar.evidence);
  return {
    ...{ answer, reason: reason ?? '', until: validUntil ?? '' },
    ...{ title: first?.title ?? '', document: first?.documentReference ?? '' },
  };
}

const UNFILLED = { answer: '', reason: '', title: '', document: '', until: '' };

/** Evidence that the form has no fields for, which it leaves as it is. */
export function otherEvidence(criterion: VendorCriterion): readonly Evidence[] {
  return splitEvidence(answerSoFar(criterion)?.evidence ?? []).others;
}

/** Reads the form of a checklist by the rules of every other way to answer. */
export function readAnswerForm(
  form: FormValues,
  criteria: readonly VendorCriterion[],
  today: string,
): FormReading {
  const faults: FormFault[] = [];
  const changed: GivenAnswer[] = [];
  for (const [at, criterion] of criteria.entries()) {
    if (!criterion.isAsked) continue;
    const position = at + 1;
    const fields = fieldsIn(form, position);
    if (isSame(fields, valuesOf(criterion))) continue;
    const wrong = wrongIn(fields);
    const given = givenIn(criterion, fields);
    const more = wrong.length > 0 ? [] : ruledOut(given, criterion.criterionId, today);
    faults.push(...[...wrong, ...more].map(([field, detail]) => faultAt(field, position, detail)));
    changed.push(given);
  }
  return { changed, faults };
}

type Fields = Readonly<Record<FormField, string>>;
type Wrong = readonly [FormField, Text];

function faultAt(field: FormField, position: number, detail: Text): FormFault {
  return { field: fieldOf(field, position), position, detail };
}

function fieldsIn(form: FormValues, position: number): Fields {
  const said = FORM_FIELDS.map((field) => [field, form[fieldOf(field, position)]?.trim() ?? '']);
  return Object.fromEntries(said) as Fields;
}

function isSame(one: Fields, other: Fields): boolean {
  return FORM_FIELDS.every((field) => one[field] === other[field]);
}

function wrongIn({ answer, reason, title, document, until }: Fields): Wrong[] {
  const isAnswer = (ANSWERS as readonly string[]).includes(answer);
  const checks: readonly (readonly [boolean, FormField, Text])[] = [
    [isAnswer, 'answer', CHOOSE],
    [reason.length <= FORM_TEXTS.long, 'reason', tooLong(FORM_TEXTS.long)],
    [title.length <= FORM_TEXTS.short, 'title', tooLong(FORM_TEXTS.short)],
    [document.length <= FORM_TEXTS.short, 'document', tooLong(FORM_TEXTS.short)],
    [title !== '' || document === '', 'title', NAME_IT],
    [document !== '' || title === '', 'document', SAY_WHERE],
    [until === '' || isCalendarDate(until), 'until', NO_DAY],
  ];
  return checks.flatMap(([isRight, field, detail]) => (isRight ? [] : [[field, detail] as const]));
}

function givenIn(
  criterion: VendorCriterion,
  { answer, reason, title, document, until }: Fields,
): GivenAnswer {
  const named = title === '' ? [] : [{ title, documentReference: document }];
  return {
    criterionId: criterion.criterionId,
    answer: answer as Answer,
    ...(reason !== '' && { reason }),
    evidence: [...named, ...otherEvidence(criterion)],
    ...(until !== '' && { validUntil: until }),
  };
}

/** What the common rules say, by the field it is about. */
function ruledOut(given: GivenAnswer, criterionId: string, today: string): Wrong[] {
  return answerFaults([given], new Set([criterionId]), today).map(({ pointer, detail }) => {
    const member = pointer.split('/')[3];
    return [member === 'validUntil' ? 'until' : 'reason', detail] as const;
  });
}

function splitEvidence(evidence: readonly Evidence[]): {
  readonly first: Evidence | undefined;
  readonly others: readonly Evidence[];
} {
  const first = evidence.find(({ documentReference }) => documentReference !== undefined);
  return { first, others: evidence.filter((item) => item !== first) };
}

const CHOOSE = { ja: '回答を選んでください。', en: 'Choose an answer.' };
const NAME_IT = { ja: '証跡の名称を入力してください。', en: 'Say what the evidence is.' };
const SAY_WHERE = {
  ja: '証跡の文書番号又は保管場所を入力してください。',
  en: 'Give the number of the document or where it is kept.',
};
const NO_DAY = { ja: '暦にある日付を入力してください。', en: 'Give a day of the calendar.' };

function tooLong(most: number): Text {
  const limit = String(most);
  return { ja: `${limit} 文字以内で入力してください。`, en: `At most ${limit} characters.` };
}
