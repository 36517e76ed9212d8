/** What the service answered. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: unknown;
}

/** A problem document (RFC 9457), as far as the demo shows it. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The service refused what the demo expected it to do. */
export class Refused extends Error {
  constructor(
    readonly request: string,
    readonly problem: Problem,
  ) {
    super(`${request}: ${String(problem.status)} ${JSON.stringify(problem)}`);
    this.name = 'Refused';
  }
}

/** Speaks to the service as any other system would: JSON over HTTP with a bearer token. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly onReply?: (method: string, path: string, reply: Reply) => void,
    private readonly token?: string,
  ) {}

  as(token: string): Client {
    return new Client(this.url, this.onReply, token);
  }

  /** @throws Refused */
  async get<Body>(path: string): Promise<Body> {
    return (await this.send('GET', path)).body as Body;
  }

  /** @throws Refused */
  async post<Body>(path: string, body: object, version?: number | string): Promise<Body> {
    return (await this.send('POST', path, body, version)).body as Body;
  }

  /** @throws Refused */
  async put<Body>(path: string, body: object, version?: number | string): Promise<Body> {
    return (await this.send('PUT', path, body, version)).body as Body;
  }

  /** Asks for what is expected to be refused. @throws Error where it is not */
  async refusal(path: string, body: object, version?: number | string): Promise<Problem> {
    try {
      await this.send('POST', path, body, version);
    } catch (error) {
      if (error instanceof Refused) return error.problem;
      throw error;
    }
    throw new Error(`${path} was not refused`);
  }

  /** A file the service writes. @throws Error where it does not */
  async file(path: string): Promise<Buffer> {
    const reply = await fetch(this.url + path, { headers: this.headers() });
    if (!reply.ok) throw new Error(`${path}: ${String(reply.status)} ${await reply.text()}`);
    return Buffer.from(await reply.arrayBuffer());
  }

  private async send(
    method: string,
    path: string,
    body?: object,
    version?: number | string,
  ): Promise<Reply> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...this.headers(),
        ...(body && { 'Content-Type': 'application/json' }),
        ...(version !== undefined && { 'If-Match': `"${String(version)}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    const headers = Object.fromEntries(response.headers);
    const reply = { status: response.status, headers, text, body: answer };
    this.onReply?.(method, path, reply);
    if (!response.ok) throw new Refused(`${method} ${path}`, answer as Problem);
    return reply;
  }

  private headers(): Record<string, string> {
    return {
      'Accept-Language': 'ja',
      ...(this.token !== undefined && { Authorization: `Bearer ${this.token}` }),
    };
  }
}
