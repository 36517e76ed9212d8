import type { InputFault } from '../../shared/domain/domain-error.js';
import type { Answer } from './judgement.js';
import { namingFaults } from './reviews.js';

/** Where evidence is: at an address, in a document with a number, or in a file that was uploaded. */
export interface Evidence {
  readonly title: string;
  readonly url?: string;
  readonly documentReference?: string;
  readonly fileId?: string;
}

/** An answer as it is given. */
export interface GivenAnswer {
  readonly criterionId: string;
  readonly answer: Answer;
  readonly reason?: string;
  readonly evidence?: readonly Evidence[];
  readonly validUntil?: string;
}

/** Faults of answers: to what is not asked in this round, without a reason, or on evidence that is none. */
export function answerFaults(
  answers: readonly GivenAnswer[],
  asked: ReadonlySet<string>,
  today: string,
): InputFault[] {
  const ids = answers.map(({ criterionId }) => criterionId);
  return [
    ...namingFaults('answers', ids, asked),
    ...answers.flatMap((answer, at) => faultsOf(answer, `#/answers/${String(at)}`, today)),
  ];
}

/** Faults of criteria that are named by their ids in a list, of a checklist that has others. */
export function unknownCriteriaFaults(
  member: string,
  wanted: readonly string[],
  known: readonly string[],
): InputFault[] {
  return wanted.flatMap((criterionId, at) =>
    known.includes(criterionId)
      ? []
      : [{ pointer: `#/${member}/${String(at)}`, detail: NOT_IN_CHECKLIST }],
  );
}

/** The uploaded files that answers name as evidence, each with its place in the body. */
export function filesNamed(
  answers: readonly GivenAnswer[],
): { readonly id: string; readonly pointer: string }[] {
  return answers.flatMap(({ evidence = [] }, answer) =>
    evidence.flatMap(({ fileId }, at) => {
      const pointer = `#/answers/${String(answer)}/evidence/${String(at)}/fileId`;
      return fileId === undefined ? [] : [{ id: fileId, pointer }];
    }),
  );
}

/** Faults of where answers on behalf of the vendor were taken from: a file, or a document with a number. */
export function sourceFaults(source: {
  readonly sourceFileId?: string;
  readonly documentReference?: string;
}): InputFault[] {
  const { sourceFileId, documentReference } = source;
  if ((sourceFileId === undefined) !== (documentReference === undefined)) return [];
  return [{ pointer: '#/source', detail: ONE_SOURCE }];
}

/** Faults of the last day for answers. */
export function dueFaults(dueOn: string, today: string): InputFault[] {
  return dueOn >= today ? [] : [{ pointer: '#/dueOn', detail: IN_PAST }];
}

/** Whether an answer has evidence that counts on a day. */
export function hasEvidenceOn(
  day: string,
  {
    evidence,
    validUntil,
  }: { readonly evidence: readonly unknown[]; readonly validUntil: string | null },
): boolean {
  return evidence.length > 0 && (validUntil === null || validUntil >= day);
}

function faultsOf(
  { answer, reason, evidence = [], validUntil }: GivenAnswer,
  pointer: string,
  today: string,
): InputFault[] {
  const needsReason = answer === 'na' || answer === 'partial';
  return [
    ...(needsReason && reason === undefined
      ? [{ pointer: `${pointer}/reason`, detail: NO_REASON }]
      : []),
    ...(validUntil !== undefined && validUntil < today
      ? [{ pointer: `${pointer}/validUntil`, detail: LAPSED }]
      : []),
    ...evidence.flatMap(({ url, documentReference, fileId }, at) =>
      [url, documentReference, fileId].filter((place) => place !== undefined).length !== 1
        ? [{ pointer: `${pointer}/evidence/${String(at)}`, detail: ONE_PLACE }]
        : [],
    ),
  ];
}

const NOT_IN_CHECKLIST = {
  ja: '評価票にない設問です。',
  en: 'The checklist has no such criterion.',
};
const NO_REASON = {
  ja: '「該当なし」又は「一部」と答えるときは、理由を入力してください。',
  en: 'An answer of na or partial needs a reason.',
};
const LAPSED = {
  ja: '期限の切れた証跡は使えません。',
  en: 'The evidence has lapsed; name evidence that is valid.',
};
const ONE_PLACE = {
  ja: 'url、documentReference、fileId のいずれか一つを指定してください。',
  en: 'Give one of url, documentReference and fileId.',
};
const ONE_SOURCE = {
  ja: 'sourceFileId、documentReference のどちらか一つを指定してください。',
  en: 'Give either sourceFileId or documentReference.',
};
const IN_PAST = {
  ja: '回答の期限は本日以後にしてください。',
  en: 'The day for the answers cannot be in the past.',
};
