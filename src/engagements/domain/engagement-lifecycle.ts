import { defineLifecycle } from '../../shared/domain/state-machine.js';
import type { Gate, Phase } from '../../policies/index.js';

/** The steps of an engagement (案件), from the first note of the work to its proven end. */
export const ENGAGEMENT_STATUSES = [
  'planned',
  'specified',
  'selecting',
  'selected',
  'contracting',
  'contracted',
  'active',
  'suspended',
  'accepting',
  'accepted',
  'terminating',
  'closed',
  'cancelled',
] as const;
export type EngagementStatus = (typeof ENGAGEMENT_STATUSES)[number];

/**
 * `procurement`: selection, contract, work, acceptance. `light`: use of a service under its standard
 * terms, which has no contract of the body's own and goes from application straight to use.
 */
export const COURSES = ['procurement', 'light'] as const;
export type Course = (typeof COURSES)[number];

const PROCUREMENT = defineLifecycle({
  initial: 'planned',
  next: {
    planned: ['specified', 'cancelled'],
    specified: ['selecting', 'cancelled'],
    selecting: ['selected', 'cancelled'],
    selected: ['contracting', 'selecting', 'cancelled'],
    contracting: ['contracted', 'selecting', 'cancelled'],
    // Back to selection where it fell after the signature, e.g. because the information changed.
    contracted: ['active', 'selecting', 'cancelled'],
    active: ['suspended', 'accepting', 'terminating'],
    suspended: ['active', 'accepting', 'terminating'],
    accepting: ['accepted', 'terminating'],
    accepted: ['closed'],
    terminating: ['closed'],
    closed: [],
    cancelled: [],
  } as const satisfies Record<EngagementStatus, readonly EngagementStatus[]>,
});

const LIGHT = defineLifecycle({
  initial: 'planned',
  next: {
    planned: ['active', 'cancelled'],
    active: ['suspended', 'terminating'],
    suspended: ['active', 'terminating'],
    terminating: ['closed'],
    closed: [],
    cancelled: [],
    specified: [],
    selecting: [],
    selected: [],
    contracting: [],
    contracted: [],
    accepting: [],
    accepted: [],
  } as const satisfies Record<EngagementStatus, readonly EngagementStatus[]>,
});

const LIFECYCLES = { procurement: PROCUREMENT, light: LIGHT };

const TO_SELECT: readonly Gate[] = ['specify', 'select'];
const TO_CONTRACT: readonly Gate[] = [...TO_SELECT, 'apply', 'sign', 'conclude'];

/**
 * What a step asks before it is taken: its own gates and, as what opened one may have lapsed since,
 * those of the steps before it. `active` asks again when work is resumed.
 */
const GATES_OF: Partial<Record<EngagementStatus, readonly Gate[]>> = {
  specified: ['specify'],
  selected: TO_SELECT,
  contracted: TO_CONTRACT,
  active: [...TO_CONTRACT, 'start', 'go-live'],
  accepted: ['accept'],
  closed: ['close'],
};

/** Steps that need a reason on record. */
const REASONED: readonly EngagementStatus[] = ['cancelled', 'suspended', 'terminating'];

export function nextStatuses(course: Course, from: EngagementStatus): readonly EngagementStatus[] {
  return LIFECYCLES[course].nextOf(from);
}

export function canMove(course: Course, from: EngagementStatus, to: EngagementStatus): boolean {
  return LIFECYCLES[course].canMove(from, to);
}

export function gatesOf(to: EngagementStatus): readonly Gate[] {
  return GATES_OF[to] ?? [];
}

/** Whether the work or the use begins with it, or is taken up again. */
export function goesLive(to: EngagementStatus): boolean {
  return gatesOf(to).includes('go-live');
}

export function needsReason(to: EngagementStatus): boolean {
  return REASONED.includes(to);
}

/** Whether nothing more is owed. */
export function hasEnded(status: EngagementStatus): boolean {
  return status === 'closed' || status === 'cancelled';
}

/** Whether the work has begun, so that a change of what was decided on sends it to review. */
export function hasBegun(status: EngagementStatus): boolean {
  return ['active', 'suspended', 'accepting', 'accepted', 'terminating'].includes(status);
}

/** The phases whose duties are owed in a status: those of before the work always. */
export function phasesBegun(status: EngagementStatus): readonly Phase[] {
  if (['accepting', 'accepted', 'terminating'].includes(status)) return ['before', 'during', 'end'];
  return hasBegun(status) ? ['before', 'during'] : ['before'];
}
