import {
  createParamDecorator,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { rm } from 'node:fs/promises';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { FilesSettings } from '../files-settings.js';
import { receive, type ReceivedFile } from './receive.js';

declare module 'fastify' {
  interface FastifyRequest {
    receivedFile?: ReceivedFile;
  }
}

/** Receives the file of a request before its handler, and takes it away when that is done. */
@Injectable()
export class ReceiveFile implements NestInterceptor {
  constructor(private readonly settings: FilesSettings) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const file = await receive(request, this.settings);
    request.receivedFile = file;
    // A repeated request (Idempotency-Key) is the same where its content is.
    request.body = { name: file.name, sha256: file.sha256 };
    const handled = lastValueFrom<unknown>(next.handle());
    return from(handled.finally(() => rm(file.path, { force: true })));
  }
}

/** The file that was received for this request. */
export const Received = createParamDecorator(
  (_: unknown, context: ExecutionContext): ReceivedFile => {
    const { receivedFile } = context.switchToHttp().getRequest<FastifyRequest>();
    if (receivedFile === undefined) throw new Error('The route receives no file');
    return receivedFile;
  },
);
