import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../domain/text.js';
import { languageOf } from './problem.js';

const documented: ParameterDecorator = (target, method) => {
  const handler =
    method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
  if (method === undefined || handler === undefined) return;
  ApiHeader({
    name: 'Accept-Language',
    required: false,
    description:
      'The language of the texts that are written for people: `ja` or `en`; Japanese where left out.',
    schema: { type: 'string', examples: ['ja', 'en'] },
  })(target, method, handler);
};

/** Hands the handler the language that `Accept-Language` asks for, and documents the header. */
export const AcceptedLanguage = createParamDecorator(
  (_: unknown, context: ExecutionContext): Language =>
    languageOf(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
  [documented],
);
