import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import {
  asked,
  askedBy,
  drafted,
  firstOf,
  handedIn,
  handIn,
  linked,
  pathOf,
  read,
  told,
  type Sides,
} from './answering.js';

let service: TestService;
let sides: Sides;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  sides = await linked(service);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

const SUBCONTRACTOR = {
  ...{ name: '株式会社下請', country: 'JP', rank: 2, work: '保守' },
  handlesInformation: true,
};
const OFFER = {
  subcontractors: [SUBCONTRACTOR],
  exitPlan: { formats: ['CSV'], helpOffered: true, noticeDays: 90 },
};
const KEPT = {
  subcontractors: [SUBCONTRACTOR],
  exitPlan: {
    ...{ formats: ['CSV'], helpOffered: true, noticeDays: 90 },
    ...{ parallelDays: null, interruptionMeasures: null, retentionDays: null },
  },
};

async function offered(id: string, offer: object = OFFER) {
  const { client } = sides.firm;
  const { version } = await read(client, id);
  return client.put(`${pathOf(id)}/offer`, offer, version);
}

describe('an offer that the vendor drafts', () => {
  it('is read by the vendor alone, moves its version, and leaves nothing with the body', async () => {
    const { panel, firm, town } = sides;
    const { id } = await asked(sides);
    const before = await panel.clerk.get(`/v1/assessments/${id}`);
    const { version } = await read(firm.client, id);

    const reply = await offered(id);

    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe(`"${String(version + 1)}"`);
    expect(reply.body.offer).toEqual({ ...KEPT, isDraft: true });
    expect((await firm.client.get(pathOf(id))).body.offer).toEqual({ ...KEPT, isDraft: true });
    expect((await panel.clerk.get(`/v1/assessments/${id}/offer`)).status).toBe(404);
    expect((await panel.clerk.get(`/v1/assessments/${id}`)).text).toBe(before.text);
    expect((await told(service, town.organizationId, id)).map(({ action }) => action)).toEqual([
      'assessment.sent',
    ]);
    expect((await told(service, firm.firmId, id)).at(-1)).toMatchObject({
      ...{ action: 'offer.drafted', facts: { subcontractors: 1 } },
    });
    const whole = { subcontractors: [] };
    expect((await offered(id, whole)).body.offer).toEqual({
      ...{ ...whole, exitPlan: null, isDraft: true },
    });
  });

  it('is that of the round once it is handed in with the answers, given by the vendor', async () => {
    const { panel, firm, town } = sides;
    const { id } = await asked(sides);
    await offered(id);

    const handed = await handedIn(firm.client, id);

    const givenBy = { kind: 'firm', name: '山田 花子', email: firm.email, firmId: firm.firmId };
    expect(handed).toMatchObject({ offer: { ...KEPT, isDraft: false } });
    expect((await panel.clerk.get(`/v1/assessments/${id}/offer`)).body).toMatchObject({
      ...{ ...KEPT, round: 1, enteredBy: null, givenBy },
    });
    expect(await service.rows('SELECT 1 FROM offer_drafts WHERE assessment_id = $1', [id])).toEqual(
      [],
    );
    const made = (await told(service, town.organizationId, id)).filter(
      ({ action }) => action === 'assessment.offer-made',
    );
    expect(made).toMatchObject([
      { personId: null, facts: { round: 1, subcontractors: 1, givenBy: { kind: 'firm' } } },
    ]);
  });

  it('stands beside what staff entered, and takes its place only when it is handed in', async () => {
    const { panel, firm } = sides;
    const { id, version } = await asked(sides);
    const staffs = { subcontractors: [], exitPlan: { formats: [], helpOffered: false } };
    await panel.clerk.put(`/v1/assessments/${id}/offer`, staffs, version).expect(200);
    expect((await firm.client.get(pathOf(id))).body.offer).toMatchObject({ isDraft: false });

    await offered(id);

    const path = `/v1/assessments/${id}/offer`;
    const entered = { enteredBy: panel.clerkId, givenBy: null };
    expect((await panel.clerk.get(path)).body).toMatchObject({ subcontractors: [], ...entered });
    await handedIn(firm.client, id);
    expect((await panel.clerk.get(path)).body).toMatchObject({ ...KEPT, enteredBy: null });
  });

  it('stands in the next round unless another is made', async () => {
    const { panel, firm } = sides;
    const { id } = await asked(sides);
    await offered(id);
    await handedIn(firm.client, id);
    await service.rows(`UPDATE assessments SET status = 'concluded' WHERE id = $1`, [id]);
    const criteria = [await firstOf(panel.clerk, id)];
    const { version } = (await panel.clerk.get(`/v1/assessments/${id}`)).body as {
      version: number;
    };
    const again = { reason: '証跡が古い。', dueOn: '2026-12-20', criteria };
    await panel.clerk.decide(`/v1/assessments/${id}/reopening`, again, version).expect(200);

    const handed = await handedIn(firm.client, id);

    expect(handed).toMatchObject({ round: 2, offer: { ...KEPT, isDraft: false } });
  });

  it('is gone with the candidate', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const { version } = (await offered(id)).body as { version: number };
    const reason = { reason: '要員を確保できない。' };
    await client.decide(`${pathOf(id)}/withdrawal`, reason, version).expect(200);

    expect(await service.rows('SELECT 1 FROM offer_drafts WHERE assessment_id = $1', [id])).toEqual(
      [],
    );
  });
});

describe('an offer is refused', () => {
  async function refused(act: () => Promise<{ status: number; body: unknown }>) {
    const before = await everythingIn(service);
    const reply = await act();
    expect(await everythingIn(service)).toEqual(before);
    return reply;
  }

  it.each([
    [{}, '#/subcontractors'],
    [{ subcontractors: [{ ...SUBCONTRACTOR, rank: 1 }] }, '#/subcontractors/0/rank'],
    [{ subcontractors: [], exitPlan: [] }, '#/exitPlan'],
  ])('as %j', async (offer, pointer) => {
    const { id } = await asked(sides);
    const { body } = await refused(async () => offered(id, offer));

    expect(body).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('without the version that was read, or with another', async () => {
    const { client } = sides.firm;
    const { id } = await asked(sides);
    const path = `${pathOf(id)}/offer`;

    expect((await refused(async () => client.put(path, OFFER))).status).toBe(428);
    expect((await refused(async () => client.put(path, OFFER, 99))).status).toBe(412);
  });

  it('after the last day, and once answers were handed in', async () => {
    const { client } = sides.firm;
    const { id } = await askedBy(sides, 'tender');
    const { version } = await drafted(client, id);
    service.itIs('2026-12-01');
    expect((await refused(() => offered(id))).status).toBe(422);
    service.itIs('2026-11-20');
    await handIn(client, { id, version }).expect(200);

    expect((await refused(() => offered(id))).body).toMatchObject({
      type: 'urn:mitodoke:problem:checklist.not-open',
    });
  });

  it('for a checklist of another firm', async () => {
    const { id } = await asked(await linked(service));
    const path = `${pathOf(id)}/offer`;

    expect((await refused(async () => sides.firm.client.put(path, OFFER, 1))).status).toBe(404);
  });
});
