import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../shared/hashing.js';

const TOKEN = /^([0-9a-f]{32})\.([\w-]{43})$/;

/** Tells a token of a system from one of a session, and lets scanners find one that leaked. */
const API_TOKEN_PREFIX = 'mtd_';

/** A secret handed out once; only its hash is kept. */
export interface IssuedToken {
  readonly token: string;
  readonly hash: string;
}

/**
 * Makes a bearer token of 256 random bits. It names its organization, so that it is looked up within
 * that owner's rows; naming another one finds nothing.
 */
export function issueToken(organizationId: string): IssuedToken {
  const token = `${organizationId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`;
  return { token, hash: sha256Hex(token) };
}

/** The same for another system. */
export function issueApiToken(organizationId: string): IssuedToken {
  const { token } = issueToken(organizationId);
  return { token: `${API_TOKEN_PREFIX}${token}`, hash: sha256Hex(token) };
}

/** What a token is looked up by. */
export interface TokenKey {
  readonly organizationId: string;
  readonly hash: string;
}

/** What the token of a system is looked up by; undefined for anything else. */
export function readApiToken(token: string): TokenKey | undefined {
  return token.startsWith(API_TOKEN_PREFIX)
    ? readToken(token.slice(API_TOKEN_PREFIX.length))
    : undefined;
}

/** The owner a token names and the hash to look it up by; undefined for anything else. */
export function readToken(token: string): TokenKey | undefined {
  const owner = TOKEN.exec(token)?.[1];
  if (owner === undefined) return undefined;
  const parts = [
    owner.slice(0, 8),
    owner.slice(8, 12),
    owner.slice(12, 16),
    owner.slice(16, 20),
    owner.slice(20),
  ];
  return { organizationId: parts.join('-'), hash: sha256Hex(token) };
}
