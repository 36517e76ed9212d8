import { v4 as randomUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applied, CLASS_2, PERMIT } from '../exceptions/given.js';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { trailOf } from '../support/operation.js';
import { sendRaw } from '../support/raw-http.js';
import type { Town } from '../support/town.js';
import { codesOf, noticesOf, toldOf } from './given.js';

let service: TestService;
let town: Town;
let manager: Client;
let managerId: string;
let managerToken: string;
let ciso: Client;
let cisoId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  ({
    client: manager,
    personId: managerId,
    token: managerToken,
  } = await town.someoneAs('section-manager'));
  ({ client: ciso, personId: cisoId } = await town.someoneAs('ciso'));
});
afterAll(() => service.stop());

/** An exception that was permitted and ended again, so that people were told. */
async function ended(by: Client = manager): Promise<{ engagementId: string; exceptionId: string }> {
  const { id: engagementId } = await plan(by, residentService(town));
  const { id, version } = await applied(by, engagementId);
  const permitted = await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);
  const url = `/v1/exceptions/${id}/end`;
  const given = { reason: '締結したため。' };
  await ciso.decide(url, given, (permitted.body as { version: number }).version).expect(200);
  return { engagementId, exceptionId: id };
}

describe('a notice', () => {
  it('tells in both languages what happened to what, and where it belongs', async () => {
    const { engagementId, exceptionId } = await ended();
    const [notice] = await noticesOf(manager);

    expect(notice).toMatchObject({
      code: 'exception.ended',
      title: { ja: '例外措置が終了しました', en: 'An exception was ended' },
      subject: { kind: 'policy-exception', id: exceptionId },
      engagementId,
      readAt: null,
    });
    expect(await trailOf(service, exceptionId)).toContain('notice.sent');
  });

  it('goes to a person once, whatever posts make them concerned', async () => {
    const { client, personId } = await town.someoneAs('section-manager', 'procurement', 'staff');
    await town.appoint(personId, 'section-manager');
    const { engagementId } = await ended(client);

    expect(await codesOf(client, engagementId)).toEqual(['exception.ended']);
    const told = await toldOf(service, engagementId, 'exception.ended');
    expect(told).toEqual([...new Set([personId, managerId, cisoId])].sort());
    await service.rows(`UPDATE posts SET valid_until = '2026-01-01' WHERE person_id = $1`, [
      personId,
    ]);
  });

  it('goes to those who manage the section of the engagement, or one above it, and to no other', async () => {
    const unit = (id: string, parent: string | null): Promise<unknown> =>
      service.rows(
        `INSERT INTO org_units (organization_id, id, name, parent_id) VALUES ($1, $2, '係', $3)`,
        [town.organizationId, id, parent],
      );
    const [below, beside] = [randomUuid(), randomUuid()];
    await unit(below, town.unitId);
    await unit(beside, null);
    const besideThem = await town.someoneAs('section-manager');
    await service.rows('UPDATE posts SET unit_id = $2 WHERE person_id = $1', [
      besideThem.personId,
      beside,
    ]);
    const { id } = await plan(manager, residentService(town, { unitId: below }));
    const exception = await applied(manager, id);
    await ciso.decide(`/v1/exceptions/${exception.id}/decision`, PERMIT, exception.version);
    await classify(id);

    const told = await toldOf(service, id, 'exception.voided');
    expect(told).toEqual([managerId, cisoId].sort());
  });

  it('passes over systems and people who left, and stops nothing where nobody remains', async () => {
    const { client, personId } = await town.someoneAs('section-manager');
    const { id: engagementId } = await plan(client, residentService(town));
    const { id, version } = await applied(client, engagementId);
    await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version).expect(200);
    await service.rows(`UPDATE people SET ended_on = '2026-11-19' WHERE id = $1`, [personId]);
    await service.rows(`UPDATE people SET kind = 'system' WHERE id = $1`, [managerId]);
    await classify(engagementId, ciso);
    await service.rows(`UPDATE people SET kind = 'human' WHERE id = $1`, [managerId]);

    expect(await toldOf(service, engagementId, 'exception.voided')).toEqual([cisoId]);
    expect(await codesOf(manager, engagementId)).toEqual([]);
  });

  it('is not left by a change that is refused', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagementId);
    await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version).expect(200);
    const before = await everythingIn(service);
    const url = `/v1/engagements/${engagementId}/data-items`;
    await manager
      .decide(url, { ...CLASS_2, confidentiality: 'C9' }, await versionOf(manager, engagementId))
      .expect(400);
    await manager.decide(url, CLASS_2, 1).expect(412);

    expect(await everythingIn(service)).toEqual(before);
  });

  it('is not left by a change that is rolled back after it was written', async () => {
    const { id: engagementId } = await plan(manager, residentService(town));
    const { id, version } = await applied(manager, engagementId);
    await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version).expect(200);
    await service.rows(`CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the trail cannot be written'; END $$`);
    await service.rows(`CREATE TRIGGER fails BEFORE INSERT ON audit_trail FOR EACH ROW
      WHEN (NEW.action = 'data-item.classified') EXECUTE FUNCTION fails()`);
    const before = await everythingIn(service);
    const current = await versionOf(manager, engagementId);
    const reply = await sendRaw(service, {
      method: 'POST',
      path: `/v1/engagements/${engagementId}/data-items`,
      headers: {
        ...{ authorization: `Bearer ${managerToken}`, 'if-match': `"${String(current)}"` },
        'content-type': 'application/json',
      },
      body: JSON.stringify(PUBLIC),
    });
    const after = await everythingIn(service);
    await service.rows('DROP FUNCTION fails CASCADE');

    expect(reply.status).toBe(500);
    expect(after).toEqual(before);
  });
});

