import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../authorization/caller.js';
import { claimOf } from './idempotency-claim.js';

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** Who asks. On a POST it carries the Idempotency-Key, so that the unit of work is done once. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { caller } = request;
    if (caller === undefined) throw new Error('The route is public and has no caller');
    return { ...caller, idempotency: claimOf(request, caller.personId) };
  },
);
