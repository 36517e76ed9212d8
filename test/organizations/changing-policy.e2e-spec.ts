import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPack } from '../../src/policies/index.js';
import { TestService, type Client } from '../support/api.js';
import { application } from '../exceptions/given.js';
import { approval, castOf } from '../support/approval.js';
import { plan, residentService } from '../support/engagement.js';
import { givenSocialMedia, submittedSocialMedia } from '../support/social-media.js';
import type { Town } from '../support/town.js';

const OFFICIAL = '/v1/organization/settings/authorizing-official-role';

let service: TestService;
let root: string;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
  root = await mkdtemp(join(tmpdir(), 'mitodoke-policies-'));
});
beforeEach(async () => {
  service.itIs('2026-11-20');
  town = await service.town();
  administrator = await town.as('administrator');
});
afterAll(async () => {
  await rm(root, { recursive: true });
  await service.stop();
});

/** A policy that differs from the sample in these sections, loaded as at the start of the service. */
async function loaded(
  id: string,
  sections: string,
  parent = 'extends: kikuyo@2026-11.3',
): Promise<string> {
  const folder = join(root, id);
  await mkdir(folder);
  const head = `{ id: ${id}, version: '1', title: { ja: 見本, en: Sample }, body: { name: { ja: 見本町, en: Town }, type: town } }`;
  await writeFile(
    join(folder, 'pack.yaml'),
    `${head.slice(0, -2)}${parent === '' ? '' : `, ${parent}`} }`,
  );
  await writeFile(join(folder, 'more.yaml'), sections);
  const { pack, contentHash } = await readPack(folder);
  const versionId = uuidv7();
  await service.rows(
    `INSERT INTO policy_versions (id, pack_id, version, content_hash, content) VALUES ($1, $2, '1', $3, $4)`,
    [versionId, id, contentHash, JSON.stringify(pack)],
  );
  return versionId;
}

function adopt(policyVersionId: string): ReturnType<Client['post']> {
  const body = { policyVersionId, effectiveFrom: '2026-11-20' };
  return administrator.post('/v1/policy-adoptions', body);
}

describe('a policy that others would not let go', () => {
  it('is refused where it has no role that administers', async () => {
    const reply = await adopt(await loaded('without-roles', '', ''));

    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:policy-adoption.nobody-administers',
      facts: { effectiveFrom: '2026-11-20', roles: [] },
    });
    expect((await administrator.get('/v1/policy-adoptions')).body.items).toHaveLength(1);
  });

  it('is refused until somebody holds the role that administers under it', async () => {
    const versionId = await loaded(
      'administered-by-head',
      'roles: [{ id: administrator, mappedTo: head-officer }]',
    );

    const refused = await adopt(versionId);
    expect(refused.status).toBe(422);
    expect(refused.body.facts.roles).toEqual(['head-officer']);

    const head = await town.as('head-officer');
    expect((await adopt(versionId)).status).toBe(201);
    const back = await head.post('/v1/policy-adoptions', {
      policyVersionId: versionId,
      effectiveFrom: '2026-11-21',
    });
    expect(back.status, back.text).toBe(201);
  });
});

