import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../authorization/authenticator.js';
import type { Caller } from '../authorization/caller.js';
import type { Permission } from '../authorization/permissions.js';
import { DOCS_METHODS, serveDocs } from './docs.js';
import { MethodsByPath } from './methods-by-path.js';
import { edgeProblem, type Problem } from './problem.js';
import { faultOfMediaType, faultOfParameters, readJsonOnly } from './request-form.js';
import { permissionMissing } from './permission-missing.js';
import { refuse, refuseWith, SECURITY_HEADERS } from './refuse.js';
import type { Requirement } from './requires.decorator.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    requirement?: Requirement;
    accepts?: 'json' | 'file';
  }
}

/**
 * Sets up what happens before a handler: security headers, sign-in and permission ahead of the body
 * (401 and 403 come first), then the form of the body (415, 413, 400).
 */
export function setUpEdge(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const authenticator = app.get(Authenticator);
  const methods = new MethodsByPath();

  serveDocs(fastify);
  methods.add(DOCS_METHODS, '/docs');
  fastify.addHook('onRoute', (route) => {
    methods.add(route.method, route.url);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    if (request.is404) {
      refuseUnknown(methods, request, reply);
      return;
    }
    await admit(authenticator, request, reply);
  });
  readJsonOnly(fastify);
  // Files are read as they come, by the route that takes them and looks whether they were cut.
  void fastify.register(multipart, { throwFileSizeLimit: false });
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(faultOfMediaType(request) ?? faultOfParameters(request));
  });
}

async function admit(
  authenticator: Authenticator,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { requirement } = request.routeOptions.config;
  if (requirement === 'public') return;
  const token = /^Bearer +([\w.~+/=-]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];
  const caller = token === undefined ? undefined : await authenticator.authenticate(token);
  if (caller === undefined) {
    refuse(401, request, reply);
    return;
  }
  request.caller = caller;
  if (isPermitted(requirement, caller.permissions)) return;
  refuseWith(await whyForbidden(authenticator, caller, requirement), request, reply);
}

/** Asked only once a caller is refused, so that nobody who may pass waits for it. */
async function whyForbidden(
  authenticator: Authenticator,
  caller: Caller,
  requirement: Requirement | undefined,
): Promise<Problem> {
  if (requirement === undefined || requirement === 'public' || requirement === 'signed-in') {
    return edgeProblem(403);
  }
  return permissionMissing(requirement, await authenticator.rolesWith(caller, requirement));
}

/** Deny by default: a route that declares nothing is permitted to nobody. */
function isPermitted(
  requirement: Requirement | undefined,
  permissions: ReadonlySet<Permission>,
): boolean {
  if (requirement === undefined || requirement === 'public') return false;
  return requirement === 'signed-in' || permissions.has(requirement);
}

function refuseUnknown(methods: MethodsByPath, request: FastifyRequest, reply: FastifyReply): void {
  const [path = ''] = request.url.split('?');
  const allowed = methods.of(path);
  if (allowed.length === 0) {
    refuse(404, request, reply);
    return;
  }
  void reply.header('allow', allowed.join(', '));
  refuse(405, request, reply);
}
