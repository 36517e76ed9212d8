import { connect, type AddressInfo } from 'node:net';
import type { TestService } from './api.js';

/** A request that no well-behaved client would send. */
export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface RawReply {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Writes a request to the socket byte for byte; nothing is escaped, normalised or corrected. */
export function sendRaw(service: TestService, request: RawRequest): Promise<RawReply> {
  const { method = 'GET', path, headers = {}, body = '' } = request;
  const length = Buffer.byteLength(body);
  const fields = {
    host: 'localhost',
    connection: 'close',
    ...(length > 0 && { 'content-length': String(length) }),
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return exchange(service, [
    `${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`,
    body,
  ]);
}

/** Writes bytes to the socket and reads one answer. */
export async function exchange(
  service: TestService,
  parts: readonly (string | Uint8Array)[],
): Promise<RawReply> {
  const { port } = service.app.getHttpServer().address() as AddressInfo;
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => {
      resolve();
    });
    // The service may hang up on what it refuses while it is still being sent.
    socket.on('error', (error) => {
      if (chunks.length === 0) reject(error);
    });
  });
  return parse(Buffer.concat(chunks).toString('utf8'));
}

function parse(answer: string): RawReply {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const [statusLine = '', ...fields] = head.split('\r\n');
  const headers = new Map(
    fields.map((field) => {
      const colon = field.indexOf(':');
      return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(statusLine.split(' ')[1]), headers, text: rest.join('\r\n\r\n') };
}
