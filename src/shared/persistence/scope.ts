import type { IdempotencyClaim } from './idempotency.js';

/**
 * Whose rows a unit of work may see and write. It comes from the credential only, never from a
 * path, query or body; row-level security holds every statement to it.
 */
export interface Scope {
  readonly organizationId: string;
  /** Present when the caller sent an Idempotency-Key: the unit of work is then done once. */
  readonly idempotency?: IdempotencyClaim | undefined;
}

/** Nobody's rows: for the global tables only. */
export const NOBODY: Scope = { organizationId: '00000000-0000-0000-0000-000000000000' };
