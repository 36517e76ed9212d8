import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { tellEdge } from './route-config.js';

/**
 * What a call weighs. `standard` counts for the address and the credential, and is what a route has that declares
 * nothing; `heavy` and `sign-in` count against a stricter limit besides; `unlimited` is for the probes of
 * the machinery that runs the service, which must not take a busy instance for a dead one.
 */
export type Weight = 'standard' | 'heavy' | 'sign-in' | 'unlimited';

/** Where the contract names it. */
export const WEIGHT_EXTENSION = 'x-rate-limit';

declare module 'fastify' {
  interface FastifyContextConfig {
    weight?: Weight;
  }
}

/** Declares that a call weighs something else than `standard`. */
export function Limited(weight: Exclude<Weight, 'standard'>): MethodDecorator {
  return applyDecorators(tellEdge({ weight }), ApiExtension(WEIGHT_EXTENSION, weight));
}
