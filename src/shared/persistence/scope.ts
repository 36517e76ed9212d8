import type { IdempotencyClaim } from './idempotency.js';

/**
 * Whose rows a unit of work may see and write. It comes from the credential only, never from a
 * path, query or body; row-level security holds every statement to it.
 */
export interface Scope {
  /** The body or, for what a vendor's own people keep, the firm. */
  readonly organizationId: string;
  /** The firm whose people ask: they also see the rows of bodies that are shared with it. */
  readonly firmId?: string | undefined;
  /** Present when the caller sent an Idempotency-Key: the unit of work is then done once. */
  readonly idempotency?: IdempotencyClaim | undefined;
}

/** Nobody's rows: for the global tables only. */
export const NOBODY: Scope = { organizationId: '00000000-0000-0000-0000-000000000000' };
