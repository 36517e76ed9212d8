import { defineLifecycle } from '../../shared/domain/state-machine.js';

export const SEVERITIES = ['major', 'minor', 'observation'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** `verified`: the correction was found effective, and the finding is closed. */
export const FINDING_STATUSES = ['open', 'planned', 'implemented', 'verified'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** A correction found not effective opens the finding again. */
export const FINDING_LIFECYCLE = defineLifecycle({
  initial: 'open',
  next: {
    open: ['planned', 'implemented'],
    planned: ['planned', 'implemented'],
    implemented: ['verified', 'open'],
    verified: [],
  } as const satisfies Record<FindingStatus, readonly FindingStatus[]>,
});
