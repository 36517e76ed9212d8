import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { sendRaw } from '../support/raw-http.js';
import { ABSENT } from './refusals.js';

const TAKEN = '4011001098993';

let service: TestService;
let tokens: Record<Credential, string>;
let vendor: string;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  const { token, client } = await town.someoneAs('procurement');
  tokens = { none: '', staff: (await town.someoneAs('staff')).token, procurement: token };
  const register = async (body: object): Promise<string> =>
    String((await client.post('/v1/vendors', body)).body.id);
  await register({ name: '先客商会', corporateNumber: TAKEN });
  vendor = await register({ name: '二番商会' });
});
afterAll(() => service.stop());

type Credential = 'none' | 'staff' | 'procurement';

/** Everything a change of a vendor can be refused for, each made wrong or right by itself. */
interface Wrongs {
  readonly credential: Credential;
  readonly mediaType: string;
  readonly body: string;
  readonly ifMatch: string | undefined;
  readonly id: 'absent' | 'vendor';
}

const RIGHT: Wrongs = {
  credential: 'procurement',
  mediaType: 'application/json',
  body: '{"address":"一丁目"}',
  ifMatch: '"1"',
  id: 'vendor',
};

/** In the order in which they must be told. */
const WRONGS: readonly (readonly [status: number, name: string, wrong: Partial<Wrongs>])[] = [
  [401, 'no credential', { credential: 'none' }],
  [403, 'no permission', { credential: 'staff' }],
  [415, 'a wrong media type', { mediaType: 'text/plain' }],
  [400, 'broken JSON', { body: '{' }],
  [400, 'an unknown field', { body: '{"color":"red"}' }],
  [428, 'no If-Match', { ifMatch: undefined }],
  [404, 'an id that names nothing', { id: 'absent' }],
  [412, 'an old version', { ifMatch: '"0"' }],
  [409, 'a number that is taken', { body: `{"corporateNumber":"${TAKEN}"}` }],
];

/** Two wrongs of the same part of a request cannot be made at once. */
const PAIRS = WRONGS.flatMap(([status, name, wrong], index) =>
  WRONGS.slice(index + 1)
    .filter(([, , other]) => Object.keys(other)[0] !== Object.keys(wrong)[0])
    .map(
      ([later, laterName, other]) =>
        [status, name, later, laterName, { ...other, ...wrong }] as const,
    ),
);

async function change(wrongs: Partial<Wrongs>): Promise<number> {
  const { credential, mediaType, body, ifMatch, id } = { ...RIGHT, ...wrongs };
  const { status } = await sendRaw(service, {
    method: 'PATCH',
    path: `/v1/vendors/${id === 'absent' ? ABSENT : vendor}`,
    headers: {
      'content-type': mediaType,
      ...(credential !== 'none' && { authorization: `Bearer ${tokens[credential]}` }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
    },
    body,
  });
  return status;
}

describe('a request that deserves', () => {
  it.each(WRONGS)('%i alone for %s is answered so', async (status, _, wrong) => {
    expect(await change(wrong)).toBe(status);
  });

  it.each(PAIRS)(
    '%i for %s and %i for %s is told the first',
    async (status, _n, _l, _o, wrongs) => {
      const before = await everythingIn(service);

      expect(await change(wrongs)).toBe(status);
      expect(await everythingIn(service)).toEqual(before);
    },
  );

  it('everything at once is asked for a credential', async () => {
    const wrongs = WRONGS.map(([, , wrong]) => wrong).reverse();

    expect(await change(Object.assign({}, ...wrongs) as Partial<Wrongs>)).toBe(401);
  });

  it('no refusal is done', async () => {
    expect(await change({})).toBe(200);
  });
});

describe('a row of another town', () => {
  it('is refused byte for byte like one that is not there', async () => {
    const elsewhere = await (await service.town()).someoneAs('procurement');
    const headers = { authorization: `Bearer ${elsewhere.token}` };

    const foreign = await sendRaw(service, { path: `/v1/vendors/${vendor}`, headers });
    const absent = await sendRaw(service, { path: `/v1/vendors/${ABSENT}`, headers });

    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(absent.text);
  });
});
