import { Injectable } from '@nestjs/common';
import { refusing } from '../shared/persistence/constraint-violation.js';
import { execute, type Tx } from '../shared/persistence/tx.js';
import type { CredentialKey } from './credentials.repository.js';
import { SecondFactorRefused } from './domain/second-factor.errors.js';
import { SecondFactor } from './second-factor.entity.js';
import { SignInTicket } from './sign-in-ticket.entity.js';

/** A second factor by its key. */
export type SecondFactorKey = Pick<SecondFactor, 'organizationId' | 'id'>;

/** What changes when a second factor is used. */
export type SecondFactorUse = Pick<SecondFactor, 'lastUsedAt'> &
  Partial<Pick<SecondFactor, 'lastStep' | 'counter'>>;

const COLUMNS = `organization_id AS "organizationId", id, person_id AS "personId", kind, label,
  sealed_secret AS "sealedSecret", last_step AS "lastStep", challenge, credential_id AS "credentialId",
  public_key AS "publicKey", counter, transports, registered_at AS "registeredAt",
  confirmed_at AS "confirmedAt", last_used_at AS "lastUsedAt", ended_at AS "endedAt"`;

/** Second factors and the sign-ins that wait for one. Whoever writes them holds the person's credential locked. */
@Injectable()
export class SecondFactorsRepository {
  /** Those that count, the first registered first. */
  async standing(tx: Tx, { organizationId, personId }: CredentialKey): Promise<SecondFactor[]> {
    return execute<SecondFactor>(tx, {
      name: 'second-factors-standing',
      text: `SELECT ${COLUMNS} FROM second_factors
             WHERE organization_id = $1 AND person_id = $2 AND ended_at IS NULL AND confirmed_at IS NOT NULL
             ORDER BY id`,
      values: [organizationId, personId],
    });
  }

  /** One that was registered since and not confirmed yet. */
  async unconfirmed(
    tx: Tx,
    { organizationId, personId, id }: CredentialKey & SecondFactorKey,
    since: Date,
  ): Promise<SecondFactor | undefined> {
    const [row] = await execute<SecondFactor>(tx, {
      name: 'second-factor-unconfirmed',
      text: `SELECT ${COLUMNS} FROM second_factors
             WHERE organization_id = $1 AND person_id = $2 AND id = $3 AND ended_at IS NULL
               AND confirmed_at IS NULL AND registered_at > $4`,
      values: [organizationId, personId, id, since.toISOString()],
    });
    return row;
  }

  async dropUnconfirmed(tx: Tx, { organizationId, personId }: CredentialKey): Promise<void> {
    await execute(tx, {
      name: 'second-factors-drop-unconfirmed',
      text: `DELETE FROM second_factors WHERE organization_id = $1 AND person_id = $2 AND confirmed_at IS NULL`,
      values: [organizationId, personId],
    });
  }

  async insert(tx: Tx, factor: Omit<SecondFactor, 'endedAt' | 'lastUsedAt'>): Promise<void> {
    await tx.insert(SecondFactor, factor);
  }

  /** @throws SecondFactorRefused where the security key is registered already */
  async confirm(
    tx: Tx,
    { organizationId, id }: SecondFactorKey,
    confirmed: Partial<SecondFactor>,
  ): Promise<void> {
    await refusing({ uq_second_factors_credential: () => new SecondFactorRefused() }, () =>
      tx.update(SecondFactor, { organizationId, id }, { ...confirmed, challenge: null }),
    );
  }

  async keepUse(
    tx: Tx,
    { organizationId, id }: SecondFactorKey,
    use: SecondFactorUse,
  ): Promise<void> {
    await tx.update(SecondFactor, { organizationId, id }, use);
  }

  async end(tx: Tx, { organizationId, id }: SecondFactorKey, now: Date): Promise<void> {
    const ended = { endedAt: now.toISOString(), sealedSecret: null };
    await tx.update(SecondFactor, { organizationId, id }, ended);
  }

  async keepTicket(tx: Tx, ticket: SignInTicket): Promise<void> {
    await tx.insert(SignInTicket, ticket);
  }

  /** Takes a ticket away, good or expired; undefined where it is unknown or was used. */
  async takeTicket(
    tx: Tx,
    token: { readonly organizationId: string; readonly hash: string },
  ): Promise<Pick<SignInTicket, 'personId' | 'challenge' | 'expiresAt'> | undefined> {
    const [row] = await execute<Pick<SignInTicket, 'personId' | 'challenge' | 'expiresAt'>>(tx, {
      name: 'sign-in-ticket-take',
      text: `DELETE FROM sign_in_tickets WHERE organization_id = $1 AND token_hash = $2
             RETURNING person_id AS "personId", challenge, expires_at AS "expiresAt"`,
      values: [token.organizationId, token.hash],
    });
    return row;
  }

  async dropExpiredTickets(
    tx: Tx,
    { organizationId, personId }: CredentialKey,
    now: Date,
  ): Promise<void> {
    await execute(tx, {
      name: 'sign-in-tickets-drop-expired',
      text: `DELETE FROM sign_in_tickets WHERE organization_id = $1 AND person_id = $2 AND expires_at <= $3`,
      values: [organizationId, personId, now.toISOString()],
    });
  }
}
