import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const REDIRECT_URI = 'https://app.town.example/signed-in';

/** This service, as providers of tests know it. */
export const CLIENT = { clientId: 'mitodoke', clientSecret: 'a secret of 32 characters or more' };

/** Somebody at the provider. */
export interface ProviderPerson {
  /** What they are signed in by (`login_hint`). */
  readonly login: string;
  readonly claims: { readonly sub: string; readonly email?: string; email_verified?: boolean };
  /** How they sign in there. */
  readonly amr: readonly string[];
}

/** A certified OpenID Provider in a process of its own. */
export class ProviderProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
  ) {}

  /** @param port where it was before; 0 for anywhere */
  static async start(port = 0): Promise<ProviderProcess> {
    const child = fork(fileURLToPath(new URL('identity-provider.process.mjs', import.meta.url)), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const clients = [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [REDIRECT_URI],
      },
      {
        client_id: 'public',
        token_endpoint_auth_method: 'none',
        redirect_uris: [REDIRECT_URI],
      },
    ];
    child.send({ start: { port, clients, jwks: { keys: [await signingKey()] } } });
    const { issuer } = await answerOf<{ issuer: string }>(child);
    return new ProviderProcess(child, issuer);
  }

  async knows(person: ProviderPerson): Promise<void> {
    this.child.send({ person });
    await answerOf(this.child);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }

  /** The same provider later, with other keys. */
  async restarted(): Promise<ProviderProcess> {
    await this.stop();
    return ProviderProcess.start(Number(new URL(this.issuer).port));
  }
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' };
}

function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (): void => {
      reject(new Error('The provider ended before it answered'));
    };
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as Answer);
    });
  });
}

/** What a browser is sent back with: it goes where it is sent, with the cookies it was given. */
export async function sentBack(authorizationUrl: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>();
  let url = new URL(authorizationUrl);
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const given of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      cookies.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location === null) throw new Error(`${String(reply.status)} ${await reply.text()}`);
    url = new URL(location, url);
    if (url.href.startsWith(REDIRECT_URI)) return Object.fromEntries(url.searchParams);
  }
  throw new Error('The provider sends the browser around for ever');
}
