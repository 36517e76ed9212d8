import type { FastifyReply, FastifyRequest } from 'fastify';
import { edgeProblem, languageOf, problemDocument, type Problem } from './problem.js';
import { refusalPageFor } from './refusal-page.js';

/**
 * What every answer carries, so that a browser does nothing with it but show it (OWASP Secure Headers).
 * A browser takes note of HSTS over TLS alone (RFC 6797, 8.1), so it need not be known whether a proxy adds that.
 */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers with the problem of a status before any handler is asked. */
export function refuse(status: number, request: FastifyRequest, reply: FastifyReply): void {
  refuseWith(edgeProblem(status), request, reply);
}

/** After how many seconds it is worth asking again. */
const RETRY_AFTER = '5';

/** What a status says beside its body. */
const STATUS_HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer' },
  503: { 'retry-after': RETRY_AFTER },
};

/** Answers with a problem; a browser that opened a page, with a page. */
export function refuseWith(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  void reply.status(problem.status).headers(STATUS_HEADERS[problem.status] ?? {});
  const page = refusalPageFor(request);
  if (page !== undefined) {
    void reply.headers(page.headers).send(page.render(problem, language));
    return;
  }
  void reply.type(PROBLEM_TYPE).send(JSON.stringify(problemDocument(problem, language)));
}
