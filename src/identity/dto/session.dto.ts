import { IsEmail, IsObject, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import {
  SECOND_FACTORS_GIVEN,
  type SecondFactorGiven,
} from '../../shared/authorization/second-factor.js';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';

/** A one-time password: six digits. */
export const ONE_TIME_PASSWORD = /^[0-9]{6}$/;

export class AddressAndPasswordDto {
  /** The address at work. @example 'soumu@kikuyo.example' */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** The password; after repeated errors sign-in is locked for a while. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

export class SignInDto extends AddressAndPasswordDto {
  /** The one-time password of the authenticator app, where one is registered (six digits, RFC 6238); each works once. @example '492039' */
  @MayBeLeftOut()
  @IsString()
  @Matches(ONE_TIME_PASSWORD)
  otp?: string;
}

/** What a security key has to sign. */
export class SecurityKeyRequestDto {
  /** Good once, for five minutes. */
  ticket!: string;

  /** `PublicKeyCredentialRequestOptionsJSON` of Web Authentication: what `navigator.credentials.get` is asked. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  options!: Record<string, unknown>;
}

export class SecurityKeySignInDto {
  /** The ticket that came with the options. */
  @IsString()
  @MaxLength(512)
  ticket!: string;

  /** `AuthenticationResponseJSON` of Web Authentication: what the browser made of the options, by `toJSON()`. */
  @IsObject()
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      '`AuthenticationResponseJSON` of Web Authentication: what the browser made of the options, by `toJSON()`.',
  })
  assertion!: Record<string, unknown>;
}

export class RefreshDto {
  /** The refresh token last received; each works once. */
  @IsString()
  @MaxLength(512)
  refreshToken!: string;
}

/** Tokens of a session. Send the access token as `Authorization: Bearer …`. */
export class SessionResponseDto {
  /** Good for `expiresIn` seconds. */
  accessToken!: string;

  /** Good once, for new tokens. */
  refreshToken!: string;

  /** Seconds the access token lives. @example 900 */
  @ApiProperty({ type: 'integer' })
  expiresIn!: number;
}

/** Whether more than the password is asked for, and was given. */
export class MySecondFactorDto {
  /** Whether a post held today asks for it; without it the posts permit nothing. */
  required!: boolean;

  /** How it was given in this session; null where it was not. */
  @ApiProperty({ enum: SECOND_FACTORS_GIVEN, nullable: true, type: 'string' })
  given!: SecondFactorGiven | null;
}

/** Who is signed in and what their posts permit today. */
export class MeResponseDto {
  personId!: string;

  /** The body, or the firm. */
  organizationId!: string;

  /** Whose account it is: a body's staff, or the people of a firm, who use `/v1/portal`. */
  @ApiProperty({ enum: ['body', 'firm'] })
  side!: 'body' | 'firm';

  posts!: HeldPostDto[];

  /** None while a second factor is required and was not given. */
  permissions!: string[];

  secondFactor!: MySecondFactorDto;
}
