import { DomainError } from '../domain/domain-error.js';
import { execute, type Tx } from './tx.js';

/**
 * A caller's promise that this request is one and the same however often it arrives
 * (draft-ietf-httpapi-idempotency-key-header).
 */
export interface IdempotencyClaim {
  readonly personId: string;
  /** Method and route template; the same key on another route is another request. */
  readonly operation: string;
  readonly key: string;
  /** SHA-256 over path parameters, query and body. */
  readonly fingerprint: string;
  /** Told that the answer is an earlier one. */
  replayed: boolean;
}

/** The same key is being worked on at this moment. */
export class RequestInProgress extends DomainError {
  readonly code = 'idempotency.in-progress';
  readonly kind = 'conflict';
  readonly title = { ja: '同じ要求を処理中です', en: 'The same request is in progress' };

  constructor() {
    super({
      ja: '同じ Idempotency-Key の要求を処理しています。少し待ってから再送してください。',
      en: 'A request with this Idempotency-Key is being processed. Send it again in a moment.',
    });
  }
}

/** The key was used for a different request. */
export class IdempotencyKeyReused extends DomainError {
  readonly code = 'idempotency.key-reused';
  readonly kind = 'rule-violated';
  readonly title = { ja: 'Idempotency-Key が別の要求に使われています', en: 'Key used before' };

  constructor() {
    super({
      ja: 'この Idempotency-Key は内容の異なる要求に使われました。新しいキーを使ってください。',
      en: 'This Idempotency-Key was used for a request with other content. Use a new key.',
    });
  }
}

/** What was kept before this moment counts no more. */
const LAPSED = `now() - interval '24 hours'`;

interface Earlier {
  fingerprint: string;
  reply: unknown;
}

/**
 * Does the work once per claim and keeps its reply in the same transaction, so that a repetition
 * gets the first reply and a crash leaves neither work nor reply. Refusals are not kept.
 *
 * @throws RequestInProgress, IdempotencyKeyReused
 */
export async function once<T>(tx: Tx, claim: IdempotencyClaim, work: () => Promise<T>): Promise<T> {
  const key = [claim.personId, claim.operation, claim.key];
  const [lock] = await execute<{ taken: boolean }>(tx, {
    name: 'idempotency-lock',
    text: `SELECT pg_try_advisory_xact_lock(hashtextextended(current_setting('app.org') || $1 || $2 || $3, 0)) AS taken`,
    values: key,
  });
  if (lock?.taken !== true) throw new RequestInProgress();

  const [earlier] = await execute<Earlier>(tx, {
    name: 'idempotency-find',
    text: `SELECT fingerprint, reply FROM idempotency_keys
           WHERE person_id = $1 AND operation = $2 AND key = $3 AND created_at > ${LAPSED}`,
    values: key,
  });
  if (earlier !== undefined) {
    if (earlier.fingerprint !== claim.fingerprint) throw new IdempotencyKeyReused();
    claim.replayed = true;
    return earlier.reply as T;
  }

  const reply = await work();
  await execute(tx, {
    name: 'idempotency-keep',
    text: `INSERT INTO idempotency_keys (organization_id, person_id, operation, key, fingerprint, reply)
           VALUES (current_setting('app.org')::uuid, $1, $2, $3, $4, $5)
           ON CONFLICT ON CONSTRAINT pk_idempotency_keys
           DO UPDATE SET fingerprint = excluded.fingerprint, reply = excluded.reply, created_at = now()`,
    values: [...key, claim.fingerprint, JSON.stringify(reply ?? null)],
  });
  return reply;
}

/** Takes away replies that count no more, but for those somebody is at. @returns how many went */
export async function dropLapsedKeys(tx: Tx, limit: number): Promise<number> {
  const rows = await execute(tx, {
    name: 'idempotency-drop',
    text: `DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY (
             SELECT ctid FROM idempotency_keys
             WHERE organization_id = current_setting('app.org')::uuid AND created_at <= ${LAPSED}
             LIMIT $1 FOR UPDATE SKIP LOCKED)) RETURNING 1`,
    values: [limit],
  });
  return rows.length;
}
