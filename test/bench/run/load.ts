import { Pool } from 'undici';
import type { Operation, Side } from './operation.js';

/** How many requests are under way at any moment. */
export const CONNECTIONS = 16;

/** One side under load: it keeps its connections and remembers whose turn it is. */
export class Load {
  private readonly pool: Pool;
  private turn = 0;

  constructor(
    readonly side: Side,
    url: string,
  ) {
    this.pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 });
  }

  /** Requests a second over a span of time. @throws Error on any reply that is not a good one */
  async rate(operation: Operation, milliseconds: number): Promise<number> {
    const begun = performance.now();
    const counts = await Promise.all(
      Array.from({ length: CONNECTIONS }, () => this.work(operation, begun + milliseconds)),
    );
    const seconds = (performance.now() - begun) / 1000;
    return counts.reduce((sum, count) => sum + count, 0) / seconds;
  }

  /** The reply to one turn. */
  async reply(operation: Operation, turn: number): Promise<unknown> {
    return JSON.parse(await this.run(operation, turn)) as unknown;
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async work(operation: Operation, until: number): Promise<number> {
    let count = 0;
    for (; performance.now() < until; count += 1) await this.run(operation, (this.turn += 1));
    return count;
  }

  private async run(operation: Operation, turn: number): Promise<string> {
    const { call, took } = operation.errand(this.side, turn);
    const { statusCode, body } = await this.pool.request(call);
    const text = await body.text();
    if (statusCode < 200 || statusCode > 299 || text.length < 3) {
      throw new Error(
        `${this.side} answered ${call.method} ${call.path} with ${String(statusCode)}: ${text}`,
      );
    }
    took?.(text);
    return text;
  }
}
