import type { Scope } from '../persistence/scope.js';
import type { Permission } from './permissions.js';
import type { SecondFactorGiven } from './second-factor.js';

/** A post a person holds today: the capacity in which they act. */
export interface HeldPost {
  readonly postId: string;
  /** Role of the adopted policy, by its id in the pack. */
  readonly roleId: string;
  readonly unitId: string | null;
  /** Standing in for the holder (職務代理). */
  readonly acting: boolean;
}

/** Who is asking, in what posts, and what those posts permit today. */
export interface Caller extends Scope {
  readonly personId: string;
  /** The session, or the API token where another system asks. */
  readonly sessionId: string;
  readonly credential: 'session' | 'api-token';
  readonly posts: readonly HeldPost[];
  readonly permissions: ReadonlySet<Permission>;
  /** How a second factor was given in this session; null where none was. */
  readonly secondFactor: SecondFactorGiven | null;
  /** Whether a post held today asks for a second factor; without one the posts permit nothing. */
  readonly needsSecondFactor: boolean;
  /** The policy version that grants them; null where none is in force. */
  readonly policyVersionId: string | null;
}
