import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LoggerService } from '@nestjs/common';
import type { FastifyHttpOptions } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { AppModule } from './app.module.js';
import type { Equipment } from './equipment.js';
import { BODY_LIMITS } from './shared/http/body-limits.js';
import { setUpEdge } from './shared/http/edge.js';
import type { HttpOptions } from './shared/http/http-options.js';
import { connectionRefusal, frameworkRefusal } from './shared/http/framework-refusal.js';
import type { Database } from './shared/persistence/database.js';

/** What the headers of a request may be together, the path with its query included. */
const HEADER_BYTES = 16_384;

/** Builds the service on an open database, ready to listen. */
export async function createApp(
  { dataSource }: Pick<Database, 'dataSource'>,
  equipment: Equipment,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...connectionOptions(equipment.http),
    bodyLimit: BODY_LIMITS.bytes,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: frameworkRefusal,
    clientErrorHandler: connectionRefusal,
    exposeHeadRoutes: false,
  });
  const module = AppModule.on(dataSource, equipment);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  await setUpEdge(app, equipment.http);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** How connections are held, and whom the address of a client is believed from. */
function connectionOptions({ timeouts, trustedProxies }: HttpOptions): FastifyHttpOptions<Server> {
  return {
    connectionTimeout: timeouts.idle,
    requestTimeout: timeouts.request,
    // Longer than the minute after which proxies give up an idle connection, so that none is closed under a request.
    keepAliveTimeout: 72_000,
    http: {
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.check,
      maxHeaderSize: HEADER_BYTES,
    },
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
  };
}
