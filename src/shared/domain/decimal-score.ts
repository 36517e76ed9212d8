import { DomainError } from './domain-error.js';

/** Twice the value of an answer, so that a half stays whole: yes 2, partial 1, no or unknown 0. */
export type HalfPoints = 0 | 1 | 2;

export interface WeightedMark {
  /** A whole number from 0. */
  readonly weight: number;
  readonly halves: HalfPoints;
}

/** A score from 0 to 1 as the fraction it is, never rounded. The denominator is positive. */
export interface ExactScore {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export class DecimalInvalid extends DomainError {
  readonly code = 'decimal.invalid';
  readonly kind = 'invalid';
  readonly title = { ja: '数値に誤りがあります', en: 'Not a decimal number' };
}

const PRINTED_DECIMALS = 4;

/** Σ(weight · value) / Σ weight, or undefined where nothing has weight. */
export function weightedMean(marks: readonly WeightedMark[]): ExactScore | undefined {
  const denominator = sum(marks.map(({ weight }) => 2n * BigInt(weight)));
  if (denominator === 0n) return undefined;
  return {
    numerator: sum(marks.map(({ weight, halves }) => BigInt(weight) * BigInt(halves))),
    denominator,
  };
}

/**
 * Negative, 0 or positive as the score is below, at or above a threshold such as `0.80`.
 * @throws DecimalInvalid unless the threshold is plain digits with at most one point
 */
export function compareScore(score: ExactScore, threshold: string): number {
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(threshold) ?? [];
  if (whole === '')
    throw new DecimalInvalid({
      ja: '小数は 0.80 のように書いてください。',
      en: 'A decimal number is written like 0.80.',
    });
  const scale = 10n ** BigInt(decimals.length);
  const difference = score.numerator * scale - BigInt(whole + decimals) * score.denominator;
  return Number(difference > 0n) - Number(difference < 0n);
}

/** The score with four decimals, half rounded up. For reading: a decision compares the score itself. */
export function formatScore({ numerator, denominator }: ExactScore): string {
  const scale = 10n ** BigInt(PRINTED_DECIMALS);
  const rounded = (2n * numerator * scale + denominator) / (2n * denominator);
  const decimals = String(rounded % scale).padStart(PRINTED_DECIMALS, '0');
  return `${String(rounded / scale)}.${decimals}`;
}

function sum(terms: readonly bigint[]): bigint {
  return terms.reduce((total, term) => total + term, 0n);
}
