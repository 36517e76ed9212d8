import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  allYes,
  asked,
  askedBy,
  firstOf,
  handedIn,
  linked,
  pathOf,
  read,
  type Sides,
} from './answering.js';
import { accepted, corporateNumber, type FirmPerson } from './firms.js';
import { send, show, versionIn } from './pages.js';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

/** The body ends the link to the firm. */
async function parted({ panel, vendorId }: Sides): Promise<void> {
  const path = `/v1/vendors/${vendorId}`;
  const { body: link } = await panel.clerk.get(`${path}/firm-link`).expect(200);
  const { version } = link as { version: number };
  await panel.clerk.decide(`${path}/firm-link/end`, { reason: '事業の譲渡' }, version).expect(200);
}

/** Another firm takes the place of the one the vendor was linked to. */
async function taken(sides: Sides): Promise<FirmPerson> {
  const path = `/v1/vendors/${sides.vendorId}`;
  const { clerk } = sides.panel;
  await parted(sides);
  const { version } = (await clerk.get(path)).body as { version: number };
  await clerk.patch(path, { corporateNumber: corporateNumber() }, version).expect(200);
  const person = { name: '後任 一郎', email: `${uuidv7()}@firm.example` };
  const invitation = await clerk.post(`${path}/invitations`, person).expect(201);
  return accepted(service, String(invitation.body.token));
}

/** Asks the first question again. */
async function reopened({ panel }: Sides, id: string): Promise<void> {
  await service.rows(`UPDATE assessments SET status = 'concluded' WHERE id = $1`, [id]);
  const { version } = (await panel.clerk.get(`/v1/assessments/${id}`)).body as { version: number };
  const criteria = [await firstOf(panel.clerk, id)];
  const again = { reason: '証跡が古い。', dueOn: '2026-12-20', criteria };
  await panel.clerk.decide(`/v1/assessments/${id}/reopening`, again, version).expect(200);
}

describe('a firm that takes the place of another', () => {
  it('sees the checklist, but neither who of the other handed in nor what', async () => {
    const sides = await linked(service);
    const { id } = await asked(sides);
    await handedIn(sides.firm.client, id);
    const { client } = await taken(sides);

    const { body, text } = await client.get(pathOf(id)).expect(200);

    expect(body).toMatchObject({
      ...{ status: 'submitted', submittedOn: '2026-11-20', givenBy: null, unanswered: [] },
    });
    for (const criterion of body.criteria as object[]) {
      expect(criterion).toMatchObject({ answer: null, isAnsweredByOthers: true });
    }
    expect(text).not.toContain(sides.firm.email);
    expect(text).not.toContain(sides.firm.firmId);
    expect(text).not.toContain('別紙');
    const staff = (await sides.panel.clerk.get(`/v1/assessments/${id}`)).body as object;
    expect(staff).toMatchObject({
      rounds: [{ givenBy: { firmId: sides.firm.firmId } }],
    });
  });

  it('does not see who of the other withdrew, alone or in the list', async () => {
    const sides = await linked(service);
    const { id } = await askedBy(sides, 'tender');
    const { version } = await read(sides.firm.client, id);
    const reason = { reason: '要員を確保できない。' };
    await sides.firm.client.decide(`${pathOf(id)}/withdrawal`, reason, version).expect(200);
    const { client } = await taken(sides);

    const withdrawn = { status: 'withdrawn', withdrawnOn: '2026-11-20', withdrawnByVendor: null };
    expect((await client.get(pathOf(id))).body).toMatchObject(withdrawn);
    const { body } = await client.get('/v1/portal/assessments');
    expect(body.items).toMatchObject([{ id, ...withdrawn }]);
  });

  it('answers what is asked again beside what the other answered, and sees its own', async () => {
    const sides = await linked(service);
    const { id } = await asked(sides);
    await handedIn(sides.firm.client, id);
    const { client, firmId } = await taken(sides);
    await reopened(sides, id);

    expect((await read(client, id)).unanswered).toHaveLength(1);
    const { criteria, ...head } = await handedIn(client, id);

    expect(head).toMatchObject({ status: 'submitted', round: 2, givenBy: { firmId } });
    expect(criteria.map(({ isAsked, answer }) => isAsked === (answer !== null))).not.toContain(
      false,
    );
  });

  it('leaves the other its own, which is back where the vendor is linked to it again', async () => {
    const sides = await linked(service);
    const { id } = await asked(sides);
    const own = await handedIn(sides.firm.client, id);
    await taken(sides);
    await service.rows('UPDATE assessments SET firm_id = $2 WHERE id = $1', [
      id,
      sides.firm.firmId,
    ]);

    expect(await read(sides.firm.client, id)).toEqual(own);
  });
});

describe('who answers by a link', () => {
  it('does not see what a firm answered for the vendor before', async () => {
    const sides = await linked(service);
    const { clerk } = sides.panel;
    const { id } = await asked(sides);
    await handedIn(sides.firm.client, id);
    await parted(sides);
    await reopened(sides, id);
    const person = { name: '田中', email: 'tanaka@vendor.example' };
    const link = await clerk.post(`/v1/assessments/${id}/answer-links`, person).expect(201);
    const path = new URL(String(link.body.url)).pathname;

    const form = { version: versionIn((await show(service, path)).text), do: 'review' };
    const check = await send(service, path, { ...form, ...(await allYes(clerk, id)) });
    const whole = { version: versionIn(check.text), do: 'submit', confirmed: 'yes' };
    const { text } = await send(service, path, whole).expect(200);

    expect(text.match(/別紙/g)).toHaveLength(1);
    expect(text).not.toContain('未回答');
    expect(text).not.toContain('山田');
  });
});
