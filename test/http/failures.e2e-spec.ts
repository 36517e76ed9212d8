import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PinoLogger } from '../../src/shared/log/pino-logger.js';
import { memberOf, PASSWORD, signedIn, type Member } from '../identity/signing-in.js';
import { TestService } from '../support/api.js';
import { sendRaw, type RawReply } from '../support/raw-http.js';
import type { Town } from '../support/town.js';
import { expectProblem } from './refusals.js';

/** What an answer must not hold: statements, names of the schema, places in the code. */
const INSIDE =
  /select |insert |update |where |relation|column|postgres|typeorm|queryfailed|node_modules|\.[jt]s\b|\bat .+:\d+|vendors|sessions/i;

const JSON_TYPE = { 'content-type': 'application/json' };

let service: TestService;
let town: Town;
let lines: string[];

beforeAll(async () => {
  const logger = new PinoLogger('debug', { write: (line) => lines.push(line) });
  lines = [];
  service = await TestService.start({ logger });
  town = await service.town();
});
afterAll(() => service.stop());
beforeEach(() => {
  lines = [];
});

/** Does something while a table is not there, as if the database had failed. */
async function without<Done>(table: string, act: () => Promise<Done>): Promise<Done> {
  await service.rows(`ALTER TABLE ${table} RENAME TO gone`);
  try {
    return await act();
  } finally {
    await service.rows(`ALTER TABLE gone RENAME TO ${table}`);
  }
}

interface Line {
  readonly level: number;
  readonly requestId?: string;
  readonly err?: { readonly message: string; readonly stack: string };
}

function logged(): Line[] {
  return lines.map((line) => JSON.parse(line) as Line);
}

/** Holds a failure to be told without a word of how it came about, which the log has under its id. */
function expectFailure(reply: RawReply): void {
  expectProblem(reply, 500, 'ja');
  expect(reply.text).not.toMatch(INSIDE);
  const id = reply.headers.get('x-request-id') ?? '';
  expect(JSON.parse(reply.text)).toMatchObject({
    type: 'urn:mitodoke:problem:service.failed',
    instance: `urn:uuid:${id}`,
  });
  const [line] = logged().filter(({ level, requestId }) => level === 50 && requestId === id);
  expect(line?.err?.message).toMatch(/relation ".+" does not exist/);
  expect(line?.err?.stack).toContain('.ts:');
}

describe('a failure of the database', () => {
  it('in a read tells nothing of itself', async () => {
    const { token } = await town.someoneAs('procurement');
    const headers = { authorization: `Bearer ${token}` };
    await sendRaw(service, { path: '/v1/me', headers });

    const reply = await without('vendors', () =>
      sendRaw(service, { path: '/v1/vendors?name=a', headers }),
    );

    expectFailure(reply);
  });

  it('in a write tells nothing of itself or of what was written', async () => {
    const { token } = await town.someoneAs('procurement');
    const reply = await without('vendors', () =>
      sendRaw(service, {
        method: 'POST',
        path: '/v1/vendors',
        headers: { authorization: `Bearer ${token}`, ...JSON_TYPE },
        body: '{"name":"秘密の商会"}',
      }),
    );

    expectFailure(reply);
    expect(lines.join('')).not.toContain('秘密の商会');
  });

  it('before the handler, while the credential is looked up, tells nothing of itself', async () => {
    const { token } = await town.someoneAs('procurement');
    const reply = await without('sessions', () =>
      sendRaw(service, { path: '/v1/me', headers: { authorization: `Bearer ${token}` } }),
    );

    expectFailure(reply);
  });
});

describe('the log', () => {
  let member: Member;
  beforeAll(async () => {
    member = await memberOf(town, service, 'procurement');
  });

  it('tells of every answer by the id of its request, at its lowest level alone', async () => {
    const reply = await sendRaw(service, { path: '/v1/vendors?name=%E7%A7%98' });

    const id = reply.headers.get('x-request-id');
    const told = logged().filter(({ requestId }) => requestId === id);
    expect(told).toMatchObject([
      { level: 20, method: 'GET', route: '/v1/vendors', status: 401, msg: 'Answered' },
    ]);
  });

  it('holds no password and no token, whatever comes of a request', async () => {
    const tokens = await signedIn(service, member);
    const swap = { refreshToken: tokens.refreshToken };
    const authorization = `Bearer ${tokens.accessToken}`;
    const sign = { email: member.email, password: `${PASSWORD}!` };
    const post = (path: string, body: object): Promise<RawReply> =>
      sendRaw(service, {
        method: 'POST',
        path,
        headers: { ...JSON_TYPE, authorization, cookie: `session=${tokens.accessToken}` },
        body: JSON.stringify(body),
      });

    expect((await post('/v1/sessions', sign)).status).toBe(401);
    expect((await post('/v1/sessions', { ...sign, otp: '314159' })).status).toBe(401);
    expect((await without('sessions', () => post('/v1/sessions/refresh', swap))).status).toBe(500);
    const failed = await without('sessions', () => signInAs(member));
    expect(failed.status).toBe(500);
    expect((await post('/v1/sessions/refresh', swap)).status).toBe(201);

    const log = lines.join('');
    expect(log.split('\n').length).toBeGreaterThan(5);
    for (const secret of [PASSWORD, '314159', tokens.accessToken, tokens.refreshToken]) {
      expect(log).not.toContain(secret);
    }
  });

  async function signInAs({ email }: Member): Promise<RawReply> {
    return sendRaw(service, {
      method: 'POST',
      path: '/v1/sessions',
      headers: JSON_TYPE,
      body: JSON.stringify({ email, password: PASSWORD }),
    });
  }
});
