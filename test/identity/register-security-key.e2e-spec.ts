import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { byPassword, confirm, register } from './enrolling.js';
import { keyHolder, registerKey, type Challenge, type KeyHolder } from './key-holders.js';
import { memberOf } from './signing-in.js';
import { SoftwareKey, type Odd } from './software-key.js';

let service: TestService;
let town: Town;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
});
afterAll(() => service.stop());

function enrolled(): Promise<KeyHolder> {
  return keyHolder(service, town);
}

describe('registering a security key', () => {
  it('begins with what a browser needs to make one', async () => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));

    const { status, body } = await register(client, { kind: 'webauthn' });

    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'webauthn', secret: null, uri: null });
    expect(body.options).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      excludeCredentials: [],
    });
  });

  it('makes it count, keeps what it is reached by, and does not make it twice', async () => {
    const { client, id } = await enrolled();

    const me = await client.get('/v1/me');
    const again = await register(client, { kind: 'webauthn', label: '同じキー' });
    const [row] = await service.rows(
      'SELECT transports, challenge, counter FROM second_factors WHERE id = $1',
      [id],
    );

    expect(me.body.secondFactor).toEqual({ required: false, given: 'webauthn' });
    expect(again.body.options.excludeCredentials).toMatchObject([{ transports: ['usb'] }]);
    expect(row).toEqual({ transports: ['usb'], challenge: null, counter: '0' });
  });

  it.each<[string, Odd]>([
    ['of another origin', { origin: 'https://evil.example' }],
    ['for another host', { host: 'evil.example' }],
    ['with certificates that nobody asked for', { certified: true }],
  ])('is refused with an answer %s, and nothing is written', async (_, odd) => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));
    const { body } = await register(client, { kind: 'webauthn' });
    const attestation = new SoftwareKey().create(body.options as Challenge, odd);
    const before = await everythingIn(service);

    const reply = await confirm(client, String(body.id), { attestation });

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:second-factor.refused');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is refused with the answer to another challenge, or with none at all', async () => {
    const client = await byPassword(service, await memberOf(town, service, 'staff'));
    const { body } = await register(client, { kind: 'webauthn' });
    const other = { challenge: 'b3RoZXIgY2hhbGxlbmdl' };
    const odd = [
      new SoftwareKey().create(other),
      {},
      { id: 1 },
      { response: null },
      { response: {} },
    ];

    for (const attestation of odd) {
      expect((await confirm(client, String(body.id), { attestation })).status).toBe(422);
    }
    expect((await confirm(client, String(body.id), { otp: '123456' })).status).toBe(400);
  });

  it('is refused of a key that somebody has registered already', async () => {
    const { key } = await enrolled();
    const client = await byPassword(service, await memberOf(town, service, 'staff'));

    expect((await registerKey(client, key)).reply.status).toBe(422);
  });
});
