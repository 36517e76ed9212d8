import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { equipmentOf } from '../../src/equipment.js';
import { Founding, type NewAccount } from '../../src/organizations/index.js';
import { accountSheet, foundSampleOnFirstStart, TINY_TOWN } from '../../src/sample/index.js';
import { SCHEMA } from '../../src/schema.js';
import { readConfig, type Config } from '../../src/shared/config/config.js';
import { openDatabase, type Database } from '../../src/shared/persistence/database.js';
import { UNLIMITED } from '../support/api.js';
import { AuthenticatorApp } from '../support/authenticator-app.js';

interface Me {
  readonly posts: readonly { readonly roleId: string }[];
  readonly permissions: readonly string[];
  readonly secondFactor: { readonly required: boolean; readonly given: string | null };
}

/** The authenticator apps of those who have a secret, by address. */
const apps = new Map<string, AuthenticatorApp>();

let folder: string;
let config: Config;
let database: Database;
let app: NestFastifyApplication;
let accounts: readonly NewAccount[];

async function start(): Promise<void> {
  database = await openDatabase(config.database, SCHEMA);
  const equipment = { ...(await equipmentOf(config)), http: UNLIMITED };
  app = await createApp(database, equipment, false);
  accounts = await foundSampleOnFirstStart(app, database, config);
}

async function stop(): Promise<void> {
  await app.close();
  await database.close();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitodoke-sample-'));
  config = readConfig({ DATA_DIR: folder });
  await start();
});
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

function codeOf({ email, otpSecret }: NewAccount): { otp?: string } {
  if (otpSecret === null) return {};
  const app = apps.get(email) ?? new AuthenticatorApp(otpSecret);
  apps.set(email, app);
  return { otp: app.code() };
}

function signIn({ email, password }: NewAccount, given: object): supertest.Test {
  return supertest(app.getHttpServer())
    .post('/v1/sessions')
    .send({ email, password, ...given });
}

async function me(account: NewAccount): Promise<Me> {
  const session = await signIn(account, codeOf(account));
  expect(session.status).toBe(201);
  const { accessToken } = session.body as { accessToken: string };
  const reply = await supertest(app.getHttpServer())
    .get('/v1/me')
    .set('Authorization', `Bearer ${accessToken}`);
  return reply.body as Me;
}

describe('the first start of an embedded database', () => {
  it('makes a town whose people can all sign in to what their posts permit', async () => {
    const everyone = await Promise.all(accounts.map(me));

    expect(accounts).toHaveLength(20);
    for (const { posts, permissions } of everyone) {
      expect(posts.length).toBeGreaterThan(0);
      expect(permissions.length).toBeGreaterThan(0);
    }
    for (const [i, { secondFactor }] of everyone.entries()) {
      const hasSecret = accounts[i]?.otpSecret !== null;
      expect(secondFactor).toEqual({ required: hasSecret, given: hasSecret ? 'totp' : null });
    }
    const held = new Set(everyone.flatMap(({ posts }) => posts.map(({ roleId }) => roleId)));
    expect(held).toEqual(
      new Set([
        'ciso',
        'head-officer',
        'department-officer',
        'section-manager',
        'system-manager',
        'system-staff',
        'committee',
        'secretariat',
        'chief-audit-officer',
        'auditor',
        'authorizing-official',
        'cloud-service-manager',
        'social-media-manager',
        'incident-team',
        'security-reviewer',
        'procurement',
        'staff',
        'administrator',
        'adviser',
      ]),
    );
  });

  it.each([
    ['平野 智子', 'organization:administer', 'use-application:decide'],
    ['古閑 誠', 'use-application:decide', 'contract:sign'],
    ['髙橋 翔', 'assessment:review', 'contract:sign'],
    ['工藤 武史', 'audit:write', 'vendor:write'],
    ['上田 大輔', 'contract:write', 'assessment:review'],
    ['吉田 優花', 'use-application:write', 'vendor:write'],
  ])('lets %s do %s and not %s', async (name, permitted, refused) => {
    const account = accounts.find((known) => known.name === name);
    if (account === undefined) throw new Error(`Nobody is called ${name}`);

    const { permissions } = await me(account);

    expect(permissions).toContain(permitted);
    expect(permissions).not.toContain(refused);
  });

  it('lets those whose role asks for it in by password and one-time password alone', async () => {
    const guarded = accounts.filter(({ otpSecret }) => otpSecret !== null);

    expect(guarded.map(({ name }) => name)).toEqual([
      ...['田上 正臣', '本田 由紀子', '緒方 隆', '古閑 誠', '平野 智子'],
    ]);
    for (const account of guarded) {
      const reply = await signIn(account, {});
      expect(reply.status).toBe(401);
      expect(reply.body.type).toBe('urn:mitodoke:problem:session.second-factor-needed');
    }
  });

  it('tells every password and secret once, on a sheet for the terminal', () => {
    const sheet = accountSheet(accounts);

    expect(sheet.split('\n')).toHaveLength(accounts.length + 2);
    for (const { name, email, password, otpSecret } of accounts) {
      expect(sheet).toContain(`${name}  `);
      const secret = otpSecret === null ? '' : ` +${otpSecret}`;
      expect(sheet).toMatch(new RegExp(`${email} +${password}${secret}\n`));
    }
  });

  it('has everything ready: the policy, its one open setting and a register of it all', async () => {
    const administrator = accounts.find(({ name }) => name === '平野 智子');
    if (administrator === undefined) throw new Error('There is no administrator');
    const session = await signIn(administrator, codeOf(administrator));
    const { accessToken } = session.body as { accessToken: string };
    const get = (url: string): supertest.Test =>
      supertest(app.getHttpServer()).get(url).set('Authorization', `Bearer ${accessToken}`);

    const settings = await get('/v1/organization/settings?limit=200');
    const missing = (settings.body.items as { missing: boolean }[]).filter((s) => s.missing);
    expect(missing).toEqual([]);
    expect((await get('/v1/organization')).body.name).toContain('見本');
    expect((await get('/v1/org-units')).body.items).toHaveLength(9);
    const trail = await get('/v1/audit-trail?limit=200&subjectKind=post');
    expect(trail.body.items).toHaveLength(28);
    expect(trail.body.items[0]).toMatchObject({ action: 'post.appointed', personId: null });
  });
});

