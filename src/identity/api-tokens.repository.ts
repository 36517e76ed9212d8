import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/domain/domain-error.js';
import type { Position } from '../shared/http/page.js';
import { instant } from '../shared/persistence/instant-sql.js';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { ApiToken } from './api-token.entity.js';
import { policyInForce } from './policy-in-force-sql.js';
import type { TokenKey } from './tokens.js';

/** A token as its administrator sees it: all but the token. */
export type ApiTokenRow = Omit<ApiToken, 'organizationId' | 'tokenHash'> & {
  readonly systemName: string;
};

/** A good token, and under which policy it is used. */
export interface TokenInUse {
  readonly id: string;
  readonly systemId: string;
  readonly scopes: readonly string[];
  readonly policyVersionId: string | null;
  /** Whether its last use is to be noted: it was not, for a minute. */
  readonly isUnnoted: boolean;
}

const COLUMNS = `t.id, t.system_id AS "systemId", h.name AS "systemName", t.scopes, t.issued_by AS "issuedBy",
  ${instant('t.issued_at')} AS "issuedAt", t.expires_on AS "expiresOn",
  ${instant('t.last_used_at')} AS "lastUsedAt", ${instant('t.revoked_at')} AS "revokedAt"`;

const ROWS = `FROM api_tokens t JOIN people h ON h.organization_id = t.organization_id AND h.id = t.system_id`;

const LIST = `SELECT ${COLUMNS} ${ROWS}
  WHERE t.organization_id = $1 AND ($2::uuid IS NULL OR t.id > $2) ORDER BY t.id LIMIT $3`;

const LOCK = `SELECT ${COLUMNS} ${ROWS} WHERE t.organization_id = $1 AND t.id = $2 FOR UPDATE OF t`;

const FIND = `SELECT t.id, t.system_id AS "systemId", t.scopes,
    coalesce(t.last_used_at, '-infinity') < $4::timestamptz - interval '1 minute' AS "isUnnoted",
    ${policyInForce('t', '$3')}
  ${ROWS}
  WHERE t.organization_id = $1 AND t.token_hash = $2 AND t.revoked_at IS NULL AND t.expires_on >= $3
    AND coalesce(h.ended_on, 'infinity') >= $3`;

@Injectable()
export class ApiTokensRepository {
  constructor(private readonly transactor: Transactor) {}

  /** The token of a hash, if it is good on the day. */
  async find(key: TokenKey, today: string, now: Date): Promise<TokenInUse | undefined> {
    const [row] = await this.transactor.readOne<TokenInUse>(key, {
      name: 'api-token-by-hash',
      text: FIND,
      values: [key.organizationId, key.hash, today, now.toISOString()],
    });
    return row;
  }

  async insert(
    tx: Tx,
    { organizationId }: Scope,
    { systemName: _, ...row }: ApiTokenRow,
    tokenHash: string,
  ): Promise<void> {
    await tx.insert(ApiToken, { ...row, organizationId, tokenHash });
  }

  list(
    tx: Tx,
    { organizationId }: Scope,
    limit: number,
    after: Position | undefined,
  ): Promise<ApiTokenRow[]> {
    return execute<ApiTokenRow & Record<string, unknown>>(tx, {
      name: 'api-token-list',
      text: LIST,
      values: [organizationId, after?.id ?? null, limit],
    });
  }

  /** @throws NotFound */
  async lock(tx: Tx, { organizationId }: Scope, id: string): Promise<ApiTokenRow> {
    const [row] = await execute<ApiTokenRow & Record<string, unknown>>(tx, {
      name: 'api-token-lock',
      text: LOCK,
      values: [organizationId, id],
    });
    if (row === undefined) throw new NotFound();
    return row;
  }

  async revoke(tx: Tx, { organizationId }: Scope, id: string, revokedAt: string): Promise<void> {
    await tx.update(ApiToken, { organizationId, id }, { revokedAt });
  }

  async noteUse(tx: Tx, { organizationId }: Scope, id: string, now: Date): Promise<void> {
    await execute(tx, {
      name: 'api-token-note-use',
      text: 'UPDATE api_tokens SET last_used_at = $3 WHERE organization_id = $1 AND id = $2',
      values: [organizationId, id, now.toISOString()],
    });
  }
}
