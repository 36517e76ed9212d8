import type { Test } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { application } from '../exceptions/given.js';
import { TestService, type Client } from '../support/api.js';
import {
  applied,
  approval,
  castOf,
  classified,
  drafted,
  judged,
  type Cast,
} from '../support/approval.js';
import { plan, residentService, versionOf } from '../support/engagement.js';
import { section } from '../support/operation.js';
import { givenCloudService, givenVendor } from '../vendors/given.js';

let service: TestService;
let cast: Cast;
let departmentId: string;
let otherId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await castOf(service);
  const { town } = cast;
  departmentId = await section(service, town);
  otherId = await section(service, town);
  const values = [town.unitId, departmentId];
  await service.rows('UPDATE org_units SET parent_id = $2 WHERE id = $1', values);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

const ANOTHER_UNIT = 'urn:mitodoke:problem:authority.another-unit';

/** An act by virtue of a duty that is held for a unit, ready to be done in an engagement. */
type Ready = (client: Client) => Test;

async function transition(): Promise<Ready> {
  const { id, version } = await planned();
  return (client) =>
    client.decide(`/v1/engagements/${id}/transitions`, { to: 'specified' }, version);
}

async function notApplicable(): Promise<Ready> {
  const { id, version } = await planned();
  const { body } = await cast.manager.get(`/v1/engagements/${id}/obligations`);
  const [first] = body.items as { id: string }[];
  const url = `/v1/engagements/${id}/obligations/${first?.id ?? ''}/not-applicability`;
  return (client) => client.decide(url, { reason: '対象となる情報がない。' }, version);
}

async function otherUnit(): Promise<Ready> {
  const { id, version } = await planned();
  return (client) => client.patch(`/v1/engagements/${id}`, { unitId: otherId }, version);
}

async function exception(): Promise<Ready> {
  const { id } = await planned();
  return (client) => client.post('/v1/exceptions', application(id));
}

async function specification(): Promise<Ready> {
  const { id } = await planned();
  const requirements = [{ title: '認証', text: '多要素によること。' }];
  const body = { title: '調達仕様書', requirements };
  return (client) => client.post(`/v1/engagements/${id}/specifications`, body);
}

async function checklist(): Promise<Ready> {
  const { id } = await planned();
  const vendorId = await givenVendor(cast.manager);
  const cloudServiceId = await givenCloudService(cast.manager, vendorId);
  const body = { vendorId, cloudServiceId, dueOn: '2026-12-18' };
  return (client) => client.post(`/v1/engagements/${id}/assessments`, body);
}

async function contract(): Promise<Ready> {
  const { id } = await planned();
  const vendorId = await givenVendor(cast.manager);
  const body = { title: '業務委託契約', vendorId, from: '2026-12-01', until: '2027-03-31' };
  return (client) => client.post(`/v1/engagements/${id}/contracts`, body);
}

async function reports(): Promise<Ready> {
  const { id } = await planned();
  return (client) => client.post(`/v1/engagements/${id}/report-schedules`, { kind: 'R1' });
}

async function submission(): Promise<Ready> {
  const prepared = await classified(service, cast);
  await judged(cast, prepared);
  const { id, version } = await drafted(cast.manager, prepared);
  return (client) => client.decide(`/v1/use-applications/${id}/submission`, {}, version);
}

function planned(): Promise<{ readonly id: string; readonly version: number }> {
  return plan(cast.manager, residentService(cast.town));
}

/** What of the town a refused act could have changed. */
function written(): Promise<unknown[]> {
  return service.rows(
    `SELECT (SELECT sum(version) FROM engagements WHERE organization_id = $1) AS versions,
       (SELECT count(*) FROM audit_trail WHERE organization_id = $1) AS entries`,
    [cast.town.organizationId],
  );
}

describe.each([
  ['taking an engagement a step on', 'section-manager', transition],
  ['deciding that a duty does not arise', 'department-officer', notApplicable],
  ['giving an engagement to another unit', 'section-manager', otherUnit],
  ['applying for an exception', 'section-manager', exception],
  ['drawing up a specification', 'procurement', specification],
  ['sending a checklist', 'procurement', checklist],
  ['drafting a contract', 'procurement', contract],
  ['scheduling reports', 'section-manager', reports],
  ['submitting a use application', 'department-officer', submission],
])('%s', (_, role, given) => {
  it('is refused to a post of another section, and nothing is written', async () => {
    const send = await given();
    const stranger = await cast.town.someoneIn(otherId, role);
    const before = await written();
    const { status, body } = await send(stranger.client);

    expect(status).toBe(403);
    expect(body).toMatchObject({ type: ANOTHER_UNIT, facts: { unitId: cast.town.unitId } });
    expect(body.detail).toContain('「総務課」の所管です');
    expect(await written()).toEqual(before);
  });

  it.each([
    ['the section itself', () => cast.town.unitId],
    ['the department above it', () => departmentId],
    ['no unit, for the whole body', () => null],
  ])('is done in a post held in %s', async (__, unit) => {
    const send = await given();
    const { client } = await cast.town.someoneIn(unit(), role);
    const { status, text } = await send(client);

    expect(status, text).toBeLessThan(300);
  });
});

describe('whoever holds several posts', () => {
  it('acts in the one that fits the unit', async () => {
    const { client, personId } = await cast.town.someoneAs();
    await cast.town.appoint(personId, 'section-manager', { unitId: otherId });
    await cast.town.appoint(personId, 'department-officer', { unitId: departmentId });
    const send = await submission();
    const reply = await send(client);

    expect(reply.status, reply.text).toBe(200);
  });

  it('acts in no post where each is of another unit', async () => {
    const { client, personId } = await cast.town.someoneAs();
    await cast.town.appoint(personId, 'section-manager', { unitId: otherId });
    await cast.town.appoint(personId, 'procurement', { unitId: otherId });
    const { body } = await (await transition())(client);

    expect(body).toMatchObject({ type: ANOTHER_UNIT });
  });
});

describe('a duty of the whole body', () => {
  it('is done from whatever unit its post is held in', async () => {
    const { application: asked } = await applied(service, cast);
    const official = await cast.town.someoneIn(otherId, 'authorizing-official');
    const url = `/v1/use-applications/${asked.id}/decision`;
    const reply = await official.client.decide(url, approval(cast), asked.version);

    expect(reply.status, reply.text).toBe(200);
  });

  it('gives an engagement to another unit, whose posts act from then on', async () => {
    const { id } = await planned();
    const { client: head } = await cast.town.someoneIn(otherId, 'head-officer', 'section-manager');
    const url = `/v1/engagements/${id}`;
    const moved = await head.patch(url, { unitId: otherId }, await versionOf(head, id));
    expect(moved.status, moved.text).toBe(200);

    const reply = await cast.manager.decide(
      `${url}/transitions`,
      { to: 'specified' },
      await versionOf(head, id),
    );
    expect(reply.body).toMatchObject({ type: ANOTHER_UNIT, facts: { unitId: otherId } });
  });
});
