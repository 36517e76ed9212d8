import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { accepted, invited, PASSWORD, signedInAs, type FirmPerson } from './firms.js';

let service: TestService;
let staff: Client;

beforeAll(async () => {
  service = await TestService.start();
  staff = await (await service.town()).as('procurement', 'administrator');
});
afterAll(() => service.stop());

async function firm(): Promise<FirmPerson> {
  return accepted(service, (await invited(staff)).token);
}

/** A colleague who accepted the invitation of the firm. */
async function colleagueOf(
  administrator: FirmPerson,
  roleId: 'firm-administrator' | 'firm-member' = 'firm-member',
): Promise<FirmPerson> {
  const email = `${uuidv7()}@firm.example`;
  const sent = await administrator.client.post('/v1/portal/invitations', {
    name: '佐藤 一郎',
    email,
    roleId,
  });
  return accepted(service, String(sent.body.token));
}

describe('the account of a firm', () => {
  it('is named as the body that invited it names it', async () => {
    const { client, firmId } = await firm();

    expect((await client.get('/v1/portal/firm')).body).toMatchObject({
      id: firmId,
      name: '株式会社髙橋システム',
    });
  });

  it('takes in colleagues by an invitation of its own', async () => {
    const administrator = await firm();

    const colleague = await colleagueOf(administrator);

    expect(colleague.firmId).toBe(administrator.firmId);
    expect((await colleague.client.get('/v1/portal/people')).body.items).toMatchObject([
      { id: administrator.personId, roleId: 'firm-administrator', endedOn: null },
      { id: colleague.personId, roleId: 'firm-member', endedOn: null },
    ]);
  });

  it('leaves its people and links to its administrators', async () => {
    const administrator = await firm();
    const { client } = await colleagueOf(administrator);
    const before = await everythingIn(service);
    const colleague = { name: '鈴木', email: 'suzuki@firm.example', roleId: 'firm-member' };

    const replies = [
      await client.post('/v1/portal/invitations', colleague),
      await client.get('/v1/portal/invitations'),
      await client.post('/v1/portal/links', { invitationToken: 'x' }),
      await client.patch(
        `/v1/portal/people/${administrator.personId}`,
        { roleId: 'firm-member' },
        1,
      ),
    ];

    for (const { status, body } of replies) {
      expect(status).toBe(403);
      expect(body.detail).toContain('事業者の管理者');
    }
    expect(await everythingIn(service)).toEqual(before);
  });

  it('opens nothing of a body to its people, and nothing of it to a body', async () => {
    const { client } = await firm();

    for (const path of ['/v1/vendors', '/v1/people', '/v1/engagements', '/v1/audit-trail']) {
      expect((await client.get(path)).status, path).toBe(403);
    }
    for (const path of ['/v1/portal/firm', '/v1/portal/people', '/v1/portal/links']) {
      expect((await staff.get(path)).status, path).toBe(403);
    }
  });

  it('is nobody else’s: ids of another firm are not found', async () => {
    const mine = await firm();
    const other = await firm();
    const [link] = (await other.client.get('/v1/portal/links')).body.items as [{ id: string }];
    const before = await everythingIn(service);

    const replies = [
      await mine.client.decide(`/v1/portal/links/${link.id}/end`, { reason: 'x' }, 1),
      await mine.client.patch(`/v1/portal/people/${other.personId}`, { roleId: 'firm-member' }, 1),
      await mine.client.decide(`/v1/portal/people/${other.personId}/departure`, {}, 1),
    ];

    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await mine.client.get('/v1/portal/links')).text).not.toContain(link.id);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('shuts out who leaves, at once', async () => {
    const administrator = await firm();
    const colleague = await colleagueOf(administrator);
    expect((await colleague.client.get('/v1/portal/firm')).status).toBe(200);

    const left = await administrator.client.decide(
      `/v1/portal/people/${colleague.personId}/departure`,
      {},
      1,
    );

    expect(left.body).toMatchObject({ roleId: null });
    expect((await colleague.client.get('/v1/portal/firm')).status).toBe(401);
    const again = await service.anyone.post('/v1/sessions', {
      email: colleague.email,
      password: PASSWORD,
    });
    expect(again.status).toBe(401);
  });

  it('takes a role away at once', async () => {
    const administrator = await firm();
    const colleague = await colleagueOf(administrator, 'firm-administrator');
    expect((await colleague.client.get('/v1/portal/invitations')).status).toBe(200);

    const roleId = 'firm-member';
    await administrator.client.patch(`/v1/portal/people/${colleague.personId}`, { roleId }, 1);

    expect((await colleague.client.get('/v1/portal/invitations')).status).toBe(403);
  });

  it.each(['leaves', 'administers it no longer'])(
    'takes in nobody invited by an administrator who %s',
    async (how) => {
      const administrator = await firm();
      const { client, personId } = await colleagueOf(administrator, 'firm-administrator');
      const sent = await client.post('/v1/portal/invitations', {
        ...{ name: '鈴木', email: `${uuidv7()}@firm.example`, roleId: 'firm-administrator' },
      });
      const path = `/v1/portal/people/${personId}`;
      const gone =
        how === 'leaves'
          ? await administrator.client.decide(`${path}/departure`, {}, 1)
          : await administrator.client.patch(path, { roleId: 'firm-member' }, 1);
      expect(gone.status).toBe(200);
      const before = await everythingIn(service);

      const link = `/v1/invitations/${String(sent.body.token)}`;
      const shown = await service.anyone.get(link);
      const taken = await service.anyone.post(`${link}/acceptance`, {
        ...{ name: '鈴木', newPassword: PASSWORD },
      });

      for (const { status, body } of [shown, taken]) {
        expect(status).toBe(410);
        expect(body).toMatchObject({ facts: { standing: 'withdrawn' } });
      }
      expect(await everythingIn(service)).toEqual(before);
      const listed = await administrator.client.get('/v1/portal/invitations');
      expect(listed.body.items).toContainEqual(
        expect.objectContaining({ id: sent.body.id, standing: 'withdrawn' }),
      );
    },
  );

  it('is never left without an administrator', async () => {
    const { client, personId } = await firm();

    const left = await client.decide(`/v1/portal/people/${personId}/departure`, {}, 1);
    const moved = await client.patch(`/v1/portal/people/${personId}`, { roleId: 'firm-member' }, 1);

    for (const { status, body } of [left, moved]) {
      expect(status).toBe(422);
      expect(body.type).toBe('urn:mitodoke:problem:firm.last-administrator');
    }
  });

  it('is never left without an administrator by two who go at the same moment', async () => {
    const first = await firm();
    const second = await colleagueOf(first, 'firm-administrator');
    const leave = ({ client, personId }: FirmPerson) =>
      client.decide(`/v1/portal/people/${personId}/departure`, {}, 1);

    const replies = await Promise.all([leave(first), leave(second)]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('passes to a colleague who is made its administrator', async () => {
    const first = await firm();
    const second = await colleagueOf(first);
    const roleId = 'firm-administrator';

    const promoted = await first.client.patch(
      `/v1/portal/people/${second.personId}`,
      { roleId },
      1,
    );
    const left = await first.client.decide(`/v1/portal/people/${first.personId}/departure`, {}, 1);

    expect(promoted.body).toMatchObject({ roleId, version: 2 });
    expect(left.status).toBe(200);
    const client = await signedInAs(service, second.email);
    expect((await client.get('/v1/portal/invitations')).status).toBe(200);
  });

  it('gives no role to who left', async () => {
    const administrator = await firm();
    const { personId } = await colleagueOf(administrator);
    const path = `/v1/portal/people/${personId}`;
    await administrator.client.decide(`${path}/departure`, {}, 1);

    const reply = await administrator.client.patch(path, { roleId: 'firm-administrator' }, 2);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:firm.person-left');
  });
});
