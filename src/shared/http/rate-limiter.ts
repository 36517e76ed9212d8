import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../authorization/caller.js';
import type { RateLimits } from './http-options.js';
import { edgeProblem } from './problem.js';
import { refuseWith } from './refuse.js';

const WINDOW_SECONDS = 60;

/** The limits by the names they are told by. */
type Policy = 'address' | 'sign-in' | 'credential' | 'heavy';

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/**
 * Counts requests by minute, in the memory of this instance: at most 5,000 addresses or credentials for each limit,
 * of which the one unseen longest is forgotten first.
 */
export class RateLimiter {
  private constructor(
    private readonly limits: Readonly<Record<Policy, number>>,
    private readonly limiters: Readonly<Record<Policy, Limiter>>,
  ) {}

  static async on(fastify: FastifyInstance, limits: RateLimits): Promise<RateLimiter> {
    await fastify.register(rateLimit, { global: false, timeWindow: WINDOW_SECONDS * 1000 });
    const byAddress = (max: number): Limiter => fastify.createRateLimit({ max });
    const byCredential = (max: number): Limiter =>
      fastify.createRateLimit({ max, keyGenerator: ({ caller }) => credentialOf(caller) });
    return new RateLimiter(
      { ...limits, 'sign-in': limits.signIn },
      {
        address: byAddress(limits.address),
        'sign-in': byAddress(limits.signIn),
        credential: byCredential(limits.credential),
        heavy: byCredential(limits.heavy),
      },
    );
  }

  /** Counts a request for its address, before anything else is asked. @returns whether it may go on */
  async admitAddress(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const { weight } = request.routeOptions.config;
    if (weight === 'unlimited') return true;
    return this.admit(weight === 'sign-in' ? ['address', 'sign-in'] : ['address'], request, reply);
  }

  /** Counts a request for its credential, once that is known. @returns whether it may go on */
  async admitCaller(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const { weight } = request.routeOptions.config;
    return this.admit(
      weight === 'heavy' ? ['credential', 'heavy'] : ['credential'],
      request,
      reply,
    );
  }

  private async admit(
    policies: readonly Policy[],
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<boolean> {
    const violated: Policy[] = [];
    let wait = 0;
    for (const policy of policies) {
      const count = await this.limiters[policy](request);
      if (count.isAllowed) continue;
      const { remaining, ttlInSeconds, isExceeded } = count;
      tell(reply, policy, this.limits[policy], remaining, ttlInSeconds);
      if (!isExceeded) continue;
      violated.push(policy);
      wait = Math.max(wait, ttlInSeconds);
    }
    if (violated.length === 0) return true;
    void reply.header('retry-after', String(wait));
    refuseWith({ ...edgeProblem(429), facts: { violatedPolicies: violated } }, request, reply);
    return false;
  }
}

/** As draft-ietf-httpapi-ratelimit-headers-11 has it: one item for each limit, in lists. */
function tell(
  reply: FastifyReply,
  policy: Policy,
  quota: number,
  remaining: number,
  seconds: number,
): void {
  const add = (name: string, item: string): void => {
    const told = reply.getHeader(name);
    void reply.header(name, told === undefined ? item : `${String(told)}, ${item}`);
  };
  add('ratelimit-policy', `"${policy}";q=${String(quota)};w=${String(WINDOW_SECONDS)}`);
  add('ratelimit', `"${policy}";r=${String(remaining)};t=${String(seconds)}`);
}

function credentialOf(caller: Caller | undefined): string {
  if (caller === undefined) throw new Error('A credential is counted before it is known');
  return caller.sessionId;
}
