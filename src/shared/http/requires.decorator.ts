import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Permission } from '../authorization/permissions.js';
import { ApiProblems } from './api-problems.decorator.js';
import { tellEdge } from './route-config.js';

export const REQUIRES = 'mitodoke:requires';

/** `public` needs no credential; `signed-in` a session of somebody; `credential` that or an API token. */
export type Requirement = Permission | 'public' | 'signed-in' | 'credential';

/**
 * Declares what a caller needs for an operation. A route without it answers nobody. It is read
 * before the body is parsed, so that 401 and 403 come before any word about the request.
 *
 * @param accepts what its body is: JSON, one file as multipart/form-data, or a form of a page, with files or without
 */
export function Requires(
  requirement: Requirement,
  accepts: 'json' | 'file' | 'form' = 'json',
): MethodDecorator {
  const documented =
    requirement === 'public'
      ? [ApiSecurity({}), ApiProblems(400)]
      : [ApiBearerAuth('session'), ApiProblems(400, 401, 403, 503)];
  return applyDecorators(
    SetMetadata(REQUIRES, requirement),
    tellEdge({ requirement, accepts }),
    ApiExtension('x-permission', requirement),
    ...documented,
  );
}
