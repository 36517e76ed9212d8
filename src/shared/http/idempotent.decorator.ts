import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ApiProblems } from './api-problems.decorator.js';

/** Documents a POST that is done once per `Idempotency-Key`, however often it arrives. */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'A repeated request with the same key gets the first reply again (24 hours); 409 while the first is running, 422 when its content differs.',
      schema: { type: 'string', maxLength: 255 },
    }),
    ApiProblems(409, 422),
  );
}
