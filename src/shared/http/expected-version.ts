import {
  applyDecorators,
  createParamDecorator,
  HttpException,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Stale } from '../domain/domain-error.js';
import { ApiProblems } from './api-problems.decorator.js';

const STRONG_TAG = /^"([^"]+)"$/;

/**
 * The version the caller last saw, from `If-Match`. It is asked for only after the form of the
 * request is known to be right and compared only after the row is found, so that refusals come in
 * one order everywhere: 400, 428, 404, 412.
 */
export class ExpectedVersion {
  constructor(private readonly header: string | undefined) {}

  /** @throws HttpException 428 where the caller sent no `If-Match` */
  require(): void {
    if (this.header === undefined) throw new HttpException('If-Match is required', 428);
  }

  /** @throws Stale unless the tag names this version; a weak tag never does (RFC 9110, 13.1.1) */
  compare(version: string | number): void {
    this.require();
    if (!this.names(version)) throw new Stale();
  }

  /** Whether the tag names this version. */
  names(version: string | number): boolean {
    return STRONG_TAG.exec(this.header ?? '')?.[1] === String(version);
  }
}

/** Hands the handler the version named by `If-Match`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return new ExpectedVersion(request.headers['if-match']);
});

/** Documents an operation that must name the version it changes. */
export function Versioned(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag last read. Without it 428, with another one 412.',
      schema: { type: 'string' },
    }),
    ApiProblems(404, 412, 428),
  );
}
