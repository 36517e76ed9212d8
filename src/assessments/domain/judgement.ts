import {
  compareScore,
  formatScore,
  weightedMean,
  type ExactScore,
  type HalfPoints,
  type WeightedMark,
} from '../../shared/domain/decimal-score.js';
import type { Text } from '../../shared/domain/text.js';

export const ANSWERS = ['yes', 'partial', 'no', 'na', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

/** `undetermined`: a knock-out is open, so that nothing can be said. */
export const RESULTS = ['suitable', 'conditional', 'unsuitable', 'undetermined'] as const;
export type Result = (typeof RESULTS)[number];

/** The results as staff say them. */
export const RESULT_WORDS: Record<Result, Text> = {
  suitable: { ja: '適', en: 'Suitable' },
  conditional: { ja: '条件付き適', en: 'Conditional' },
  unsuitable: { ja: '不適', en: 'Unsuitable' },
  undetermined: { ja: '判定不能', en: 'Undetermined' },
};

/** Why a knock-out is not passed. */
export const KNOCK_OUT_FINDINGS = ['failed', 'unknown', 'without-evidence'] as const;
export type KnockOutFinding = (typeof KNOCK_OUT_FINDINGS)[number];

/** A permitted exception that stands in for a knock-out, and its last day. */
export interface Cover {
  readonly exceptionIds: readonly string[];
  readonly until: string;
}

/** A criterion as it was sent, with what the reviewers accept of its answer. */
export interface JudgedCriterion {
  readonly criterionId: string;
  readonly weight: number;
  readonly knockOut: boolean;
  readonly evidenceRequired: boolean;
  /** The value they agree on or that was decided; of each reviewer where a difference is averaged. */
  readonly marks: Marks;
  /** Whether the answer came with evidence that counts today. */
  readonly hasEvidence: boolean;
  readonly cover?: Cover | undefined;
}

/** One value, or several of which the mean counts; knock-outs and what does not apply always have one. */
export type Marks = readonly [Answer, ...Answer[]];

/** Lowest scores, as decimals. */
export interface Thresholds {
  readonly suitable: string;
  readonly conditional: string;
}

/** What a score follows from. */
export type WeightedAnswer = Pick<JudgedCriterion, 'weight' | 'marks'>;

/** What a criterion adds to the score. */
export interface Contribution {
  readonly criterionId: string;
  readonly weight: number;
  /** What it follows from. */
  readonly marks: Marks;
  /** From 0 to 1, `0.5` for a half, at most four decimals; null where the criterion does not apply. */
  readonly value: string | null;
  /** Weight times value, at most four decimals; null where the criterion does not apply. */
  readonly contribution: string | null;
}

/** A knock-out that is not passed; where an exception covers it, it does not decide. */
export interface OpenKnockOut {
  readonly criterionId: string;
  readonly finding: KnockOutFinding;
  readonly cover: Cover | null;
}

export interface Judgement {
  readonly result: Result;
  /** Four decimals, for reading; null where nothing has weight. */
  readonly score: string | null;
  /** Sum of the contributions. */
  readonly points: string;
  /** Sum of the weights that apply. */
  readonly maximum: number;
  readonly contributions: readonly Contribution[];
  readonly knockOuts: readonly OpenKnockOut[];
}

/** Half points of an answer that applies. */
export const HALVES: Readonly<Record<Exclude<Answer, 'na'>, HalfPoints>> = {
  yes: 2,
  partial: 1,
  no: 0,
  unknown: 0,
};

/**
 * The outcome of an assessment. A knock-out that fails makes the candidate unsuitable and one that is
 * open leaves it undetermined, whatever the score; only a permitted exception (8(4)) stands in for
 * one, and then, as where a knock-out is met in part, the outcome is conditional at best. Otherwise
 * the score Σ(weight · value) / Σ weight decides, over what applies.
 */
export function judge(criteria: readonly JudgedCriterion[], thresholds: Thresholds): Judgement {
  const knockOuts = criteria.flatMap(openKnockOut);
  const score = scoreOf(criteria);
  const contributions = criteria.map(contributionOf);
  const applying = criteria.filter(({ marks: [value] }) => value !== 'na');
  return {
    result: resultOf(criteria, knockOuts, score, thresholds),
    score: score === undefined ? null : formatScore(score),
    points: pointsOf(applying),
    maximum: applying.reduce((sum, { weight }) => sum + weight, 0),
    contributions,
    knockOuts,
  };
}

/**
 * The outcome where candidates only pass or fail (入札): a pass mark, which is the score that is suitable, and nothing
 * below it. A knock-out met in part fails, and no exception stands in for one.
 */
export function judgeAlike(
  criteria: readonly JudgedCriterion[],
  thresholds: Thresholds,
): Judgement {
  const judgement = judge(
    criteria.map((criterion) => ({ ...criterion, cover: undefined })),
    thresholds,
  );
  return judgement.result === 'conditional' ? { ...judgement, result: 'unsuitable' } : judgement;
}

/** The score as the fraction it is; undefined where nothing has weight. */
export function scoreOf(criteria: readonly WeightedAnswer[]): ExactScore | undefined {
  return weightedMean(spread(criteria).marks);
}

/** Whether a candidate with this outcome may be selected. */
export function isEligible(result: Result): result is 'suitable' | 'conditional' {
  return result === 'suitable' || result === 'conditional';
}

function resultOf(
  criteria: readonly JudgedCriterion[],
  knockOuts: readonly OpenKnockOut[],
  score: ExactScore | undefined,
  thresholds: Thresholds,
): Result {
  const deciding = knockOuts.filter(({ cover }) => cover === null);
  if (deciding.some(({ finding }) => finding === 'failed')) return 'unsuitable';
  if (deciding.length > 0) return 'undetermined';
  const byScore = resultByScore(criteria, score, thresholds);
  const isReserved = knockOuts.length > 0 || criteria.some(isPartialKnockOut);
  return byScore === 'suitable' && isReserved ? 'conditional' : byScore;
}

function resultByScore(
  criteria: readonly JudgedCriterion[],
  score: ExactScore | undefined,
  thresholds: Thresholds,
): Result {
  // Where nothing has weight, the knock-outs alone decide; where all that has does not apply, nobody can tell.
  if (score === undefined) {
    return criteria.some(({ weight }) => weight > 0) ? 'undetermined' : 'suitable';
  }
  if (compareScore(score, thresholds.suitable) >= 0) return 'suitable';
  return compareScore(score, thresholds.conditional) >= 0 ? 'conditional' : 'unsuitable';
}

/** Whether a knock-out is met only in part. */
function isPartialKnockOut({ knockOut, marks: [value] }: JudgedCriterion): boolean {
  return knockOut && value === 'partial';
}

function openKnockOut(criterion: JudgedCriterion): OpenKnockOut[] {
  const finding = criterion.knockOut ? findingOf(criterion) : undefined;
  if (finding === undefined) return [];
  return [{ criterionId: criterion.criterionId, finding, cover: criterion.cover ?? null }];
}

function findingOf({
  marks: [value],
  evidenceRequired,
  hasEvidence,
}: JudgedCriterion): KnockOutFinding | undefined {
  if (value === 'no') return 'failed';
  if (value === 'unknown') return 'unknown';
  return value !== 'na' && evidenceRequired && !hasEvidence ? 'without-evidence' : undefined;
}

function contributionOf(criterion: JudgedCriterion): Contribution {
  const { criterionId, weight, marks } = criterion;
  const isApplying = marks[0] !== 'na';
  return {
    ...{ criterionId, weight, marks },
    value: isApplying ? pointsOf([{ weight: 1, marks }]) : null,
    contribution: isApplying ? pointsOf([{ weight, marks }]) : null,
  };
}

/** Σ weight · value as a decimal: 3 times a half as `1.5`. */
function pointsOf(criteria: readonly WeightedAnswer[]): string {
  const { marks, parts } = spread(criteria);
  const halves = marks.reduce((sum, mark) => sum + mark.weight * mark.halves, 0);
  const points = formatScore({ numerator: BigInt(halves), denominator: BigInt(2 * parts) });
  return points.replace(/\.?0+$/, '');
}

/** Every criterion in as many marks as any other, so that its weight alone says how much it counts. */
function spread(criteria: readonly WeightedAnswer[]): {
  readonly marks: WeightedMark[];
  readonly parts: number;
} {
  const lengths = new Set(criteria.map(({ marks }) => marks.length));
  const parts = [...lengths].reduce((product, length) => product * length, 1);
  const marks = criteria.flatMap((criterion) =>
    criterion.marks.flatMap((mark) => {
      if (mark === 'na') return [];
      const one = { weight: criterion.weight, halves: HALVES[mark] };
      return Array.from({ length: parts / criterion.marks.length }, () => one);
    }),
  );
  return { marks, parts };
}
