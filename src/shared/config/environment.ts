import { IsIn, IsNotEmpty, IsNumberString, IsOptional, IsString, Matches } from 'class-validator';

const POSTGRES_URL = /^postgres(ql)?:\/\//;

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
