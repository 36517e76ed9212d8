import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LoggerService } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { AppModule, type Given } from './app.module.js';
import { BODY_LIMITS } from './shared/http/body-limits.js';
import { setUpEdge } from './shared/http/edge.js';
import { connectionRefusal, frameworkRefusal } from './shared/http/framework-refusal.js';
import type { Database } from './shared/persistence/database.js';

/** Builds the service on an open database, ready to listen. */
export async function createApp(
  { dataSource }: Pick<Database, 'dataSource'>,
  given: Given,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMITS.bytes,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: frameworkRefusal,
    clientErrorHandler: connectionRefusal,
    exposeHeadRoutes: false,
  });
  const module = AppModule.on(dataSource, given);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  setUpEdge(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
