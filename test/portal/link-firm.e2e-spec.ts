import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { accepted, corporateNumber, invited, PASSWORD } from './firms.js';

let service: TestService;
let staff: Client;

beforeAll(async () => {
  service = await TestService.start();
  staff = await (await service.town()).as('procurement');
});
afterAll(() => service.stop());

const ACCEPTANCE = { name: '山田 花子', newPassword: PASSWORD };

describe('a firm that has an account', () => {
  it('is not opened a second one by the invitation of another body', async () => {
    const number = corporateNumber();
    const first = await invited(staff, { corporateNumber: number });
    await accepted(service, first.token);
    const elsewhere = await (await service.town()).as('procurement');
    const second = await invited(elsewhere, { corporateNumber: number });
    const before = await everythingIn(service);

    const reply = await service.anyone.post(
      `/v1/invitations/${second.token}/acceptance`,
      ACCEPTANCE,
    );

    expect(reply.status).toBe(409);
    expect(reply.body.type).toBe('urn:mitodoke:problem:firm.has-account');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('accepts with it, and is linked at once where the person invited does', async () => {
    const number = corporateNumber();
    const first = await invited(staff, { corporateNumber: number });
    const firm = await accepted(service, first.token);
    const elsewhere = await (await service.town()).as('procurement');
    const second = await invited(elsewhere, { corporateNumber: number, email: firm.email });

    const reply = await firm.client.post('/v1/portal/links', { invitationToken: second.token });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ status: 'active', vendorId: second.vendorId });
    const links = await firm.client.get('/v1/portal/links');
    expect(links.body.items).toHaveLength(2);
  });

  it('waits for the body where somebody else of it accepts', async () => {
    const number = corporateNumber();
    const first = await invited(staff, { corporateNumber: number });
    const firm = await accepted(service, first.token);
    const elsewhere = await (await service.town()).as('procurement');
    const second = await invited(elsewhere, { corporateNumber: number });
    await firm.client.post('/v1/portal/links', { invitationToken: second.token });
    const path = `/v1/vendors/${second.vendorId}/firm-link`;
    const link = await elsewhere.get(path);

    const agreed = await elsewhere.decide(`${path}/confirmation`, {}, Number(link.body.version));

    expect(link.body).toMatchObject({ status: 'awaiting-body', agreedBy: null });
    expect(agreed.body).toMatchObject({ status: 'active', acceptedByEmail: firm.email });
  });

  it.each([
    ['another number', corporateNumber()],
    ['no number', null],
  ])('cannot accept for a vendor of %s', async (_, number) => {
    const firm = await accepted(service, (await invited(staff)).token);
    const other = await invited(staff, { corporateNumber: number });
    const before = await everythingIn(service);

    const reply = await firm.client.post('/v1/portal/links', { invitationToken: other.token });

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:firm.other-invited');
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([
    ['that is none', () => 'x', 400],
    ['of nobody', (token: string) => `${token.slice(0, 33)}${'x'.repeat(43)}`, 404],
  ] as const)('cannot accept with a token %s', async (_, tokenOf, status) => {
    const { token } = await invited(staff);
    const firm = await accepted(service, (await invited(staff)).token);

    const reply = await firm.client.post('/v1/portal/links', { invitationToken: tokenOf(token) });

    expect(reply.status).toBe(status);
  });

  it('that changed its mind ends the link, which both sides see', async () => {
    const { token, vendorId } = await invited(staff);
    const firm = await accepted(service, token);
    const [link] = (await firm.client.get('/v1/portal/links')).body.items as [
      { id: string; version: number },
    ];

    const ended = await firm.client.decide(
      `/v1/portal/links/${link.id}/end`,
      { reason: '取引の終了' },
      link.version,
    );

    expect(ended.body).toMatchObject({ status: 'ended', endedSide: 'firm' });
    expect((await staff.get(`/v1/vendors/${vendorId}/firm-link`)).body).toEqual(ended.body);
  });

  it('can be invited anew once the body ended the link', async () => {
    const { token, vendorId, email } = await invited(staff);
    const firm = await accepted(service, token);
    const path = `/v1/vendors/${vendorId}/firm-link`;
    await staff.decide(`${path}/end`, { reason: '担当の交代' }, 1);
    const again = await staff.post(`/v1/vendors/${vendorId}/invitations`, { name: '山田', email });

    const reply = await firm.client.post('/v1/portal/links', {
      invitationToken: String(again.body.token),
    });

    expect(reply.body).toMatchObject({ status: 'active', vendorId });
    expect((await staff.decide(`${path}/end`, { reason: '再び' }, 99)).status).toBe(412);
    expect((await staff.post(`${path}/end`, { reason: '再び' })).status).toBe(428);
  });

  it('keeps its number while it is linked', async () => {
    const { token, vendorId } = await invited(staff);
    await accepted(service, token);
    const change = { corporateNumber: corporateNumber() };

    const reply = await staff.patch(`/v1/vendors/${vendorId}`, change, 1);

    expect(reply.status).toBe(409);
    expect((await staff.get(`/v1/vendors/${vendorId}`)).body.version).toBe(1);
  });
});
