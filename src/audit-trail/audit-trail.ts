import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import { canonicalJson } from '../shared/domain/canonical-json.js';
import { sha256Hex } from '../shared/hashing.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';

/** Who an entry names: a caller, or the service itself in an organization. */
export interface Actor extends Pick<Caller, 'organizationId' | 'posts'> {
  /** Null for the service itself. */
  readonly personId: string | null;
}

/** What happened to what. */
export interface Change {
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The subject before and after; left out where there is none. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The entry, and that it is not sealed yet. */
const APPEND = `WITH entry AS (INSERT INTO audit_trail
  (organization_id, id, recorded_at, person_id, roles, action, subject_kind, subject_id, before_hash, after_hash, facts)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING organization_id, id)
  INSERT INTO unsealed_entries (organization_id, entry_id) SELECT organization_id, id FROM entry`;

/** The append-only history. An entry is written in the transaction of the change it tells of. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: SystemClock) {}

  async append(tx: Tx, actor: Actor, change: Change): Promise<void> {
    await execute(tx, {
      name: 'audit-trail-append',
      text: APPEND,
      values: [
        actor.organizationId,
        uuidv7(),
        this.clock.now().toISOString(),
        actor.personId,
        [...new Set(actor.posts.map((post) => post.roleId))],
        change.action,
        change.subject.kind,
        change.subject.id,
        hashOf(change.before),
        hashOf(change.after),
        JSON.stringify({ ...actingFact(actor), ...change.facts }),
      ],
    });
  }
}

/** The roles that the actor holds in place of the holder alone (職務代理), where there are any. */
function actingFact({ posts }: Actor): { readonly acting?: readonly string[] } {
  const own = new Set(posts.filter(({ acting }) => !acting).map(({ roleId }) => roleId));
  const acting = new Set(posts.map(({ roleId }) => roleId).filter((role) => !own.has(role)));
  return acting.size > 0 ? { acting: [...acting] } : {};
}

function hashOf(subject: unknown): string | null {
  return subject === undefined ? null : sha256Hex(canonicalJson(subject));
}
