import type { Caller } from './caller.js';

/** Tells who holds a bearer token. The identity feature provides it; the edge only asks. */
export abstract class Authenticator {
  /** The caller, or undefined where the token is unknown, expired or revoked. */
  abstract authenticate(token: string): Promise<Caller | undefined>;
}
