import { Injectable } from '@nestjs/common';
import { execute, type Tx } from '../shared/persistence/tx.js';
import { ProviderSignIn } from './provider-sign-in.entity.js';
import type { TokenKey } from './tokens.js';

@Injectable()
export class ProviderSignInsRepository {
  /** Keeps one that begins, and drops those of the body that nobody came back from. */
  async keep(tx: Tx, signIn: ProviderSignIn, now: Date): Promise<void> {
    await execute(tx, {
      name: 'provider-sign-ins-drop-expired',
      text: 'DELETE FROM provider_sign_ins WHERE organization_id = $1 AND expires_at <= $2',
      values: [signIn.organizationId, now.toISOString()],
    });
    await tx.insert(ProviderSignIn, signIn);
  }

  /** Takes one away, so that no two answers are given for it; undefined where there is none. */
  async take(tx: Tx, { organizationId, hash }: TokenKey): Promise<ProviderSignIn | undefined> {
    const [row] = await execute<ProviderSignIn & Record<string, unknown>>(tx, {
      name: 'provider-sign-in-take',
      text: `DELETE FROM provider_sign_ins WHERE organization_id = $1 AND token_hash = $2
             RETURNING organization_id AS "organizationId", token_hash AS "tokenHash",
               provider_version AS "providerVersion", redirect_uri AS "redirectUri",
               sealed_checks AS "sealedChecks", expires_at AS "expiresAt"`,
      values: [organizationId, hash],
    });
    return row;
  }
}
