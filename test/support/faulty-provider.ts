import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLIENT } from './identity-provider.js';

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** What a provider is asked to do wrong. */
export interface Fault {
  /** Members of the ID token that are other than they should be; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** How it is signed, if not with the key the provider tells of. */
  readonly signed?:
    'by-another-key' | 'by-another-key-of-that-name' | 'by-the-secret' | 'not-at-all';
  /** What is done to the ID token at last. */
  readonly altered?: (idToken: string) => string;
  /** What some of its addresses answer instead. */
  readonly answers?: Readonly<Record<string, Answer>>;
}

export type Answer = { readonly status: number; readonly body: string } | 'nothing' | 'never';

const HOUR = 3600;

interface Keys {
  readonly told: Key;
  readonly other: Key;
  readonly jwk: object;
}

/** Made once: a pair takes longer than what is tested with it. */
let keys: Promise<Keys> | undefined;

async function makeKeys(): Promise<Keys> {
  const told = await generateKeyPair('RS256', { extractable: true });
  const other = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(told.publicKey)), kid: 'told', use: 'sig', alg: 'RS256' };
  return { told: told.privateKey, other: other.privateKey, jwk };
}

/** A provider that does what it is told, in this process: right but for the fault that is named. */
export class FaultyProvider {
  fault: Fault = {};
  /** What the sign-in it answers for was asked with. */
  nonce = '';
  person: Readonly<Record<string, unknown>> = {};

  private constructor(
    private readonly server: Server,
    private readonly keys: Keys,
  ) {}

  static async start(): Promise<FaultyProvider> {
    keys ??= makeKeys();
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const provider = new FaultyProvider(server, await keys);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void provider.answer(request, response);
    });
    return provider;
  }

  get issuer(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const answer = this.fault.answers?.[path] ?? {
      status: 200,
      body: JSON.stringify(await this.rightAnswer(path)),
    };
    if (answer === 'never') return;
    if (answer === 'nothing') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      location: 'http://127.0.0.1:1/elsewhere',
    });
    response.end(answer.body);
  }

  private async rightAnswer(path: string): Promise<object> {
    const { issuer } = this;
    if (path === '/jwks') return { keys: [this.keys.jwk] };
    if (path === '/token') {
      return { access_token: 'any', token_type: 'Bearer', id_token: await this.idToken() };
    }
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      // It would take any, so that it is the service that does not.
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    };
  }

  private async idToken(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims: JWTPayload = {
      ...{ iss: this.issuer, aud: CLIENT.clientId, nonce: this.nonce, ...this.person },
      ...{ iat: now, exp: now + HOUR, ...this.fault.claims },
    };
    return this.fault.altered?.(await this.sign(claims)) ?? this.sign(claims);
  }

  private sign(claims: JWTPayload): Promise<string> | string {
    const { told, other } = this.keys;
    const jwt = (alg: string, kid: string): SignJWT =>
      new SignJWT(claims).setProtectedHeader({ alg, kid });
    switch (this.fault.signed) {
      case 'by-another-key':
        return jwt('RS256', 'gone').sign(other);
      case 'by-another-key-of-that-name':
        return jwt('RS256', 'told').sign(other);
      case 'by-the-secret':
        return jwt('HS256', 'told').sign(Buffer.from(CLIENT.clientSecret));
      case 'not-at-all':
        return new UnsecuredJWT(claims).encode();
      default:
        return jwt('RS256', 'told').sign(told);
    }
  }
}