describe('what the body decided under the policy before', () => {
  it('is of the role in its place where the one named has given way', async () => {
    await administrator.put(OFFICIAL, { value: 'authorizing-official' }, 0);

    const reply = await adopt(
      await loaded(
        'official-is-head',
        'roles: [{ id: authorizing-official, mappedTo: head-officer }]',
      ),
    );

    expect(reply.body.undecidedSettings).toEqual([]);
    const { body } = await administrator.get(OFFICIAL);
    expect(body).toMatchObject({ value: 'head-officer', missing: false, version: 1 });
  });

  it('is open again where the policy does not take it, and can be decided anew', async () => {
    await administrator.put(OFFICIAL, { value: 'ciso', reason: '決裁' }, 0);

    const reply = await adopt(
      await loaded(
        'official-by-choice',
        "settings: [{ id: authorizing-official-role, type: choice, choices: ['mayor', 'deputy'] }]",
      ),
    );

    expect(reply.body.undecidedSettings).toMatchObject([{ id: 'authorizing-official-role' }]);
    const { body } = await administrator.get(OFFICIAL);
    expect(body).toMatchObject({
      ...{ value: null, reason: null, decidedByBody: false, missing: true, version: 1 },
    });
    expect((await administrator.put(OFFICIAL, { value: 'mayor' }, 1)).status).toBe(200);
  });

  it('is told as missing by a rule that rests on it, where the policy gives it another type', async () => {
    const manager = await town.as('section-manager');
    await adopt(
      await loaded(
        'period-in-words',
        'settings: [{ id: exception-period-months, type: text, default: 一年 }]',
      ),
    );
    const { id } = await plan(manager, residentService(town));

    const reply = await manager.post('/v1/exceptions', application(id));

    expect(reply.status, reply.text).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:policy.setting-without-value',
      facts: { setting: 'exception-period-months' },
    });
  });

  it('can still be decided where only the policy before leaves it open', async () => {
    const versionId = await loaded(
      'with-own-setting',
      'settings: [{ id: own-days, label: { ja: 独自の日数, en: Own days }, type: integer }]',
    );
    await adopt(versionId);
    service.itIs('2026-11-21');
    const kikuyo = await loaded('without-own-setting', '');
    await administrator.post('/v1/policy-adoptions', {
      policyVersionId: kikuyo,
      effectiveFrom: '2026-11-21',
    });

    const reply = await administrator.put('/v1/organization/settings/own-days', { value: 5 }, 0);

    expect(reply.status, reply.text).toBe(200);
  });
});

describe('an engagement that began on the policy before', () => {
  it('is gone on with by the role that has since taken the place of the one it asks for', async () => {
    const manager = await town.as('section-manager');
    const { id } = await plan(manager, residentService(town));
    await adopt(
      await loaded('department-is-head', 'roles: [{ id: department-officer, mappedTo: ciso }]'),
    );
    const file = (client: Client): ReturnType<Client['post']> =>
      client.post(`/v1/engagements/${id}/records`, {
        kind: 'impact-review',
        statedOn: '2026-11-20',
        statement: '停止時は窓口で代替受付とする。',
      });

    const refused = await file(manager);
    expect(refused.status).toBe(422);
    expect(refused.body.facts).toEqual({ roles: ['ciso'] });

    const reply = await file(await town.as('ciso', 'section-manager'));
    expect(reply.status, reply.text).toBe(201);
    expect(reply.body).toMatchObject({ recordedAs: 'ciso', discharges: ['K9-2-3a'] });
  });
});

describe('appointing somebody to a role that gave way to another', () => {
  it('is refused, and names the one that took its place', async () => {
    await adopt(
      await loaded('department-gave-way', 'roles: [{ id: department-officer, mappedTo: ciso }]'),
    );
    const { personId } = await town.someoneAs('staff');
    const post = { personId, roleId: 'department-officer', validFrom: '2026-11-20' };

    const reply = await administrator.post('/v1/posts', post);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toEqual([
      {
        pointer: '#/roleId',
        detail: expect.stringContaining('代わりの役職は、ciso（最高情報セキュリティ責任者）です。'),
      },
    ]);
  });
});

describe('who manages a social-media service', () => {
  it('is appointed to the role in the place of the one that the policy before named', async () => {
    const cast = await castOf(service);
    const { id, version } = await submittedSocialMedia(cast.manager, await givenSocialMedia(cast));
    administrator = await cast.town.as('administrator');
    await adopt(
      await loaded('social-is-staff', 'roles: [{ id: social-media-manager, mappedTo: staff }]'),
    );

    const reply = await cast.department.decide(
      `/v1/use-applications/${id}/decision`,
      approval(cast),
      version,
    );

    expect(reply.status, reply.text).toBe(200);
    const posts = await service.rows<{ role_id: string }>(
      'SELECT role_id FROM posts WHERE person_id = $1 ORDER BY role_id',
      [cast.appointeeId],
    );
    expect(posts).toEqual([{ role_id: 'staff' }, { role_id: 'system-staff' }]);
  });

  it('is nobody where the policy gives no role that duty', async () => {
    const cast = await castOf(service);
    administrator = await cast.town.as('administrator');
    await adopt(
      await loaded('social-is-nobody', 'roles: [{ id: social-media-manager, duties: [staff] }]'),
    );
    const { id, version } = await submittedSocialMedia(cast.manager, await givenSocialMedia(cast));

    const reply = await cast.department.decide(
      `/v1/use-applications/${id}/decision`,
      approval(cast),
      version,
    );

    expect(reply.status, reply.text).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:approval.no-role-manages-service');
  });
});
