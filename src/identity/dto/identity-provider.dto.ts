import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsString,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { IsId, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';

export class ConfigureIdentityProviderDto {
  /**
   * Its issuer identifier, exactly as its ID tokens name it (`iss`); `/.well-known/openid-configuration` is read
   * below it. Begins with https://. The service calls it and what it names, so name none you do not trust.
   * @example 'https://login.kikuyo.example/realms/staff'
   */
  @IsString()
  @MaxLength(500)
  issuer!: string;

  /** What the provider knows this service by (`client_id`). @example 'mitodoke' */
  @ShortText()
  clientId!: string;

  /**
   * The client secret (`client_secret_basic`, or `client_secret_post` where the provider takes nothing else); null for
   * a public client. It is kept sealed and told to nobody, so give it with every change.
   */
  @ValidateIf((_, value: unknown) => value !== null)
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  @ApiProperty({ type: 'string', nullable: true, minLength: 1, maxLength: 1000 })
  clientSecret!: string | null;

  /**
   * Pages of your client that the provider may send people back to, 1 to 10, without query or fragment; each is
   * registered with the provider too. @example ['https://app.kikuyo.example/signed-in']
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  redirectUris!: string[];

  /**
   * Values of `amr` (RFC 8176) and `acr` that count as a second factor, e.g. `mfa`; asked of the provider as
   * `acr_values`. None: whoever needs a second factor registers one here. @example ['mfa']
   */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(200, { each: true })
  secondFactorValues!: string[];
}

/** How the identity provider is configured, without the secret. */
export class ConfiguredIdentityProviderDto {
  issuer!: string;

  clientId!: string;

  /** Whether a client secret is kept. */
  hasClientSecret!: boolean;

  redirectUris!: string[];

  secondFactorValues!: string[];
}

/** Whose word the body takes for who signs in, beside passwords. */
export class IdentityProviderResponseDto {
  /** 0 while none was ever configured. Also sent as `ETag`. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  /** Null where none is configured. */
  @ApiProperty({ type: () => ConfiguredIdentityProviderDto, nullable: true })
  provider!: ConfiguredIdentityProviderDto | null;
}

export class BeginProviderSignInDto {
  /** The body (`organizationId` of `GET /v1/me`); a client keeps it in the link of its sign-in page. No address is asked for, so none can be tried out. */
  @IsId()
  organizationId!: string;

  /** Which of the configured pages the provider sends the person back to. */
  @IsString()
  @MaxLength(500)
  redirectUri!: string;

  /** Told to the provider, which then need not ask for it (`login_hint`); not looked up here. @example 'soumu@kikuyo.example' */
  @MayBeLeftOut()
  @IsEmail()
  @MaxLength(254)
  email?: string;
}

/** Where to send the person. */
export class ProviderSignInRequestDto {
  /**
   * Keep it in the browser that began, e.g. in its session storage, and give it with the answer: an answer that
   * somebody else planted has none. Good once, for `expiresIn` seconds.
   */
  ticket!: string;

  /** Page of the identity provider. */
  authorizationUrl!: string;

  /** Seconds the ticket lives. @example 300 */
  @ApiProperty({ type: 'integer' })
  expiresIn!: number;
}

export class ProviderSignInDto {
  /** The ticket that came with the page of the provider. */
  @IsString()
  @MaxLength(512)
  ticket!: string;

  /** `code` of the query the provider sent the person back with. */
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  code!: string;

  /** `state` of the same. */
  @IsString()
  @MaxLength(512)
  state!: string;

  /** `iss` of the same, where there is one (RFC 9207). */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(500)
  iss?: string;
}
