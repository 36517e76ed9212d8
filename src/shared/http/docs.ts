import express from 'express';
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import swaggerUi from 'swagger-ui-express';
import { contractPath } from '../openapi/contract-path.js';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** The methods of `/docs`, which the router does not know. */
export const DOCS_METHODS: readonly string[] = ['GET', 'HEAD'];

/**
 * Serves the committed contract at `/docs`, and as JSON at `/docs/openapi.json`. swagger-ui-express is an Express middleware, so a small
 * Express application answers this one path with the raw request; nothing else passes through it.
 */
export function serveDocs(fastify: FastifyInstance): void {
  const contract = JSON.parse(readFileSync(contractPath(), 'utf8')) as Record<string, unknown>;
  const docs = express();
  docs.disable('x-powered-by');
  docs.get('/docs/openapi.json', (_, response) => {
    response.json(contract);
  });
  docs.use(
    '/docs',
    swaggerUi.serve,
    swaggerUi.setup(contract, { customSiteTitle: 'Mitodoke API' }),
  );

  fastify.addHook('onRequest', async (request, reply) => {
    if (!/^\/docs(\/|\?|$)/.test(request.url) || !DOCS_METHODS.includes(request.method)) return;
    void reply.header('content-security-policy', POLICY);
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.hijack();
    docs(request.raw, reply.raw);
  });
}
