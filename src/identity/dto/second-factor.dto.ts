import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import {
  SECOND_FACTOR_KINDS,
  type SecondFactorKind,
} from '../../shared/authorization/second-factor.js';
import { MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { ONE_TIME_PASSWORD } from './session.dto.js';

const ATTESTATION = {
  type: 'object',
  additionalProperties: true,
  description:
    'For a security key: `RegistrationResponseJSON` of Web Authentication, what the browser made of the options, by `toJSON()`.',
} as const;

export class RegisterSecondFactorDto {
  /** `totp`: an authenticator app with one-time passwords (RFC 6238). `webauthn`: a security key. */
  @IsIn(SECOND_FACTOR_KINDS)
  @ApiProperty({ enum: SECOND_FACTOR_KINDS })
  kind!: SecondFactorKind;

  /** What the person calls it. @example '職場のスマートフォン' */
  @ShortText()
  label!: string;

  /** The password; repeated errors lock it as they lock sign-in. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  currentPassword!: string;
}

/** A second factor that counts once it is confirmed, within fifteen minutes. */
export class RegisteredSecondFactorDto {
  id!: string;

  @ApiProperty({ enum: SECOND_FACTOR_KINDS })
  kind!: SecondFactorKind;

  label!: string;

  /** For an authenticator app: its secret in base32, told in this reply only. */
  secret!: string | null;

  /** The same with what an app needs to know of it, to show as a QR code (`otpauth://`). */
  uri!: string | null;

  /** For a security key: `PublicKeyCredentialCreationOptionsJSON` of Web Authentication, which `navigator.credentials.create` is asked. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  options!: Record<string, unknown> | null;
}

export class ConfirmSecondFactorDto {
  /** For an authenticator app: the code it shows now. @example '492039' */
  @MayBeLeftOut()
  @IsString()
  @Matches(ONE_TIME_PASSWORD)
  otp?: string;

  /** For a security key. */
  @MayBeLeftOut()
  @IsObject()
  @ApiPropertyOptional(ATTESTATION)
  attestation?: Record<string, unknown>;
}

/** A second factor that counts. */
export class SecondFactorDto {
  id!: string;

  @ApiProperty({ enum: SECOND_FACTOR_KINDS })
  kind!: SecondFactorKind;

  label!: string;

  /** @example '2026-04-01T00:00:00.000Z' */
  @ApiProperty({ format: 'date-time' })
  confirmedAt!: string;

  /** Null where it was not used since it was confirmed. */
  @ApiProperty({ format: 'date-time', nullable: true, type: 'string' })
  lastUsedAt!: string | null;
}

export class SecondFactorsDto {
  items!: SecondFactorDto[];
}
