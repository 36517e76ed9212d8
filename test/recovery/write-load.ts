import { v7 as uuidv7 } from 'uuid';
import { lightService } from '../support/engagement.js';

interface Write {
  readonly path: string;
  /** Its `Idempotency-Key`. */
  readonly key: string;
  readonly body: object;
}

/** A write as its sender knows it: the answer it read to its end, or none, and then nobody can tell. */
export interface SentWrite extends Write {
  readonly answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
    readonly body: { readonly id: string };
  };
}

export interface Sender {
  readonly url: string;
  readonly token: string;
  readonly unitId: string;
}

/** How many send at once. */
const SENDERS = 8;

/**
 * Writes without a pause until it is stopped: a thing of one row, a thing of many rows, and now and
 * then the trail is sealed in between.
 */
export class WriteLoad {
  readonly writes: SentWrite[] = [];
  private isStopped = false;
  private readonly senders: Promise<unknown>;

  constructor(private readonly sender: Sender) {
    this.senders = Promise.all(Array.from({ length: SENDERS }, (_, i) => this.run(i)));
  }

  /** Those that were answered with a status. */
  answered(status: number): readonly SentWrite[] {
    return this.writes.filter(({ answer }) => answer?.status === status);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.senders;
  }

  private async run(number: number): Promise<void> {
    for (let turn = number; !this.isStopped; turn += 1) {
      this.writes.push(await send(this.sender, writeOf(this.sender, turn)));
      if (turn % 10 === 0) await seal(this.sender);
    }
  }
}

function writeOf({ unitId }: Sender, turn: number): Write {
  const key = uuidv7();
  return turn % 2 === 0
    ? { path: '/v1/vendors', key, body: { name: `株式会社試験${key}` } }
    : { path: '/v1/engagements', key, body: lightService({ unitId }, { title: key }) };
}

/** Sends a write, or sends it once more. */
export async function send({ url, token }: Sender, write: Write): Promise<SentWrite> {
  const { path, key, body } = write;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  };
  try {
    const reply = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await reply.text();
    const answer = {
      ...{ status: reply.status, headers: Object.fromEntries(reply.headers) },
      ...{ text, body: JSON.parse(text) as { id: string } },
    };
    return { path, key, body, answer };
  } catch {
    return { path, key, body };
  }
}

async function seal({ url, token }: Sender): Promise<void> {
  await fetch(`${url}/v1/audit-trail/checkpoints`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
    .then((reply) => reply.text())
    .catch(() => undefined);
}
