import multipart from '@fastify/multipart';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../authorization/authenticator.js';
import type { Caller } from '../authorization/caller.js';
import { PERMISSIONS, type Permission } from '../authorization/permissions.js';
import { SecondFactorRequired } from '../authorization/second-factor.js';
import { allowOrigins } from './cors.js';
import { DOCS_METHODS, serveDocs } from './docs.js';
import type { HttpOptions } from './http-options.js';
import { MethodsByPath } from './methods-by-path.js';
import { edgeProblem, problemOf, type Problem } from './problem.js';
import { permissionMissing } from './permission-missing.js';
import { RateLimiter } from './rate-limiter.js';
import { faultOfMediaType, faultOfParameters, readForms, readJsonOnly } from './request-form.js';
import { refuse, refuseWith, SECURITY_HEADERS } from './refuse.js';
import type { Requirement } from './requires.decorator.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    requirement?: Requirement;
    accepts?: 'json' | 'file' | 'form';
  }
}

/**
 * Sets up what happens before a handler: security headers, the limit of the address (429), then sign-in, the
 * limit of the credential and permission ahead of the body (401, 429, 403), then the form of the body (415, 413, 400).
 */
export async function setUpEdge(app: NestFastifyApplication, options: HttpOptions): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const authenticator = app.get(Authenticator);
  const methods = new MethodsByPath();

  methods.add(DOCS_METHODS, '/docs');
  fastify.addHook('onRoute', (route) => {
    methods.add(route.method, route.url);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.debug(answered(request, reply), 'Answered');
    done();
  });
  await allowOrigins(fastify, options.corsOrigins);
  const limiter = await RateLimiter.on(fastify, options.rateLimits);
  fastify.addHook('onRequest', async (request, reply) => {
    await limiter.admitAddress(request, reply);
  });
  serveDocs(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.method === 'OPTIONS') {
      refuseUnknown(methods, request, reply);
      return;
    }
    await admit({ authenticator, limiter }, request, reply);
  });
  readJsonOnly(fastify);
  readForms(fastify);
  // Files are read as they come, by the route that takes them and looks whether they were cut.
  void fastify.register(multipart, { throwFileSizeLimit: false });
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(faultOfMediaType(request) ?? faultOfParameters(request));
  });
}

const logger = new Logger('Edge');

/** A line of the log for an answer: the path as it is declared, since ids and search words may tell of people. */
function answered({ id, method, routeOptions }: FastifyRequest, reply: FastifyReply): object {
  const { statusCode: status, elapsedTime } = reply;
  return { requestId: id, method, route: routeOptions.url, status, ms: Math.round(elapsedTime) };
}

interface Gate {
  readonly authenticator: Authenticator;
  readonly limiter: RateLimiter;
}

async function admit(
  { authenticator, limiter }: Gate,
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
  if (!(await limiter.admitCaller(request, reply))) return;
  if (isPermitted(requirement, caller)) return;
  refuseWith(await whyForbidden(authenticator, caller, requirement), request, reply);
}

/** Asked only once a caller is refused, so that nobody who may pass waits for it. */
async function whyForbidden(
  authenticator: Authenticator,
  caller: Caller,
  requirement: Requirement | undefined,
): Promise<Problem> {
  if (caller.needsSecondFactor && caller.secondFactor === null) {
    return problemOf(new SecondFactorRequired());
  }
  if (requirement === undefined || !isPermission(requirement)) return edgeProblem(403);
  return permissionMissing(requirement, await authenticator.rolesWith(caller, requirement));
}

/** Deny by default: a route that declares nothing is permitted to nobody. */
function isPermitted(
  requirement: Requirement | undefined,
  { credential, permissions }: Caller,
): boolean {
  if (requirement === undefined || requirement === 'public') return false;
  if (requirement === 'credential') return true;
  return requirement === 'signed-in' ? credential === 'session' : permissions.has(requirement);
}

function isPermission(requirement: Requirement): requirement is Permission {
  return (PERMISSIONS as readonly string[]).includes(requirement);
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
