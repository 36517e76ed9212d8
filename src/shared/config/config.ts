import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { TIMEOUTS, type HttpOptions } from '../http/http-options.js';
import { join } from 'node:path';
import { StartRefused } from '../start-refused.js';
import { Environment } from './environment.js';
import { listOf } from './list-of.js';

/** Everything the process is told from outside, read once at start. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly http: HttpOptions;
  readonly database: DatabaseConfig;
  /** Folder of what the service keeps beside a database server: the embedded database, a key of its own. */
  readonly dataFolder: string;
  /** Key of the trail as PEM, or the path of its file; undefined for one of its own in the data folder. */
  readonly trailSigningKey: string | undefined;
  /** Keys that secrets are sealed with, or the path of their file; undefined for one of its own in the data folder. */
  readonly secretsKey: string | undefined;
  /** Origin (RFC 6454) under which people's browsers reach the service. */
  readonly publicUrl: string;
  /** Folder of the body's own policy packs; undefined where only the shipped ones are loaded. */
  readonly policyPacks: string | undefined;
  readonly files: FilesConfig;
  /** Whether a parent process may move the business clock (demo and tests; never in production). */
  readonly movableClock: boolean;
}

/** Where evidence files are kept and what is asked of them. */
export interface FilesConfig {
  /** Keeps the files, or with a bucket only those that are being received. */
  readonly folder: string;
  readonly bucket: BucketConfig | undefined;
  /** How large one file may be. */
  readonly maxBytes: number;
  /** The clamd that looks for malware; undefined where nothing is scanned. */
  readonly scanner: { readonly host: string; readonly port: number } | undefined;
}

/** A bucket of an S3-compatible storage; its credentials are those the AWS SDK finds by itself. */
export interface BucketConfig {
  readonly name: string;
  readonly region: string;
  /** Undefined for AWS. */
  readonly endpoint: string | undefined;
}

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  | {
      readonly kind: 'server';
      /** Connection of the application; it works as the role `mitodoke_app` whoever signs in. */
      readonly url: string;
      /** Connection that owns the tables and migrates them. */
      readonly ownerUrl: string;
      readonly poolSize: number;
    };

/** The environment cannot be used; every fault is named. */
export class ConfigurationRefused extends StartRefused {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigurationRefused';
  }
}

/** Reads the environment. @throws ConfigurationRefused naming every fault at once. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is one that was not filled in.
  const given = Object.entries(variables).filter(([, value]) => value !== '');
  const environment = plainToInstance(Environment, Object.fromEntries(given), {
    exposeDefaultValues: true,
  });
  const faults = validateSync(environment).flatMap((error) =>
    Object.values(error.constraints ?? {}),
  );
  if (faults.length > 0) throw new ConfigurationRefused(faults);

  const production = environment.NODE_ENV === 'production';
  requireKeys(environment, production);
  return {
    production,
    host: environment.HOST,
    port: Number(environment.PORT),
    logLevel: environment.LOG_LEVEL,
    http: httpOptionsOf(environment),
    database: databaseOf(environment, production),
    dataFolder: environment.DATA_DIR,
    trailSigningKey: environment.TRAIL_SIGNING_KEY,
    secretsKey: environment.SECRETS_KEY,
    publicUrl: environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`,
    policyPacks: environment.POLICY_PACKS_DIR,
    files: filesOf(environment),
    movableClock: !production && environment.MOVABLE_CLOCK === 'true',
  };
}

function httpOptionsOf(environment: Environment): HttpOptions {
  return {
    rateLimits: {
      address: Number(environment.RATE_LIMIT_ADDRESS),
      credential: Number(environment.RATE_LIMIT_CREDENTIAL),
      signIn: Number(environment.RATE_LIMIT_SIGN_IN),
      heavy: Number(environment.RATE_LIMIT_HEAVY),
    },
    trustedProxies: listOf(environment.TRUSTED_PROXIES),
    corsOrigins: listOf(environment.CORS_ORIGINS),
    publicUrl: environment.PUBLIC_URL?.replace(/\/+$/, ''),
    securityContact: environment.SECURITY_CONTACT,
    timeouts: TIMEOUTS,
  };
}

function databaseOf(environment: Environment, production: boolean): DatabaseConfig {
  if (environment.DATABASE_URL !== undefined) {
    return {
      kind: 'server',
      url: environment.DATABASE_URL,
      ownerUrl: environment.DATABASE_OWNER_URL ?? environment.DATABASE_URL,
      poolSize: Number(environment.DATABASE_POOL_SIZE),
    };
  }
  if (production && environment.ALLOW_EMBEDDED_DATABASE !== 'true') {
    throw new ConfigurationRefused([
      'DATABASE_URL is required in production (the embedded database is a single process and not safe against power loss; ALLOW_EMBEDDED_DATABASE=true accepts that)',
    ]);
  }
  return { kind: 'embedded', folder: environment.DATA_DIR };
}

function filesOf(environment: Environment): FilesConfig {
  const { FILES_S3_BUCKET: bucket, CLAMD_HOST: host } = environment;
  return {
    folder: environment.FILES_DIR ?? join(environment.DATA_DIR, 'files'),
    bucket:
      bucket === undefined
        ? undefined
        : {
            name: bucket,
            region: environment.FILES_S3_REGION,
            endpoint: environment.FILES_S3_ENDPOINT,
          },
    maxBytes: Number(environment.FILE_MAX_BYTES),
    scanner: host === undefined ? undefined : { host, port: Number(environment.CLAMD_PORT) },
  };
}

/** Instances beside each other need the same keys, and such that outlive them. */
function requireKeys(environment: Environment, production: boolean): void {
  if (!production || environment.DATABASE_URL === undefined) return;
  const missing = (Object.keys(KEYS) as (keyof typeof KEYS)[]).filter(
    (name) => environment[name] === undefined,
  );
  if (missing.length === 0) return;
  throw new ConfigurationRefused(
    missing.map((name) => `${name} is required in production (${KEYS[name]})`),
  );
}

const KEYS = {
  TRAIL_SIGNING_KEY:
    'an Ed25519 private key in PEM or the path of its file; openssl genpkey -algorithm ed25519 makes one',
  SECRETS_KEY:
    '32 bytes in base64 or the path of a file with them; openssl rand -base64 32 makes one',
};
