import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, problemDocument, problemOf } from './problem.js';
import { PROBLEM_TYPE } from './refuse.js';

/** What goes with a status (RFC 9110, 11.6.1 and 10.2.3, seconds). */
const HEADERS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer' },
  503: { 'retry-after': '60' },
};

/** The one place where a refusal or a failure becomes an answer: `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refused = problemOf(error);
    const isFailure = refused.status >= 500;
    const problem = isFailure ? { ...refused, instance: `urn:uuid:${request.id}` } : refused;
    if (isFailure) {
      this.logger.error({ requestId: request.id, error }, 'A request failed');
    }
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .headers(HEADERS[problem.status] ?? {})
      .type(PROBLEM_TYPE)
      .send(
        JSON.stringify(problemDocument(problem, languageOf(request.headers['accept-language']))),
      );
  }
}
