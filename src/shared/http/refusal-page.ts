import type { FastifyRequest } from 'fastify';
import type { Language } from '../domain/text.js';
import type { Problem } from './problem.js';
import { tellEdge } from './route-config.js';

/** How a route that serves pages shows a refusal to a browser. */
export interface RefusalPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly render: (problem: Problem, language: Language) => string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    refusalPage?: RefusalPage;
  }
}

/** Declares that browsers are shown refusals as a page, wherever they come from; other clients get problem documents. */
export function RefusesWithPage(refusalPage: RefusalPage): MethodDecorator {
  return tellEdge({ refusalPage });
}

/** The page for a refusal of this request; undefined where it is answered with a problem document. */
export function refusalPageFor({ routeOptions, headers }: FastifyRequest): RefusalPage | undefined {
  const { refusalPage } = routeOptions.config;
  return headers.accept?.includes('text/html') === true ? refusalPage : undefined;
}
