import { Injectable } from '@nestjs/common';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { Credential } from './credential.entity.js';
import { AddressTaken } from './domain/identity.errors.js';
import type { SignInAddress } from './sign-in-address.entity.js';

/** A person by the key of their credential. */
export type CredentialKey = Pick<Credential, 'organizationId' | 'personId'>;

/** What a sign-in is checked against. */
export interface SignInCandidate {
  readonly organizationId: string;
  readonly personId: string;
  readonly passwordHash: string;
  readonly name: string;
  /** What the person knows the account by: the address, or the name where the register has none. */
  readonly account: string;
}

/** Wrong passwords so far, and until when sign-in is refused for them. */
export type Failures = Pick<Credential, 'failures' | 'lockedUntil'>;

@Injectable()
export class CredentialsRepository {
  /** Whose address it is. Asked of the global directory, before any owner is known. */
  async ownerOf(tx: Tx, email: string): Promise<SignInAddress | undefined> {
    const [row] = await execute<SignInAddress>(tx, {
      name: 'sign-in-address',
      text: `SELECT email, organization_id AS "organizationId", person_id AS "personId"
             FROM sign_in_addresses WHERE email = $1`,
      values: [email.trim().toLowerCase()],
    });
    return row;
  }

  /** The credential of someone who serves on the day. */
  async candidate(
    tx: Tx,
    { organizationId, personId }: CredentialKey,
    today: string,
  ): Promise<SignInCandidate | undefined> {
    const [row] = await execute<SignInCandidate>(tx, {
      name: 'sign-in-candidate',
      text: `SELECT c.organization_id AS "organizationId", c.person_id AS "personId",
                    c.password_hash AS "passwordHash", p.name, coalesce(p.email, p.name) AS account
             FROM credentials c JOIN people p USING (organization_id)
             WHERE c.organization_id = $1 AND c.person_id = $2 AND p.id = c.person_id
               AND coalesce(p.ended_on, 'infinity') >= $3`,
      values: [organizationId, personId, today],
    });
    return row;
  }

  /** What the person, their address and the body are called, which no password may rest on. */
  async ownWords(tx: Tx, { organizationId, personId }: CredentialKey): Promise<readonly string[]> {
    const [row] = await execute<{ words: string[] }>(tx, {
      name: 'credential-own-words',
      text: `SELECT array_remove(ARRAY[p.name, p.email, o.name, o.name_en], NULL) AS words
             FROM people p JOIN organizations o USING (organization_id)
             WHERE p.organization_id = $1 AND p.id = $2`,
      values: [organizationId, personId],
    });
    return row?.words ?? [];
  }

  /** @throws AddressTaken */
  async insert(tx: Tx, address: SignInAddress, passwordHash: string): Promise<void> {
    const { organizationId, personId, email } = address;
    const kept = await execute(tx, {
      name: 'sign-in-address-insert',
      text: `INSERT INTO sign_in_addresses (email, organization_id, person_id)
             VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING email`,
      values: [email.toLowerCase(), organizationId, personId],
    });
    if (kept.length === 0) throw new AddressTaken(email);
    await tx.insert(Credential, { organizationId, personId, passwordHash });
  }

  /** Puts another hash in place, of the one known where it is named, and lifts a lock. Tells whether it did. */
  async replace(
    tx: Tx,
    key: CredentialKey & Partial<Pick<Credential, 'passwordHash'>>,
    passwordHash: string,
  ): Promise<boolean> {
    const { affected } = await tx.update(Credential, key, {
      passwordHash,
      failures: 0,
      lockedUntil: null,
    });
    return affected === 1;
  }

  /** Locks the credential until the transaction ends; false where the person has none. */
  async lock(tx: Tx, { organizationId, personId }: CredentialKey): Promise<boolean> {
    const rows = await execute(tx, {
      name: 'credential-lock',
      text: `SELECT 1 FROM credentials WHERE organization_id = $1 AND person_id = $2 FOR UPDATE`,
      values: [organizationId, personId],
    });
    return rows.length === 1;
  }

  /**
   * The failures so far and the password there is now, locked until the transaction ends, so that
   * sign-ins are judged in turn.
   */
  async lockFailures(
    tx: Tx,
    { organizationId, personId }: SignInCandidate,
  ): Promise<Failures & Pick<Credential, 'passwordHash'>> {
    return tx.findOneOrFail(Credential, {
      select: { failures: true, lockedUntil: true, passwordHash: true },
      where: { organizationId, personId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async keepFailures(
    tx: Tx,
    { organizationId, personId }: SignInCandidate,
    failures: Failures,
  ): Promise<void> {
    await tx.update(Credential, { organizationId, personId }, failures);
  }
}
