import type { Text } from '../domain/text.js';
import type { Caller } from './caller.js';
import type { Permission } from './permissions.js';

/** A role of the adopted policy (役職), as a person who needs its holder is told of it. */
export interface NamedRole {
  /** Its id in the pack. */
  readonly id: string;
  /** As the policy names it, e.g. 情報セキュリティ管理者. */
  readonly label: Text;
}

/** Tells who holds a bearer token. The identity feature provides it; the edge only asks. */
export abstract class Authenticator {
  /** The caller, or undefined where the token is unknown, expired or revoked. */
  abstract authenticate(token: string): Promise<Caller | undefined>;

  /** The roles whose holders may do it under the caller's policy, in the order of the policy. */
  abstract rolesWith(caller: Caller, permission: Permission): Promise<readonly NamedRole[]>;
}
