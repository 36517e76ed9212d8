import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setImmediate as turn } from 'node:timers/promises';
import { issueToken } from '../../src/identity/tokens.js';
import { DatabaseUnreachable } from '../../src/shared/persistence/database-unreachable.js';
import { NOBODY } from '../../src/shared/persistence/scope.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import { TestService, type Client } from '../support/api.js';
import { expectContract } from '../support/contract.js';
import { cuttableDatabase, type CuttableDatabase } from '../support/cuttable-database.js';
import type { Town } from '../support/town.js';
import { PATIENCE, untilReady } from './until.js';
import { expectWholeUnits } from './whole-units.js';
import { send, WriteLoad, type Sender, type SentWrite } from './write-load.js';

let database: CuttableDatabase;
let service: TestService;
let town: Town;
let client: Client;
let sender: Sender;

beforeAll(async () => {
  database = await cuttableDatabase();
  service = await TestService.start({ opened: database });
  town = await service.town();
  const someone = await town.someoneAs('procurement', 'section-manager', 'auditor');
  ({ client } = someone);
  sender = { url: await service.app.getUrl(), token: someone.token, unitId: town.unitId };
});
afterAll(() => service.stop());

const UNAVAILABLE = { type: 'urn:mitodoke:problem:service.unavailable', status: 503 };

describe('without its database', () => {
  it.each([
    ['a read', () => client.get('/v1/vendors')],
    ['a read of one thing', () => client.get(`/v1/vendors/${town.unitId}`)],
    ['a write', () => client.post('/v1/vendors', { name: '株式会社不通' })],
    [
      'a sign-in',
      () => service.anyone.post('/v1/sessions', { email: 'a@b.example', password: 'x' }),
    ],
    ['a token', () => service.clientWith(issueToken(town.organizationId).token).get('/v1/me')],
    ['whether it is ready', () => service.anyone.get('/health/ready')],
  ])('%s is answered with 503 and when to ask again', async (_, ask) => {
    await client.get('/v1/me').expect(200);
    await database.cut();
    const { status, headers, body } = await ask();
    await database.mend();

    expect({ status, body }).toMatchObject({ status: 503, body: UNAVAILABLE });
    expect(headers['retry-after']).toBe('5');
    await untilReady(sender.url);
  });

  it('the service lives, and tells so', async () => {
    await database.cut();
    const { status } = await service.anyone.get('/health/live');
    await database.mend();

    expect(status).toBe(200);
  });
});

describe('a database lost while it works', () => {
  const slow = 'SELECT sum(i) FROM generate_series(1, 3000000) AS i';

  it.each([
    [
      'a named read',
      (tx: Transactor) => tx.readOne(NOBODY, { name: 'slow', text: slow, values: [] }),
    ],
    ['a transaction', (transactor: Transactor) => transactor.write(NOBODY, (tx) => tx.query(slow))],
  ])('fails %s alone', async (_, work) => {
    const working = work(service.app.get(Transactor));
    // Both are sent by the time the loop comes round.
    await Promise.all([
      expect(working).rejects.toThrow(DatabaseUnreachable),
      turn().then(() => database.cut()),
    ]);
    await database.mend();

    await untilReady(sender.url);
  });
});

describe('a database lost under load', () => {
  it('loses nothing that was acknowledged, and the service recovers by itself', async () => {
    const load = new WriteLoad(sender);
    for (let outage = 1; outage <= 3; outage += 1) {
      const done = load.answered(201).length;
      await expect.poll(() => load.answered(201).length, PATIENCE).toBeGreaterThan(done + 20);
      await database.cut();
      await expect.poll(() => load.answered(503).length, PATIENCE).toBeGreaterThan(outage * 50);
      await database.mend();
      await untilReady(sender.url);
    }
    await load.stop();

    for (const { path, answer } of load.writes) {
      if (answer === undefined) throw new Error('An outage left a request without an answer');
      expectContract('POST', path, answer);
    }
    const { writes } = load;
    const refused = load.answered(503);
    expect(load.answered(201).length + refused.length).toBe(writes.length);
    await expectWholeUnits(service.database, writes);
    const again: SentWrite[] = [];
    for (const write of refused) again.push(await send(sender, write));
    expect(await expectWholeUnits(service.database, [...writes, ...again])).toBe(writes.length);
  });
});
