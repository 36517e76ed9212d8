import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Answers what the service asks of an S3-compatible storage (paths, not names of hosts, tell the bucket). */
export class BucketServer {
  readonly objects = new Map<string, { readonly content: Buffer; writtenAt: Date }>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      void this.serve(request, response);
    });
  }

  static async start(): Promise<BucketServer> {
    const bucket = new BucketServer();
    bucket.server.listen(0, '127.0.0.1');
    await once(bucket.server, 'listening');
    return bucket;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.endpoint);
    const key = decodeURIComponent(pathname.split('/').slice(2).join('/'));
    const object = this.objects.get(key);
    if (request.method === 'PUT') {
      this.objects.set(key, { content: await buffer(request), writtenAt: new Date() });
      response.end();
    } else if (request.method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
    } else if (searchParams.get('list-type') === '2') {
      response.setHeader('content-type', 'application/xml').end(this.listing());
    } else if (object === undefined) {
      response.writeHead(404).end();
    } else {
      response.setHeader('content-length', object.content.length);
      response.end(request.method === 'HEAD' ? undefined : object.content);
    }
  }

  private listing(): string {
    const items = [...this.objects].map(
      ([key, { writtenAt }]) =>
        `<Contents><Key>${key}</Key><LastModified>${writtenAt.toISOString()}</LastModified></Contents>`,
    );
    return `<?xml version="1.0"?><ListBucketResult>${items.join('')}</ListBucketResult>`;
  }
}
