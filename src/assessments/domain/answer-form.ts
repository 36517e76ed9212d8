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

/** A file that was sent with the form, as the evidence it would be. */
export interface FormUpload {
  /** The field it was chosen in. */
  readonly field: string;
  readonly title: string;
  readonly fileId: string;
}

/** What is wrong with a field. */
export interface FormFault {
  readonly field: string;
  /** Place of the question in the checklist, from 1; 0 where it is of none. */
  readonly position: number;
  readonly detail: Text;
}

/** What a form says: answers that differ from those so far, and what is wrong. */
export interface FormReading {
  readonly changed: readonly GivenAnswer[];
  readonly faults: readonly FormFault[];
}

/** Most pieces of evidence of an answer. */
const MOST_EVIDENCE = 20;

/** Most characters of a name or number, and of a reason. */
export const FORM_TEXTS = { short: 200, long: 10_000 } as const;

/** The name of a field of a question. */
export function fieldOf(field: FormField | 'file', position: number): string {
  return `${field}-${String(position)}`;
}

/** The name of the field by which a piece of {@link otherEvidence} is taken away, by its place there from 1. */
export function removalOf(position: number, place: number): string {
  return `remove-${String(position)}-${String(place)}`;
}

/** The question that a field for a file belongs to; 0 for none. */
export function positionOfFile(field: string): number {
  return Number(/^file-(\d{1,4})$/.exec(field)?.[1] ?? 0);
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

/** Evidence that the form has no fields for, which it leaves as it is or takes away. */
export function otherEvidence(criterion: VendorCriterion): readonly Evidence[] {
  return splitEvidence(answerSoFar(criterion)?.evidence ?? []).others;
}

/** Reads the form of a checklist by the rules of every other way to answer. */
export function readAnswerForm(
  form: FormValues,
  criteria: readonly VendorCriterion[],
  today: string,
  uploads: readonly FormUpload[] = [],
): FormReading {
  const faults: FormFault[] = [];
  const changed: GivenAnswer[] = [];
  for (const [at, criterion] of criteria.entries()) {
    if (!criterion.isAsked) continue;
    const position = at + 1;
    const fields = fieldsIn(form, position);
    const others = othersIn(form, position, otherEvidence(criterion), uploads);
    if (isSame(fields, valuesOf(criterion)) && others === undefined) continue;
    const given = givenIn(criterion, fields, others ?? otherEvidence(criterion));
    const wrong = wrongIn(fields, given);
    const more = wrong.length > 0 ? [] : ruledOut(given, criterion.criterionId, today);
    faults.push(...[...wrong, ...more].map(([field, detail]) => faultAt(field, position, detail)));
    changed.push(given);
  }
  return { changed, faults };
}

type Fields = Readonly<Record<FormField, string>>;
type Wrong = readonly [FormField | 'file', Text];

/** Evidence without fields as the form would have it; undefined where that stays as it is. */
function othersIn(
  form: FormValues,
  position: number,
  others: readonly Evidence[],
  uploads: readonly FormUpload[],
): readonly Evidence[] | undefined {
  const left = others.filter((_, at) => form[removalOf(position, at + 1)] === undefined);
  const sent = uploads.filter(({ field }) => field === fieldOf('file', position));
  if (left.length === others.length && sent.length === 0) return undefined;
  return [...left, ...sent.map(({ title, fileId }) => ({ title, fileId }))];
}

function faultAt(field: FormField | 'file', position: number, detail: Text): FormFault {
  return { field: fieldOf(field, position), position, detail };
}

function fieldsIn(form: FormValues, position: number): Fields {
  const said = FORM_FIELDS.map((field) => [field, form[fieldOf(field, position)]?.trim() ?? '']);
  return Object.fromEntries(said) as Fields;
}

function isSame(one: Fields, other: Fields): boolean {
  return FORM_FIELDS.every((field) => one[field] === other[field]);
}

function wrongIn(
  { answer, reason, title, document, until }: Fields,
  { evidence = [] }: GivenAnswer,
): Wrong[] {
  const isAnswer = (ANSWERS as readonly string[]).includes(answer);
  const checks: readonly (readonly [boolean, ...Wrong])[] = [
    [isAnswer, 'answer', CHOOSE],
    [reason.length <= FORM_TEXTS.long, 'reason', tooLong(FORM_TEXTS.long)],
    [title.length <= FORM_TEXTS.short, 'title', tooLong(FORM_TEXTS.short)],
    [document.length <= FORM_TEXTS.short, 'document', tooLong(FORM_TEXTS.short)],
    [title !== '' || document === '', 'title', NAME_IT],
    [document !== '' || title === '', 'document', SAY_WHERE],
    [until === '' || isCalendarDate(until), 'until', NO_DAY],
    [evidence.length <= MOST_EVIDENCE, 'file', TOO_MUCH],
  ];
  return checks.flatMap(([isRight, field, detail]) => (isRight ? [] : [[field, detail] as const]));
}

function givenIn(
  criterion: VendorCriterion,
  { answer, reason, title, document, until }: Fields,
  others: readonly Evidence[],
): GivenAnswer {
  const named = title === '' ? [] : [{ title, documentReference: document }];
  return {
    criterionId: criterion.criterionId,
    answer: answer as Answer,
    ...(reason !== '' && { reason }),
    evidence: [...named, ...others],
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

const TOO_MUCH = {
  ja: `証跡は1問につき ${String(MOST_EVIDENCE)} 件までです。不要なものを取り消してください。`,
  en: `An answer has at most ${String(MOST_EVIDENCE)} pieces of evidence. Take away what is not needed.`,
};

function tooLong(most: number): Text {
  const limit = String(most);
  return { ja: `${limit} 文字以内で入力してください。`, en: `At most ${limit} characters.` };
}
