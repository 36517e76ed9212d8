import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyContextConfig } from 'fastify';

/** Adds to what the edge is told of a route; by itself `RouteConfig` replaces what another decorator told. */
export function tellEdge(config: FastifyContextConfig): MethodDecorator {
  return (target, name, descriptor) => {
    const told = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, descriptor.value as object) as
      FastifyContextConfig | undefined;
    RouteConfig({ ...told, ...config })(target, name, descriptor);
  };
}
