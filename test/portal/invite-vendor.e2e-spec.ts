import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SystemClock } from '../../src/shared/time/clock.js';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { accepted, invited, PASSWORD } from './firms.js';

let service: TestService;
let staff: Client;

beforeAll(async () => {
  service = await TestService.start();
  staff = await (await service.town()).as('procurement');
});
afterAll(() => service.stop());

const ACCEPTANCE = { name: '山田 花子', newPassword: PASSWORD };

describe('an invitation of a vendor', () => {
  it('tells who invites whom to whoever holds the link, and nobody else', async () => {
    const { token, email, vendorId } = await invited(staff);

    const shown = await service.anyone.get(`/v1/invitations/${token}`);
    const listed = await staff.get(`/v1/vendors/${vendorId}/invitations`);

    expect(shown.body).toMatchObject({
      kind: 'vendor',
      organizationName: '試験町',
      vendorName: '株式会社髙橋システム',
      email,
    });
    expect(listed.body.items).toMatchObject([{ standing: 'open', email }]);
    expect(listed.text).not.toContain(token);
  });

  it('is kept as a hash, and tells nothing in the trail but the address', async () => {
    const { token, invitationId } = await invited(staff);

    const kept = await service.rows<{ line: string }>(
      `SELECT row_to_json(i)::text AS line FROM invitations i WHERE id = $1
       UNION ALL SELECT row_to_json(t)::text FROM audit_trail t WHERE subject_id = $1`,
      [invitationId],
    );

    expect(kept).toHaveLength(2);
    for (const { line } of kept) expect(line).not.toContain(token.slice(33));
  });

  it('is told once, however often the request is repeated', async () => {
    const { vendorId } = await invited(staff);
    const body = { name: '山田 花子', email: 'again@firm.example' };
    const send = () =>
      staff.post(`/v1/vendors/${vendorId}/invitations`, body).set('Idempotency-Key', 'once');

    const first = await send();
    const second = await send();

    expect(first.body.token).toMatch(/^[0-9a-f]{32}\./);
    expect(second.body).toEqual({ ...first.body, token: null });
  });

  it('opens an account that is linked at once, when the person invited accepts', async () => {
    const { token, vendorId, email } = await invited(staff);

    const firm = await accepted(service, token);

    const link = await staff.get(`/v1/vendors/${vendorId}/firm-link`);
    expect(link.body).toMatchObject({
      status: 'active',
      firmId: firm.firmId,
      acceptedByEmail: email,
    });
    expect((await firm.client.get('/v1/me')).body).toMatchObject({
      side: 'firm',
      organizationId: firm.firmId,
      permissions: ['firm:read', 'firm:answer', 'firm:administer'],
    });
    expect((await firm.client.get('/v1/portal/links')).body.items).toMatchObject([
      { vendorId, status: 'active', organizationName: '試験町' },
    ]);
  });

  it('is recorded in the trails of both sides', async () => {
    const { token, invitationId } = await invited(staff);
    const { firmId } = await accepted(service, token);

    const actions = await service.rows<{ action: string; body: boolean }>(
      `SELECT action, organization_id <> $1 AS body FROM audit_trail
       WHERE organization_id = $1 OR subject_id = $2 OR facts ->> 'firmId' = $1::text
       ORDER BY organization_id = $1, id`,
      [firmId, invitationId],
    );

    const of = (side: boolean) =>
      actions.filter(({ body }) => body === side).map(({ action }) => action);
    expect(of(true)).toEqual(['invitation.sent', 'firm-link.accepted', 'invitation.accepted']);
    expect(of(false)).toEqual([
      'organization.founded',
      'firm.opened',
      'person.registered',
      'post.appointed',
      'session.started',
    ]);
  });

  it.each([
    [
      'used',
      async ({ token }: { token: string }) => {
        await accepted(service, token);
      },
    ],
    [
      'superseded',
      async ({ vendorId }: { vendorId: string }) => {
        const body = { name: '佐藤 一郎', email: `${uuidv7()}@firm.example` };
        await staff.post(`/v1/vendors/${vendorId}/invitations`, body);
      },
    ],
    [
      'withdrawn',
      async ({ vendorId, invitationId }: { vendorId: string; invitationId: string }) => {
        await staff.post(`/v1/vendors/${vendorId}/invitations/${invitationId}/withdrawal`);
      },
    ],
  ])('is gone once %s, and changes nothing', async (_, end) => {
    const invitation = await invited(staff);
    await end(invitation);
    const before = await everythingIn(service);

    const shown = await service.anyone.get(`/v1/invitations/${invitation.token}`);
    const taken = await service.anyone.post(
      `/v1/invitations/${invitation.token}/acceptance`,
      ACCEPTANCE,
    );

    for (const { status, body } of [shown, taken]) {
      expect(status).toBe(410);
      expect(body.type).toBe('urn:mitodoke:problem:invitation.gone');
    }
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is gone fourteen days after it was sent', async () => {
    const { token } = await invited(staff);
    const clock = service.app.get(SystemClock);
    const now = clock.now.bind(clock);
    clock.now = () => new Date(now().getTime() + 14 * 86_400_000);
    try {
      const reply = await service.anyone.get(`/v1/invitations/${token}`);

      expect(reply.status).toBe(410);
      expect(reply.body.facts).toEqual({ standing: 'expired' });
    } finally {
      clock.now = now;
    }
  });

  it('is used once by many at the same moment', async () => {
    const { token } = await invited(staff);
    const accept = () => service.anyone.post(`/v1/invitations/${token}/acceptance`, ACCEPTANCE);

    const replies = await Promise.all(Array.from({ length: 6 }, accept));

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410, 410]);
  });

  it('cannot be withdrawn by way of another vendor', async () => {
    const { invitationId } = await invited(staff);
    const other = await invited(staff);

    const reply = await staff.post(
      `/v1/vendors/${other.vendorId}/invitations/${invitationId}/withdrawal`,
    );

    expect(reply.status).toBe(404);
  });

  it('with a guessable password makes no account', async () => {
    const { token } = await invited(staff);
    const before = await everythingIn(service);

    const reply = await service.anyone.post(`/v1/invitations/${token}/acceptance`, {
      name: '山田 花子',
      newPassword: 'password1234',
    });

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer: '#/newPassword' }]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('that nobody sent is not found', async () => {
    const { token } = await invited(staff);
    const unknown = `${token.slice(0, 33)}${'x'.repeat(43)}`;

    expect((await service.anyone.get(`/v1/invitations/${unknown}`)).status).toBe(404);
  });

  it('is not sent for a vendor that is linked', async () => {
    const { token, vendorId } = await invited(staff);
    await accepted(service, token);

    const reply = await staff.post(`/v1/vendors/${vendorId}/invitations`, {
      name: '佐藤 一郎',
      email: 'sato@firm.example',
    });

    expect(reply.status).toBe(409);
    expect(reply.body.type).toBe('urn:mitodoke:problem:vendor.linked');
  });
});
