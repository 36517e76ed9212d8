import type { ObligationState } from '../../engagements/index.js';

/** The states of a duty, the one that needs somebody first. */
export const BY_GRAVITY = [
  'breached',
  'overdue',
  'open',
  'pending',
  'excepted',
  'met',
  'not-applicable',
] as const satisfies readonly ObligationState[];

/** Owed today and nothing stands that proves it or stands in for it. */
export const UNPROVEN = ['breached', 'overdue', 'open'] as const satisfies ObligationState[];

/** Where an article stands whose duties stand so: as its worst. Undefined without a duty. */
export function gravestOf(states: readonly ObligationState[]): ObligationState | undefined {
  return BY_GRAVITY.find((state) => states.includes(state));
}

export function isUnproven(state: ObligationState): boolean {
  return (UNPROVEN as readonly ObligationState[]).includes(state);
}