describe('a tiny town', () => {
  it('runs with five people who hold every post among them', async () => {
    const five = await app.get(Founding).found(TINY_TOWN);
    const everyone = await Promise.all(five.map(me));

    expect(five).toHaveLength(5);
    expect(Math.max(...everyone.map(({ posts }) => posts.length))).toBeGreaterThanOrEqual(4);
    const held = everyone.map(({ posts }) => posts.map(({ roleId }) => roleId));
    for (const role of [
      'ciso',
      'head-officer',
      'department-officer',
      'section-manager',
      'auditor',
    ]) {
      expect(held.flat()).toContain(role);
    }
    expect(held.filter((roles) => roles.includes('security-reviewer'))).toHaveLength(2);
  });

  it('is founded as a whole or not at all', async () => {
    const broken = {
      ...TINY_TOWN,
      name: '未完村',
      people: [
        { name: '先頭 職員', email: 'sentou@mikan.example', posts: [{ roleId: 'administrator' }] },
        { name: '誤記 職員', email: 'goki@mikan.example', posts: [{ roleId: 'emperor' }] },
      ],
    };

    await expect(app.get(Founding).found(broken)).rejects.toMatchObject({
      code: 'request.invalid',
    });

    const people = broken.people.slice(0, 1);
    const plan = { ...broken, people, secondFactors: false };
    const [first] = await app.get(Founding).found(plan);
    expect(first?.otpSecret).toBeNull();
  });
});

describe('no sample', () => {
  it.each<[string, { isNew: boolean }, Pick<Config, 'database' | 'production' | 'movableClock'>]>([
    [
      'in production',
      { isNew: true },
      { production: true, movableClock: false, database: { kind: 'embedded', folder: 'data' } },
    ],
    [
      'on a server',
      { isNew: true },
      {
        ...{ production: false, movableClock: false },
        database: { kind: 'server', url: '', ownerUrl: '', poolSize: 1 },
      },
    ],
    [
      'where a parent process sets up bodies itself',
      { isNew: true },
      { production: false, movableClock: true, database: { kind: 'embedded', folder: 'data' } },
    ],
  ])('is made %s', async (_, opened, given) => {
    expect(await foundSampleOnFirstStart(app, opened, given)).toEqual([]);
  });

  it('is made on the second start, and those of the first still sign in', async () => {
    const before = accounts;
    await stop();
    await start();

    expect(accounts).toEqual([]);
    await Promise.all(before.slice(0, 2).map(me));
  });
});
