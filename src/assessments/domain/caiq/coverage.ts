import type { Caiq, CaiqMapping, CaiqRelation } from '../../../policies/index.js';
import type { SheetBasis, SheetCriterion } from '../answer-sheet/sheet-basis.js';
import type { GivenAnswer } from '../answer-input.js';
import type { CaiqAnswer, CaiqReading, CaiqWord } from './read-caiq.js';

/** `full`: every question that speaks to it is answered; `none`: none is; `unmapped`: no question speaks to it. */
export const CAIQ_COVERAGES = ['full', 'part', 'none', 'unmapped'] as const;
export type CaiqCoverage = (typeof CAIQ_COVERAGES)[number];

const LONGEST_REASON = 10_000;
const LONGEST_TITLE = 200;

/** What a CAIQ says to a criterion. */
export interface CoveredCriterion {
  readonly criterionId: string;
  readonly knockOut: boolean;
  readonly coverage: CaiqCoverage;
  readonly relation: CaiqRelation | null;
  readonly questions: readonly CaiqAnswer[];
  /** Ids, in the latest edition, of the questions that speak to it and are not answered. */
  readonly missing: readonly string[];
  /** The answer that follows; null where none does. */
  readonly suggested: CaiqWord | null;
  /** Whether it is entered only when somebody confirms it. */
  readonly needsConfirmation: boolean;
  /** What the provider wrote; null where it wrote nothing. */
  readonly text: string | null;
}

/** What a CAIQ covers of what is asked. */
export interface CaiqReport {
  readonly criteria: readonly CoveredCriterion[];
  /** Ids, as the file has them, of answers that speak to nothing asked. */
  readonly unmapped: readonly string[];
}

/** Holds a CAIQ against what is asked in this round. */
export function coverageOf(reading: CaiqReading, basis: SheetBasis, caiq: Caiq): CaiqReport {
  const byQuestion = new Map(reading.answers.map((answer) => [answer.question, answer]));
  const criteria = basis.criteria
    .filter(({ isAsked }) => isAsked)
    .map((criterion) => {
      const mapping = caiq.criteria.find((each) => speaksTo(each, criterion));
      const isStanding = basis.answers.has(criterion.criterionId);
      return covered(criterion, mapping, byQuestion, isStanding);
    });
  const used = new Set(criteria.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const unmapped = reading.answers.map(({ id }) => id).filter((id) => !used.has(id));
  return { criteria, unmapped };
}

function speaksTo({ id, topic }: CaiqMapping, criterion: SheetCriterion): boolean {
  return id === criterion.criterionId && topic === criterion.topic.ja;
}

function covered(
  { criterionId, knockOut }: SheetCriterion,
  mapping: CaiqMapping | undefined,
  byQuestion: ReadonlyMap<string | null, CaiqAnswer>,
  isStanding: boolean,
): CoveredCriterion {
  const wanted = mapping?.questions ?? [];
  const questions = wanted.flatMap((id) => byQuestion.get(id) ?? []);
  const missing = wanted.filter((id) => !byQuestion.has(id));
  const suggested = suggestionOf(mapping, questions, missing);
  return {
    ...{ criterionId, knockOut, questions, missing, suggested },
    coverage: coverageWord(mapping, questions.length, missing.length),
    relation: mapping?.relation ?? null,
    // What decides alone, or would replace an answer, is never entered in silence.
    needsConfirmation: suggested === null || knockOut || isStanding,
    text: textOf(questions),
  };
}

function coverageWord(mapping: unknown, answered: number, missing: number): CaiqCoverage {
  if (mapping === undefined) return 'unmapped';
  if (answered === 0) return 'none';
  return missing === 0 ? 'full' : 'part';
}

/** An answer follows only where the questions ask the same and all are answered alike. */
function suggestionOf(
  mapping: CaiqMapping | undefined,
  questions: readonly CaiqAnswer[],
  missing: readonly string[],
): CaiqWord | null {
  const [first] = questions;
  if (mapping?.relation !== 'equivalent' || first === undefined || missing.length > 0) return null;
  return questions.every(({ answer }) => answer === first.answer) ? first.answer : null;
}

function textOf(questions: readonly CaiqAnswer[]): string | null {
  const lines = questions.map(({ id, answer, description }) => {
    const head = `[CAIQ ${id}: ${answer.toUpperCase()}]`;
    return description === null ? head : `${head} ${description}`;
  });
  const text = lines.join('\n');
  if (text.length <= LONGEST_REASON) return text || null;
  return `${text.slice(0, LONGEST_REASON - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

/** An answer that somebody confirms on the strength of a CAIQ. */
export interface ConfirmedAnswer {
  readonly criterionId: string;
  readonly answer: GivenAnswer['answer'];
  readonly reason?: string;
}

/** Where the answers come from. */
export interface CaiqOrigin {
  readonly fileId: string;
  readonly edition: string;
}

/**
 * The answers to be entered: what is confirmed, and what follows without. The questionnaire bears an answer out as what
 * the provider declares, except where a criterion asks for evidence: a declaration is none.
 */
export function answersFrom(
  { criteria }: CaiqReport,
  basis: SheetBasis,
  confirmed: readonly ConfirmedAnswer[],
  origin: CaiqOrigin,
): GivenAnswer[] {
  const needEvidence = new Set(
    basis.criteria
      .filter(({ evidenceRequired, knockOut }) => evidenceRequired || knockOut)
      .map(({ criterionId }) => criterionId),
  );
  const byId = new Map(confirmed.map((each) => [each.criterionId, each]));
  return criteria.flatMap((criterion) => {
    const { criterionId } = criterion;
    const given = answerOf(criterion, byId.get(criterionId));
    if (given === null) return [];
    if (needEvidence.has(criterionId)) return [given];
    return [{ ...given, evidence: [declarationOf(criterion, origin)] }];
  });
}

function answerOf(
  { criterionId, suggested, needsConfirmation, text }: CoveredCriterion,
  confirmed: ConfirmedAnswer | undefined,
): GivenAnswer | null {
  const answer = confirmed?.answer ?? (needsConfirmation ? null : suggested);
  if (answer === null) return null;
  const reason = confirmed?.reason ?? text;
  return { criterionId, answer, ...(reason !== null && { reason }) };
}

/** The questionnaire as evidence of what the provider declares. */
function declarationOf(
  { questions }: CoveredCriterion,
  { edition, fileId }: CaiqOrigin,
): { readonly title: string; readonly fileId: string } {
  const ids = questions.map(({ id }) => id).join(', ');
  return { title: `CAIQ ${edition} (${ids})`.slice(0, LONGEST_TITLE), fileId };
}
