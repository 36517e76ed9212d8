import type { FastifyRequest } from 'fastify';
import { InvalidInput } from '../domain/domain-error.js';
import { sha256Hex } from '../hashing.js';
import { canonicalJson } from '../domain/canonical-json.js';
import type { IdempotencyClaim } from '../persistence/idempotency.js';

declare module 'fastify' {
  interface FastifyRequest {
    idempotencyClaim?: IdempotencyClaim;
  }
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/** Reads `Idempotency-Key` of a POST. The claim stays on the request, which tells of a replay. */
export function claimOf(request: FastifyRequest, personId: string): IdempotencyClaim | undefined {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new InvalidInput([
      {
        parameter: 'Idempotency-Key',
        detail: {
          ja: 'Idempotency-Key は 1文字以上255文字以内の ASCII 文字で指定してください。',
          en: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
        },
      },
    ]);
  }
  const { params, query, body } = request;
  request.idempotencyClaim ??= {
    personId,
    operation: `POST ${request.routeOptions.url ?? ''}`,
    key,
    fingerprint: sha256Hex(
      canonicalJson({ params: plain(params), query: plain(query), body: body ?? null }),
    ),
    replayed: false,
  };
  return request.idempotencyClaim;
}

/** Fastify's parameters are objects of a class of its own, which have no canonical form. */
function plain(parameters: unknown): object {
  return { ...(parameters as object) };
}
