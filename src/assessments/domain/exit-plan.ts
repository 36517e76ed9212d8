import { formatScore } from '../../shared/domain/decimal-score.js';

/** How the body gets out of the service, at its end or where it is interrupted (9(2)③ウ). */
export interface ExitPlan {
  /** Formats in which the information is handed back, e.g. CSV. */
  readonly formats: readonly string[];
  /** Days of notice before the provider ends the service. */
  readonly noticeDays: number | null;
  /** Whether the migration is helped with. */
  readonly helpOffered: boolean;
  /** Days for which the old service runs beside the new one. */
  readonly parallelDays: number | null;
  /** What is done where the service is interrupted. */
  readonly interruptionMeasures: string | null;
  /** Days for which the information is kept after the end, to be fetched. */
  readonly retentionDays: number | null;
}

/** What an exit plan is looked at for. */
export const EXIT_PARTS = ['formats', 'notice', 'help', 'parallel-run', 'interruption'] as const;
export type ExitPart = (typeof EXIT_PARTS)[number];

/** How a part of the plan compares with what the availability class needs. */
export interface WeighedPart {
  readonly part: ExitPart;
  /** Days needed; null where none are counted. */
  readonly neededDays: number | null;
  readonly isMet: boolean;
}

export interface WeighedExitPlan {
  /** The parts the availability class asks for. */
  readonly parts: readonly WeighedPart[];
  /** The share of them that is met, in four decimals. */
  readonly score: string;
}

/**
 * Days of notice and of running beside each other: limits of the product, since no article names any. Three months is what a
 * body needs to procure another service that it cannot do without.
 */
const NEEDED = {
  vital: { notice: 90, parallel: 30 },
  ordinary: { notice: 30 },
} as const;

/** Whether the information is of a class of availability that the work cannot do without. */
export function isVital(facts: readonly string[]): boolean {
  return facts.includes('availability-critical');
}

/**
 * Weighs an exit plan against the availability class (9(2)③ウ). What may stand still for a while needs its information back and
 * time to look for another service; what may not needs help, a time in which both run, and measures for an interruption.
 */
export function weighExitPlan(plan: ExitPlan, isVital: boolean): WeighedExitPlan {
  const parts = isVital ? [...ordinaryParts(plan, true), ...vitalParts(plan)] : ordinaryParts(plan);
  const met = parts.filter(({ isMet }) => isMet).length;
  const score = formatScore({ numerator: BigInt(met), denominator: BigInt(parts.length) });
  return { parts, score };
}

function ordinaryParts({ formats, noticeDays }: ExitPlan, isVital = false): WeighedPart[] {
  const { notice } = isVital ? NEEDED.vital : NEEDED.ordinary;
  return [
    { part: 'formats', neededDays: null, isMet: formats.length > 0 },
    { part: 'notice', neededDays: notice, isMet: (noticeDays ?? 0) >= notice },
  ];
}

function vitalParts({ helpOffered, parallelDays, interruptionMeasures }: ExitPlan): WeighedPart[] {
  const { parallel } = NEEDED.vital;
  return [
    { part: 'help', neededDays: null, isMet: helpOffered },
    { part: 'parallel-run', neededDays: parallel, isMet: (parallelDays ?? 0) >= parallel },
    { part: 'interruption', neededDays: null, isMet: interruptionMeasures !== null },
  ];
}
