import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Where the builder of the contract finds which problems an operation answers with. */
export const PROBLEM_EXTENSION = 'x-problem-';

/**
 * Documents the problem documents (RFC 9457) an operation can answer with. They are noted as
 * extensions, because a declared response would displace the one derived from the return type.
 */
export function ApiProblems(...statuses: readonly number[]): MethodDecorator {
  return applyDecorators(
    ...statuses.map((status) => ApiExtension(`${PROBLEM_EXTENSION}${String(status)}`, true)),
  );
}
