import { IsIn, IsNotEmpty, IsNumberString, IsOptional, IsString, Matches } from 'class-validator';
import { IsListOf, isAddressOrNetwork, isOrigin } from './list-of.js';

const POSTGRES_URL = /^postgres(ql)?:\/\//;
const WHOLE_NUMBER = /^[1-9]\d{0,8}$/;
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?\/?$/;

/** The environment variables the service reads; the names are its public configuration. */
export class Environment {
  @IsIn(['production', 'development', 'test'])
  NODE_ENV = 'development';

  @IsString()
  @IsNotEmpty()
  HOST = '127.0.0.1';

  @IsNumberString({ no_symbols: true })
  PORT = '3000';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
  LOG_LEVEL = 'info';

  /** PostgreSQL of the application; without it the embedded database is used. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_URL must begin with postgres://' })
  DATABASE_URL?: string;

  /** PostgreSQL sign-in that owns the tables; defaults to DATABASE_URL. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_OWNER_URL must begin with postgres://' })
  DATABASE_OWNER_URL?: string;

  @IsNumberString({ no_symbols: true })
  DATABASE_POOL_SIZE = '10';

  /** Folder of the embedded database. */
  @IsString()
  @IsNotEmpty()
  DATA_DIR = 'data';

  /** Folder of the body's own policy packs, loaded beside the shipped ones. */
  @IsOptional()
  @IsString()
  POLICY_PACKS_DIR?: string;

  /** Ed25519 private key in PEM (PKCS #8) that checkpoints of the trail are signed with, or the path of its file. */
  @IsOptional()
  @IsString()
  TRAIL_SIGNING_KEY?: string;

  /** Requests a minute one instance serves an address; an office behind one address shares them. */
  @Matches(WHOLE_NUMBER, { message: 'RATE_LIMIT_ADDRESS must be a whole number of 1 or more' })
  RATE_LIMIT_ADDRESS = '600';

  /** Requests a minute of one credential. */
  @Matches(WHOLE_NUMBER, { message: 'RATE_LIMIT_CREDENTIAL must be a whole number of 1 or more' })
  RATE_LIMIT_CREDENTIAL = '300';

  /** Sign-ins a minute of one address. */
  @Matches(WHOLE_NUMBER, { message: 'RATE_LIMIT_SIGN_IN must be a whole number of 1 or more' })
  RATE_LIMIT_SIGN_IN = '30';

  /** Documents, ledgers, exports and the like a minute of one credential. */
  @Matches(WHOLE_NUMBER, { message: 'RATE_LIMIT_HEAVY must be a whole number of 1 or more' })
  RATE_LIMIT_HEAVY = '60';

  /** Addresses and networks of the proxies whose X-Forwarded-For is believed, with commas. */
  @IsOptional()
  @IsListOf(
    isAddressOrNetwork,
    'TRUSTED_PROXIES must be addresses or networks (10.0.0.0/8) with commas between them',
  )
  TRUSTED_PROXIES?: string;

  /** Web origins whose pages may call the service, with commas. */
  @IsOptional()
  @IsListOf(isOrigin, 'CORS_ORIGINS must be origins (https://app.example) with commas between them')
  CORS_ORIGINS?: string;

  /** Whom to tell of a weakness of the service. */
  @IsOptional()
  @Matches(/^(https:\/\/|mailto:)\S+$/, {
    message: 'SECURITY_CONTACT must begin with https:// or mailto:',
  })
  SECURITY_CONTACT?: string;

  /** Keys that secrets are sealed with: 32 bytes in base64, or the path of a file with one a line, the newest first. */
  @IsOptional()
  @IsString()
  SECRETS_KEY?: string;

  /** Origin under which people's browsers reach the service; security keys are bound to its host. */
  @IsOptional()
  @Matches(ORIGIN, { message: 'PUBLIC_URL must be an origin, e.g. https://mitodoke.example' })
  PUBLIC_URL?: string;
  /** Folder of evidence files; defaults to `files` in DATA_DIR. With a bucket it holds uploads under way. */
  @IsOptional()
  @IsString()
  FILES_DIR?: string;

  /** Bucket of an S3-compatible storage that keeps evidence files instead of the folder. */
  @IsOptional()
  @IsString()
  FILES_S3_BUCKET?: string;

  /** Address of the storage; left out for AWS. */
  @IsOptional()
  @Matches(/^https?:\/\//, { message: 'FILES_S3_ENDPOINT must begin with https:// or http://' })
  FILES_S3_ENDPOINT?: string;

  @IsString()
  @IsNotEmpty()
  FILES_S3_REGION = 'ap-northeast-1';

  /** How large an evidence file may be, in bytes. */
  @Matches(/^[1-9]\d{0,8}$/, { message: 'FILE_MAX_BYTES must be 1 to 999999999 bytes' })
  FILE_MAX_BYTES = '52428800';

  /** Host of clamd; without it files are kept unscanned. */
  @IsOptional()
  @IsString()
  CLAMD_HOST?: string;

  @IsNumberString({ no_symbols: true })
  CLAMD_PORT = '3310';

  @IsIn(['true', 'false'])
  ALLOW_EMBEDDED_DATABASE = 'false';

  @IsIn(['true', 'false'])
  MOVABLE_CLOCK = 'false';
}
