import { defineLifecycle } from '../../shared/domain/state-machine.js';

/**
 * Where a hop of the chain (再委託) stands. `voided`: approved once, but what was approved changed, or the
 * firm that passed the work on left. `unauthorized`: found at work without approval; that it was stays on
 * record whatever becomes of it.
 */
export const SUBCONTRACT_STATUSES = [
  'draft',
  'applied',
  'under-review',
  'returned',
  'approved',
  'effective',
  'rejected',
  'withdrawn',
  'voided',
  'revoked',
  'unauthorized',
  'ended',
] as const;
export type SubcontractStatus = (typeof SUBCONTRACT_STATUSES)[number];

/** What whoever approves re-subcontracting may decide on an application. */
export const SUBCONTRACT_OUTCOMES = ['approve', 'return', 'reject'] as const;
export type SubcontractOutcome = (typeof SUBCONTRACT_OUTCOMES)[number];

/**
 * What is decided about a hop: that its application is complete, on the application, or to take an approval
 * back.
 */
export const DECIDED_OUTCOMES = ['complete', ...SUBCONTRACT_OUTCOMES, 'revoke'] as const;
export type DecidedOutcome = (typeof DECIDED_OUTCOMES)[number];

/** The life of a hop, from the application to its end. */
export const SUBCONTRACT = defineLifecycle({
  initial: 'draft',
  next: {
    draft: ['applied', 'withdrawn', 'unauthorized'],
    applied: ['under-review', 'returned', 'withdrawn', 'unauthorized'],
    'under-review': ['approved', 'returned', 'rejected', 'withdrawn', 'unauthorized'],
    returned: ['applied', 'withdrawn', 'unauthorized'],
    approved: ['effective', 'voided', 'revoked', 'ended'],
    effective: ['voided', 'revoked', 'ended'],
    rejected: ['unauthorized'],
    withdrawn: ['unauthorized'],
    voided: ['applied', 'ended', 'unauthorized'],
    revoked: ['ended', 'unauthorized'],
    // Approved after the fact it goes on like any other; its discovery stays in the history.
    unauthorized: ['applied', 'ended'],
    ended: ['unauthorized'],
  } as const satisfies Record<SubcontractStatus, readonly SubcontractStatus[]>,
});

const STATUS_AFTER = {
  complete: 'under-review',
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
  revoke: 'revoked',
} as const satisfies Record<DecidedOutcome, SubcontractStatus>;

export function statusAfter(outcome: DecidedOutcome): SubcontractStatus {
  return STATUS_AFTER[outcome];
}

/** Whether an approval stands. */
export function isApproved(status: SubcontractStatus): boolean {
  return status === 'approved' || status === 'effective';
}

/** Whether what is applied for may be changed; where an approval stands it is void then. */
export function isChangeable(status: SubcontractStatus): boolean {
  return isApproved(status) || SUBCONTRACT.canMove(status, 'applied');
}
