import { defineLifecycle } from '../../shared/domain/state-machine.js';

/** What is stored. That a report is due or overdue follows from the day; see `standingOn`. */
export const STORED_STATUSES = [
  'scheduled',
  'submitted',
  'returned',
  'accepted',
  'waived',
  'void',
] as const;
export type StoredStatus = (typeof STORED_STATUSES)[number];

/** What is shown: a scheduled report is `due` from the day after its period ended. */
export const REPORT_STATUSES = [
  'scheduled',
  'due',
  'submitted',
  'returned',
  'accepted',
  'waived',
  'void',
] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const REPORT_LIFECYCLE = defineLifecycle({
  initial: 'scheduled',
  next: {
    scheduled: ['submitted', 'waived', 'void'],
    submitted: ['accepted', 'returned'],
    returned: ['submitted', 'waived'],
    accepted: [],
    waived: [],
    // Its period came back, because the end of the engagement was put off again.
    void: ['scheduled'],
  } as const satisfies Record<StoredStatus, readonly StoredStatus[]>,
});

/** How a report stands on a day. */
export interface Standing {
  readonly status: ReportStatus;
  /** Whether its due date passed without anything to review. */
  readonly isOverdue: boolean;
}

/** The standing on a day: time alone makes a report due and overdue. */
export function standingOn(
  day: string,
  report: {
    readonly status: StoredStatus;
    readonly periodUntil: string;
    readonly dueOn: string;
  },
): Standing {
  const { status, periodUntil, dueOn } = report;
  const isWaitedFor = status === 'scheduled' || status === 'returned';
  return {
    status: status === 'scheduled' && periodUntil < day ? 'due' : status,
    isOverdue: isWaitedFor && dueOn < day,
  };
}

/** What is said of one measure asked for in the contract. */
export interface MeasurePerformed {
  /** Key of the article the measure serves. */
  readonly articleKey?: string;
  readonly status: 'performed' | 'not-performed';
  readonly note: string;
}
