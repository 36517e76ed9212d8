/**
 * Where an obligation stands. `pending`: its phase has not come. `open`: unproven. `overdue`:
 * unproven past its due date. `breached`: a record shows it was violated and not yet remedied.
 * `excepted`: a permitted exception stands in for it. `met`: a record proves it today.
 */
export const OBLIGATION_STATES = [
  'not-applicable',
  'pending',
  'open',
  'met',
  'overdue',
  'breached',
  'excepted',
] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** What a record does to an obligation. */
export const PROOF_EFFECTS = ['proves', 'excepts', 'breaches'] as const;
export type ProofEffect = (typeof PROOF_EFFECTS)[number];

/** The time in which a record has its effect; days are `YYYY-MM-DD`, ends included. */
export interface ProofInterval {
  readonly effect: ProofEffect;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** From this day on it counts no more. */
  readonly voidedOn: string | null;
}

/** Everything the state depends on besides the day. */
export interface ObligationFacts {
  /** The day its phase began; null while it has not come. */
  readonly openedOn: string | null;
  readonly dueOn: string | null;
  /** The day it was decided, with a reason, that the duty does not arise here. */
  readonly notApplicableOn: string | null;
  readonly proofs: readonly ProofInterval[];
}

/**
 * The state on a day, past days included. Time alone moves it: a certificate or an exception lapses,
 * a due date passes.
 */
export function stateOn(day: string, obligation: ObligationFacts): ObligationState {
  const { notApplicableOn, proofs } = obligation;
  if (notApplicableOn !== null && notApplicableOn <= day) return 'not-applicable';
  const effects = new Set(
    proofs.filter((proof) => holdsOn(day, proof)).map(({ effect }) => effect),
  );
  if (effects.has('breaches')) return 'breached';
  if (effects.has('proves')) return 'met';
  if (effects.has('excepts')) return 'excepted';
  return unprovenState(day, obligation);
}

/**
 * The day whose states an engagement shows: today, or the day it ended, since what lapses later no
 * longer concerns it.
 */
export function ledgerDay(today: string, closedOn: string | null): string {
  return closedOn !== null && closedOn < today ? closedOn : today;
}

function unprovenState(day: string, { openedOn, dueOn }: ObligationFacts): ObligationState {
  if (openedOn === null || openedOn > day) return 'pending';
  return dueOn !== null && dueOn < day ? 'overdue' : 'open';
}

/** Whether a gate may open as far as this state is concerned: all of means all. */
export function opensGate(state: ObligationState): boolean {
  return state === 'met' || state === 'excepted' || state === 'not-applicable';
}

/** Whether a proof counts on a day. */
export function holdsOn(day: string, { validFrom, validUntil, voidedOn }: ProofInterval): boolean {
  if (voidedOn !== null && voidedOn <= day) return false;
  return validFrom <= day && (validUntil === null || day <= validUntil);
}
