import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { edgeProblem, languageOf, problemDocument } from './problem.js';
import { PROBLEM_TYPE, refuse, SECURITY_HEADERS } from './refuse.js';

/** Answers what the router refuses before any hook runs: bad URLs and over-long parameters. */
export function frameworkRefusal(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
  refuse(error.statusCode ?? 400, request, reply);
}

const CONNECTION_STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers on the socket itself what is no request at all, so there is no header to read. */
export function connectionRefusal({ code }: ConnectionError, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = edgeProblem(CONNECTION_STATUS[code] ?? 400);
  const body = JSON.stringify(problemDocument(problem, languageOf(undefined)));
  const headers = {
    ...SECURITY_HEADERS,
    connection: 'close',
    'content-type': PROBLEM_TYPE,
    'content-length': String(Buffer.byteLength(body)),
  };
  const status = `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`${[status, ...lines].join('\r\n')}\r\n\r\n${body}`);
}
