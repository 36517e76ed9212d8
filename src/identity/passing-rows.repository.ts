import { Injectable } from '@nestjs/common';
import { dropLapsedKeys } from '../shared/persistence/idempotency.js';
import { NOBODY, type Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { execute, type Tx } from '../shared/persistence/tx.js';

/** The moment before which rows are of no more use, and how many are taken away at a time. */
export interface Purge {
  readonly before: Date;
  readonly limit: number;
}

/** Takes away at most so many rows of an owner that nobody else is at. @returns how many went */
export type Drop = (tx: Tx, scope: Scope, purge: Purge) => Promise<number>;

/**
 * A session none of whose tokens is good any more, with the refresh tokens it spent: as long as one could
 * still be sent, the ones before it tell that it is in two hands.
 */
const DROP_SESSIONS = `
  WITH over AS (
    SELECT id FROM sessions
    WHERE organization_id = $1 AND access_expires_at < $2 AND refresh_expires_at < $2
    LIMIT $3 FOR UPDATE SKIP LOCKED),
  spent AS (
    DELETE FROM spent_refresh_tokens t USING over WHERE t.organization_id = $1 AND t.session_id = over.id),
  gone AS (
    DELETE FROM sessions s USING over WHERE s.organization_id = $1 AND s.id = over.id RETURNING 1)
  SELECT count(*)::integer AS count FROM gone`;

/** What identity keeps for a while only. */
@Injectable()
export class PassingRowsRepository {
  /** Everything that passes, each kind by itself. */
  readonly kinds: readonly Drop[] = [
    dropBy('sessions-purge', DROP_SESSIONS),
    dropBy('sign-in-tickets-purge', dropExpired('sign_in_tickets')),
    dropBy('provider-sign-ins-purge', dropExpired('provider_sign_ins')),
    // The window of an idempotency key is that of the database's clock.
    dropLapsed,
  ];

  constructor(private readonly transactor: Transactor) {}

  /** Everybody who has people that sign in: no other rows pass. */
  async owners(): Promise<readonly string[]> {
    const rows = await this.transactor.readOne<{ organizationId: string }>(NOBODY, {
      name: 'sign-in-owners',
      text: `SELECT DISTINCT organization_id AS "organizationId" FROM sign_in_addresses`,
      values: [],
    });
    return rows.map(({ organizationId }) => organizationId);
  }
}

const dropLapsed: Drop = (tx, _scope, { limit }) => dropLapsedKeys(tx, limit);

function dropExpired(table: 'sign_in_tickets' | 'provider_sign_ins'): string {
  return `
  WITH over AS (
    SELECT token_hash FROM ${table}
    WHERE organization_id = $1 AND expires_at < $2 LIMIT $3 FOR UPDATE SKIP LOCKED),
  gone AS (
    DELETE FROM ${table} t USING over
    WHERE t.organization_id = $1 AND t.token_hash = over.token_hash RETURNING 1)
  SELECT count(*)::integer AS count FROM gone`;
}

function dropBy(name: string, text: string): Drop {
  return async (tx, { organizationId }, { before, limit }) => {
    const values = [organizationId, before.toISOString(), limit];
    const [row] = await execute<{ count: number }>(tx, { name, text, values });
    return row?.count ?? 0;
  };
}
