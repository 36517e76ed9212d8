import type { EngagementStatus } from '../../engagements/index.js';

/** What is stored of an entry: what a decision or a change of content made of it. */
export const ENTRY_STANDINGS = ['approved', 're-review', 'voided'] as const;
export type EntryStanding = (typeof ENTRY_STANDINGS)[number];

/**
 * Where an approved cloud service (承認済みクラウドサービス) stands, as its ledger shows it. It follows
 * from the entry, the engagement that uses the service, and the clock.
 */
export const ENTRY_STATUSES = [
  'approved',
  'in-use',
  're-review',
  'suspended',
  'retired',
  'voided',
] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

const ENDED: readonly EngagementStatus[] = ['closed', 'cancelled'];
const BEFORE_USE: readonly EngagementStatus[] = [
  'planned',
  'specified',
  'selecting',
  'selected',
  'contracting',
  'contracted',
];

/** The status on a day. Past its review day an approval is up for re-review; use goes on. */
export function entryStatusOn(
  day: string,
  entry: { readonly standing: EntryStanding; readonly reviewOn: string },
  engagement: EngagementStatus,
): EntryStatus {
  if (entry.standing === 'voided') return 'voided';
  if (ENDED.includes(engagement)) return 'retired';
  if (engagement === 'suspended') return 'suspended';
  if (entry.standing === 're-review' || entry.reviewOn < day) return 're-review';
  return BEFORE_USE.includes(engagement) ? 'approved' : 'in-use';
}
