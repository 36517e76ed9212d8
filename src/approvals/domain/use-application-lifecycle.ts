import { defineLifecycle } from '../../shared/domain/state-machine.js';

/**
 * Where an application for cloud use (利用申請) stands. `voided`: approved once, but what the approval
 * rested on changed, or a later approval of the same engagement took its place. `revoked`: approved once,
 * and taken back by whoever decides on cloud use.
 */
export const USE_APPLICATION_STATUSES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
  'voided',
  'revoked',
] as const;
export type UseApplicationStatus = (typeof USE_APPLICATION_STATUSES)[number];

/** What the authorizing official may decide. */
export const DECISION_OUTCOMES = ['approve', 'return', 'reject'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** The life of a use application. */
export const USE_APPLICATION = defineLifecycle({
  initial: 'draft',
  next: {
    draft: ['submitted', 'withdrawn'],
    submitted: ['approved', 'returned', 'rejected', 'withdrawn'],
    returned: ['submitted', 'withdrawn'],
    approved: ['voided', 'revoked'],
    rejected: [],
    withdrawn: [],
    voided: [],
    revoked: [],
  } as const satisfies Record<UseApplicationStatus, readonly UseApplicationStatus[]>,
});

/** Statuses in which an application still waits for something; an engagement has one such at most. */
export const UNDECIDED = [
  'draft',
  'submitted',
  'returned',
] as const satisfies readonly UseApplicationStatus[];

const STATUS_AFTER = {
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
} as const satisfies Record<DecisionOutcome, UseApplicationStatus>;

export function statusAfter(outcome: DecisionOutcome): UseApplicationStatus {
  return STATUS_AFTER[outcome];
}
