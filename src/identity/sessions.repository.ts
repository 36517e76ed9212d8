import { Injectable } from '@nestjs/common';
import { AUTHORIZING_OFFICIAL_SETTING, type SettingValue } from '../policies/index.js';
import type { HeldPost } from '../shared/authorization/caller.js';
import type { SecondFactorGiven, SecondFactorKind } from '../shared/authorization/second-factor.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { policyInForce } from './policy-in-force-sql.js';
import { Session } from './session.entity.js';

/** A good session with what its person holds today. */
export interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly expiresAt: string;
  readonly policyVersionId: string | null;
  /** Whether the account is a firm's, and no body's. */
  readonly isFirm: boolean;
  readonly posts: readonly HeldPost[];
  readonly secondFactor: SecondFactorGiven | null;
  /** Whom the body named as its authorizing official; null where it named nobody. */
  readonly authorizingOfficial: SettingValue | null;
}

const ROTATE = `
  WITH rotated AS (
    UPDATE sessions s SET access_token_hash = $3, access_expires_at = $4, refresh_token_hash = $5
    FROM people h
    WHERE s.organization_id = $1 AND s.refresh_token_hash = $2 AND s.revoked_at IS NULL AND s.refresh_expires_at > $6
      AND h.organization_id = s.organization_id AND h.id = s.person_id
      AND coalesce(h.ended_on, 'infinity') >= $7
    RETURNING s.id),
  spent AS (
    INSERT INTO spent_refresh_tokens (organization_id, token_hash, session_id, spent_at)
    SELECT $1, $2, id, $6 FROM rotated)
  SELECT id FROM rotated`;

const END_REUSED = `
  UPDATE sessions s SET revoked_at = $3
  FROM spent_refresh_tokens t
  WHERE t.organization_id = $1 AND t.token_hash = $2
    AND s.organization_id = t.organization_id AND s.id = t.session_id AND s.revoked_at IS NULL
  RETURNING s.id AS "sessionId", s.person_id AS "personId"`;

const FIND = `
  SELECT s.id AS "sessionId", s.person_id AS "personId", s.access_expires_at AS "expiresAt",
    s.second_factor AS "secondFactor",
    (SELECT g.value FROM organization_settings g
      WHERE g.organization_id = s.organization_id AND g.setting_id = $5) AS "authorizingOfficial",
    ${policyInForce('s', '$3')},
    (SELECT o.type = 'firm' FROM organizations o WHERE o.organization_id = s.organization_id) AS "isFirm",
    (SELECT coalesce(json_agg(json_build_object(
        'postId', p.id, 'roleId', p.role_id, 'unitId', p.unit_id, 'acting', p.acting) ORDER BY p.id), '[]')
      FROM posts p
      WHERE p.organization_id = s.organization_id AND p.person_id = s.person_id
        AND p.valid_from <= $3 AND coalesce(p.valid_until, 'infinity') >= $3) AS posts
  FROM sessions s JOIN people h ON h.organization_id = s.organization_id AND h.id = s.person_id
  WHERE s.organization_id = $1 AND s.access_token_hash = $2
    AND s.access_expires_at > $4 AND s.revoked_at IS NULL
    AND coalesce(h.ended_on, 'infinity') >= $3`;

@Injectable()
export class SessionsRepository {
  constructor(private readonly transactor: Transactor) {}

  async find(
    token: { readonly organizationId: string; readonly hash: string },
    today: string,
    now: Date,
  ): Promise<SignedIn | undefined> {
    const [row] = await this.transactor.readOne<SignedIn>(token, {
      name: 'session-by-token',
      text: FIND,
      values: [
        token.organizationId,
        token.hash,
        today,
        now.toISOString(),
        AUTHORIZING_OFFICIAL_SETTING,
      ],
    });
    return row;
  }

  async insert(tx: Tx, session: Omit<Session, 'revokedAt'>): Promise<void> {
    await tx.insert(Session, session);
  }

  /**
   * Swaps the tokens of a session whose refresh token this still is and whose person still serves;
   * the old ones die at once. Returns the session.
   */
  async rotate(
    tx: Tx,
    token: { readonly organizationId: string; readonly hash: string },
    next: Pick<Session, 'accessTokenHash' | 'accessExpiresAt' | 'refreshTokenHash'>,
    at: { readonly now: Date; readonly today: string },
  ): Promise<string | undefined> {
    const [row] = await execute<{ id: string }>(tx, {
      name: 'session-rotate',
      text: ROTATE,
      values: [
        token.organizationId,
        token.hash,
        next.accessTokenHash,
        next.accessExpiresAt,
        next.refreshTokenHash,
        at.now.toISOString(),
        at.today,
      ],
    });
    return row?.id;
  }

  /** Ends the session whose refresh token was spent before. Returns it, if it was still good. */
  async endReused(
    tx: Tx,
    token: { readonly organizationId: string; readonly hash: string },
    now: Date,
  ): Promise<{ readonly sessionId: string; readonly personId: string } | undefined> {
    const [row] = await execute<{ sessionId: string; personId: string }>(tx, {
      name: 'session-end-reused',
      text: END_REUSED,
      values: [token.organizationId, token.hash, now.toISOString()],
    });
    return row;
  }

  /** The session counts as one with a second factor from now on. Tells whether it is still good. */
  async giveSecondFactor(
    tx: Tx,
    { organizationId, id }: Pick<Session, 'organizationId' | 'id'>,
    kind: SecondFactorKind,
  ): Promise<boolean> {
    const rows = await execute(tx, {
      name: 'session-give-second-factor',
      text: `UPDATE sessions SET second_factor = coalesce(second_factor, $3)
             WHERE organization_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id`,
      values: [organizationId, id, kind],
    });
    return rows.length === 1;
  }

  /** Ends every session of a person, save one where it is named, and what was about to become one. */
  async revokeAll(
    tx: Tx,
    { organizationId, personId }: Pick<Session, 'organizationId' | 'personId'>,
    save: string | null,
    now: Date,
  ): Promise<void> {
    await execute(tx, {
      name: 'sessions-revoke-all',
      text: `WITH waiting AS (
               DELETE FROM sign_in_tickets WHERE organization_id = $1 AND person_id = $2)
             UPDATE sessions SET revoked_at = $4
             WHERE organization_id = $1 AND person_id = $2 AND revoked_at IS NULL
               AND ($3::uuid IS NULL OR id <> $3)`,
      values: [organizationId, personId, save, now.toISOString()],
    });
  }

  async revoke(tx: Tx, organizationId: string, id: string, now: Date): Promise<void> {
    await tx.update(Session, { organizationId, id }, { revokedAt: now.toISOString() });
  }
}
