import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Speaks INSTREAM as clamd(8) describes it, and finds what a test tells it to. */
export class Clamd {
  /** What it says of a content. */
  verdict: (content: Buffer) => string = () => 'stream: OK';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((socket) => {
      void this.serve(socket);
    });
  }

  static async start(): Promise<Clamd> {
    const clamd = new Clamd();
    clamd.server.listen(0, '127.0.0.1');
    await once(clamd.server, 'listening');
    return clamd;
  }

  get address(): { readonly host: string; readonly port: number } {
    return { host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(socket: Socket): Promise<void> {
    let said = Buffer.alloc(0);
    for await (const bytes of socket as AsyncIterable<Buffer>) {
      said = Buffer.concat([said, bytes]);
      const content = contentOf(said);
      if (content === undefined) continue;
      socket.end(`${this.verdict(content)}\0`);
      return;
    }
  }
}

const COMMAND = 'zINSTREAM\0';

/** The content once it is whole: parts that each tell their length, and one of none. */
function contentOf(said: Buffer): Buffer | undefined {
  if (said.length < COMMAND.length) return undefined;
  if (said.subarray(0, COMMAND.length).toString() !== COMMAND) throw new Error('Not INSTREAM');
  const parts: Buffer[] = [];
  let at = COMMAND.length;
  while (at + 4 <= said.length) {
    const length = said.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(said.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
