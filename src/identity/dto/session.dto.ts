import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';

export class SignInDto {
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

/** A post the signed-in person holds today. */
export class HeldPostDto {
  postId!: string;

  /** Role of the adopted policy, or of the account of a firm. @example 'section-manager' */
  roleId!: string;

  /** Unit the role is held in; null for roles of the whole body. */
  unitId!: string | null;

  /** Standing in for the holder (職務代理). */
  acting!: boolean;
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

  permissions!: string[];
}
