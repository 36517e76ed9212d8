import type { FastifyReply, FastifyRequest } from 'fastify';
import { edgeProblem, languageOf, problemDocument, type Problem } from './problem.js';

/** What every answer carries, so that a browser does nothing with it but show it. */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
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

/** Answers with a problem. */
export function refuseWith(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  void reply
    .status(problem.status)
    .headers(STATUS_HEADERS[problem.status] ?? {})
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemDocument(problem, language)));
}
