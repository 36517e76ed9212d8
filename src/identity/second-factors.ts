import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { SecondFactorAccess, type SignInHolder } from '../organizations/index.js';
import {
  SECOND_FACTOR_KINDS,
  type SecondFactorKind,
} from '../shared/authorization/second-factor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SecretBox, type SecretPlace } from '../shared/secrets/secret-box.js';
import type { CredentialKey } from './credentials.repository.js';
import type { SecondFactor } from './second-factor.entity.js';
import type { SecondFactorKey, SecondFactorUse } from './second-factors.repository.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInRecords } from './sign-in-records.js';
import { newTotpSecret, stepOfCode } from './totp.js';
import { WebAuthn } from './web-authn.js';

/** Second factors: how they are kept and checked. */
@Injectable()
export class SecondFactors extends SecondFactorAccess {
  constructor(
    private readonly records: SignInRecords,
    private readonly box: SecretBox,
    private readonly webAuthn: WebAuthn,
    private readonly clocks: SignInClocks,
  ) {
    super();
  }

  async enter(tx: Tx, { organizationId, personId }: SignInHolder): Promise<string> {
    const now = this.clocks.system.now().toISOString();
    const key = { organizationId, id: uuidv7() };
    const { secret, sealedSecret } = this.newTotp(key);
    await this.records.secondFactors.insert(tx, {
      ...blank(key, { personId, kind: 'totp', label: 'ワンタイムパスワード', registeredAt: now }),
      ...{ sealedSecret, confirmedAt: now },
    });
    await this.records.trail.append(
      tx,
      { organizationId, personId: null, posts: [] },
      {
        action: 'second-factor.entered',
        subject: { kind: 'person', id: personId },
        facts: { secondFactorId: key.id, kind: 'totp' },
      },
    );
    return secret;
  }

  /** A new secret of a one-time password, and what is kept of it in a row. */
  newTotp(row: SecondFactorKey): { readonly secret: string; readonly sealedSecret: string } {
    const secret = newTotpSecret();
    return { secret, sealedSecret: this.box.seal(secret, placeOf(row)) };
  }

  /** Those of a person that count. */
  standing(tx: Tx, person: CredentialKey): Promise<SecondFactor[]> {
    return this.records.secondFactors.standing(tx, person);
  }

  /** Whether a code is right for one of these, which it then cannot be again. */
  async acceptsCode(tx: Tx, factors: readonly SecondFactor[], otp: string): Promise<boolean> {
    for (const factor of factors) {
      const use = this.useOfCode(factor, otp);
      if (use === undefined) continue;
      await this.records.secondFactors.keepUse(tx, factor, use);
      return true;
    }
    return false;
  }

  /** Whether one of these keys signed the challenge, and none that was copied. */
  async acceptsAssertion(
    tx: Tx,
    factors: readonly SecondFactor[],
    { challenge, assertion }: { readonly challenge: string; readonly assertion: object },
  ): Promise<boolean> {
    const used = 'id' in assertion ? assertion.id : undefined;
    const key = factors.find(
      ({ kind, credentialId }) => kind === 'webauthn' && credentialId === used,
    );
    if (key === undefined) return false;
    const counter = await this.webAuthn.counterAfter(assertion, challenge, key);
    if (counter === undefined) return false;
    const lastUsedAt = this.clocks.system.now().toISOString();
    await this.records.secondFactors.keepUse(tx, key, { lastUsedAt, counter });
    return true;
  }

  /** What changes where a code is right; undefined where it is not. */
  useOfCode(factor: SecondFactor, otp: string): SecondFactorUse | undefined {
    if (factor.sealedSecret === null) return undefined;
    const now = this.clocks.system.now();
    const secret = this.box.open(factor.sealedSecret, placeOf(factor));
    const lastStep = stepOfCode(otp, secret, { now, lastStep: factor.lastStep });
    return lastStep === undefined ? undefined : { lastUsedAt: now.toISOString(), lastStep };
  }
}

/** A second factor that nothing is known of but whose it is. */
export function blank(
  { organizationId, id }: SecondFactorKey,
  given: Pick<SecondFactor, 'personId' | 'kind' | 'label' | 'registeredAt'>,
): Omit<SecondFactor, 'endedAt' | 'lastUsedAt'> {
  return {
    ...{ organizationId, id, ...given },
    ...{ sealedSecret: null, lastStep: null, challenge: null, confirmedAt: null },
    ...{ credentialId: null, publicKey: null, counter: null, transports: null },
  };
}

/** The kinds that are among these, each once. */
export function kindsOf(factors: readonly SecondFactor[]): readonly SecondFactorKind[] {
  return SECOND_FACTOR_KINDS.filter((kind) => factors.some((factor) => factor.kind === kind));
}

function placeOf({ organizationId, id }: SecondFactorKey): SecretPlace {
  return { table: 'second_factors', organizationId, id };
}
