import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem.js';
import { refuseWith } from './refuse.js';

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
    refuseWith(problem, request, reply);
  }
}
