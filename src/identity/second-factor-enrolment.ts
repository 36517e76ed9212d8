import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { InvalidInput } from '../shared/domain/domain-error.js';
import type { Tx } from '../shared/persistence/tx.js';
import type { SignInCandidate } from './credentials.repository.js';
import { SecondFactorRefused } from './domain/second-factor.errors.js';
import type {
  ConfirmSecondFactorDto,
  RegisteredSecondFactorDto,
  RegisterSecondFactorDto,
} from './dto/second-factor.dto.js';
import type { SecondFactor } from './second-factor.entity.js';
import { blank, SecondFactors } from './second-factors.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInRecords } from './sign-in-records.js';
import { totpUri } from './totp.js';
import { WebAuthn } from './web-authn.js';

/** How long a registration waits for its confirmation. */
const PATIENCE_MS = 15 * 60_000;

type Named = Pick<RegisterSecondFactorDto, 'kind' | 'label'>;

/** How a second factor comes to count, since the person shows that they have it, and how it ends. */
@Injectable()
export class SecondFactorEnrolment {
  constructor(
    private readonly records: SignInRecords,
    private readonly factors: SecondFactors,
    private readonly webAuthn: WebAuthn,
    private readonly clocks: SignInClocks,
  ) {}

  /** Begins one. What was begun before and not confirmed gives way. */
  async begin(
    tx: Tx,
    person: SignInCandidate,
    named: Named,
    standing: readonly SecondFactor[],
  ): Promise<RegisteredSecondFactorDto> {
    await this.records.secondFactors.dropUnconfirmed(tx, person);
    return named.kind === 'totp'
      ? this.beginTotp(tx, person, named)
      : this.beginKey(tx, person, named, standing);
  }

  /** Shows that the person has it. @throws InvalidInput, SecondFactorRefused */
  async confirm(
    tx: Tx,
    factor: SecondFactor,
    shown: ConfirmSecondFactorDto,
  ): Promise<SecondFactor> {
    const proved = factor.kind === 'totp' ? this.codeOf(factor, shown) : this.keyOf(factor, shown);
    const confirmed = {
      ...(await proved),
      confirmedAt: this.clocks.system.now().toISOString(),
      lastUsedAt: null,
    };
    await this.records.secondFactors.confirm(tx, factor, confirmed);
    return { ...factor, ...confirmed };
  }

  /** One that was begun a short while ago. */
  waiting(
    tx: Tx,
    person: { readonly organizationId: string; readonly personId: string; readonly id: string },
  ): Promise<SecondFactor | undefined> {
    const since = new Date(this.clocks.system.now().getTime() - PATIENCE_MS);
    return this.records.secondFactors.unconfirmed(tx, person, since);
  }

  /** It counts no longer, and its secret is gone. */
  async end(tx: Tx, factor: SecondFactor): Promise<void> {
    await this.records.secondFactors.end(tx, factor, this.clocks.system.now());
  }

  private async beginTotp(
    tx: Tx,
    { organizationId, personId, account }: SignInCandidate,
    named: Named,
  ): Promise<RegisteredSecondFactorDto> {
    const row = this.rowOf({ organizationId, personId }, named);
    const { secret, sealedSecret } = this.factors.newTotp(row);
    await this.records.secondFactors.insert(tx, { ...row, sealedSecret });
    return { id: row.id, ...named, secret, uri: totpUri(secret, account), options: null };
  }

  private async beginKey(
    tx: Tx,
    { organizationId, personId, name, account }: SignInCandidate,
    named: Named,
    standing: readonly SecondFactor[],
  ): Promise<RegisteredSecondFactorDto> {
    const row = this.rowOf({ organizationId, personId }, named);
    const known = standing.filter(({ kind }) => kind === 'webauthn');
    const user = { id: personId, name, email: account };
    const options = await this.webAuthn.creationOptions(user, known);
    await this.records.secondFactors.insert(tx, { ...row, challenge: options.challenge });
    return { id: row.id, ...named, secret: null, uri: null, options: { ...options } };
  }

  private rowOf(
    { organizationId, personId }: Pick<SignInCandidate, 'organizationId' | 'personId'>,
    { kind, label }: Named,
  ): ReturnType<typeof blank> {
    const registeredAt = this.clocks.system.now().toISOString();
    return blank({ organizationId, id: uuidv7() }, { personId, kind, label, registeredAt });
  }

  private codeOf(factor: SecondFactor, { otp }: ConfirmSecondFactorDto): Partial<SecondFactor> {
    if (otp === undefined) throw missing('#/otp');
    const use = this.factors.useOfCode(factor, otp);
    if (use === undefined) throw new SecondFactorRefused();
    return use;
  }

  private async keyOf(
    { challenge }: SecondFactor,
    { attestation }: ConfirmSecondFactorDto,
  ): Promise<Partial<SecondFactor>> {
    if (attestation === undefined) throw missing('#/attestation');
    const key = await this.webAuthn.keyMade(attestation, challenge ?? '');
    if (key === undefined) throw new SecondFactorRefused();
    return key;
  }
}

function missing(pointer: string): InvalidInput {
  const detail = { ja: '必ず指定してください。', en: 'It is required.' };
  return new InvalidInput([{ pointer, detail }]);
}