describe('the inbox', () => {
  it('is one person’s, newest first, page by page', async () => {
    const sent = [await ended(), await ended(), await ended()].reverse();
    const first = await manager.get('/v1/me/notices?limit=2');
    const cursor = (first.body as { nextCursor: string }).nextCursor;
    const second = await manager.get(`/v1/me/notices?limit=2&after=${cursor}`);
    const items = [first, second].flatMap(({ body }) => body.items as { engagementId: string }[]);

    expect(items.slice(0, 3).map(({ engagementId }) => engagementId)).toEqual(
      sent.map(({ engagementId }) => engagementId),
    );
    expect(await noticesOf(await town.as('staff'))).toEqual([]);
  });

  it('notes once when a notice was read, however often that is told', async () => {
    await ended();
    const [notice] = await noticesOf(manager, '?unread=true');
    const id = notice?.id ?? '';
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => manager.post(`/v1/me/notices/${id}/reading`)),
    );

    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    const [read] = await noticesOf(manager, '?unread=false');
    expect(read).toMatchObject({ id });
    expect(read?.readAt).not.toBeNull();
    await manager.post(`/v1/me/notices/${id}/reading`).expect(204);
    expect((await noticesOf(manager, '?unread=false'))[0]).toEqual(read);
    const unread = await noticesOf(manager, '?unread=true');
    expect(unread.map((each) => each.id)).not.toContain(id);
  });

  it('of another person is not there, whoever asks', async () => {
    await ended();
    const [notice] = await noticesOf(manager, '?unread=true');
    const other = await town.as('administrator');
    const before = await everythingIn(service);
    const url = `/v1/me/notices/${notice?.id ?? ''}/reading`;
    const replies = [
      await ciso.post(url),
      await other.post(url),
      await ciso.post(`/v1/me/notices/${randomUuid()}/reading`),
    ];

    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await everythingIn(service)).toEqual(before);
    await service.anyone.get('/v1/me/notices').expect(401);
  });

  it('keeps what was sent as it was sent', async () => {
    await ended();
    const [notice] = await noticesOf(manager);
    for (const change of [`code = 'selection.voided'`, 'person_id = gen_random_uuid()']) {
      await expect(
        service.rows(`UPDATE notices SET ${change} WHERE id = $1`, [notice?.id]),
      ).rejects.toThrow('sd_notices');
    }
  });
});

const PUBLIC = {
  ...CLASS_2,
  name: '催しの案内',
  confidentiality: 'C1',
  personalInformation: false,
};

/** A class of information is handled that was not before. */
async function classify(engagementId: string, by: Client = manager): Promise<void> {
  const version = await versionOf(by, engagementId);
  const url = `/v1/engagements/${engagementId}/data-items`;
  await by.decide(url, PUBLIC, version).expect(201);
}
