import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/**
 * Adds what follows from a reply: the strong `ETag` of a versioned resource, `Location` of a created
 * one, `Link` to the next page, and whether a repeated request got its first reply again.
 */
@Injectable()
export class ReplyHeadersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        if (typeof body === 'object' && body !== null) describe(body, request, reply);
        if (request.idempotencyClaim?.replayed === true) {
          void reply.header('idempotency-replayed', 'true');
        }
        return body;
      }),
    );
  }
}

function describe(body: object, request: FastifyRequest, reply: FastifyReply): void {
  if ('version' in body) void reply.header('etag', `"${String(body.version)}"`);
  if (reply.statusCode === 201 && 'id' in body) tellLocation(String(body.id), request, reply);
  if ('nextCursor' in body && typeof body.nextCursor === 'string') {
    const next = new URL(request.originalUrl, 'http://localhost');
    next.searchParams.set('after', body.nextCursor);
    void reply.header('link', `<${next.pathname}${next.search}>; rel="next"`);
  }
}

/** A resource is read at `/v1/<plural>/<id>`, whatever it was created under, if it can be at all. */
function tellLocation(id: string, request: FastifyRequest, reply: FastifyReply): void {
  const collection = `/v1/${request.routeOptions.url?.split('/').at(-1) ?? ''}`;
  if (!request.server.hasRoute({ method: 'GET', url: `${collection}/:id` })) return;
  void reply.header('location', `${collection}/${id}`);
}
