import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { SECRETS, toldOf } from './redaction.js';

/** Where Nest tells how it puts itself together. */
const WIRING = new Set<unknown>([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Nest's log through pino, one JSON line each. */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param destination where the lines go; the standard output unless said otherwise */
  constructor(level: string, destination?: DestinationStream) {
    const options = {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: toldOf },
      redact: [...SECRETS],
    };
    this.pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  log(message: unknown, ...rest: unknown[]): void {
    const isWiring = rest.some((context) => WIRING.has(context));
    this.write(isWiring ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** Nest passes the context last and, for errors, the stack before it. */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.findLast((item) => typeof item === 'string');
    if (message instanceof Error) {
      this.pino[level]({ context, err: message }, message.message);
    } else if (typeof message === 'object' && message !== null) {
      const { error, ...fields } = message as { error?: unknown };
      this.pino[level](
        { context, ...fields, ...(error instanceof Error && { err: error }) },
        typeof rest[0] === 'string' ? rest[0] : '',
      );
    } else {
      const err = rest.find((item) => item instanceof Error);
      this.pino[level]({ context, ...(err && { err }) }, String(message));
    }
  }
}
