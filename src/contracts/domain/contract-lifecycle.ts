import { defineLifecycle } from '../../shared/domain/state-machine.js';

/** `ended`: the contract ended, in its time or before it. One whose last day has passed stays `signed`. */
export const CONTRACT_STATUSES = ['draft', 'signed', 'ended'] as const;
export type ContractStatus = (typeof CONTRACT_STATUSES)[number];

export const CONTRACT_LIFECYCLE = defineLifecycle({
  initial: 'draft',
  next: {
    draft: ['signed'],
    signed: ['ended'],
    ended: [],
  } as const satisfies Record<ContractStatus, readonly ContractStatus[]>,
});

export const END_REASONS = [
  'completed',
  'by-agreement',
  'budget-cut',
  'breach',
  'vendor-failure',
  'other',
] as const;
export type EndReason = (typeof END_REASONS)[number];
