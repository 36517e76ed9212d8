import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticesOf, toldOf } from '../notifications/given.js';
import { outsourcing, planned } from '../assessments/given.js';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { CLOSES, drafted, handIn, linked, pathOf, read, type Sides } from './answering.js';

let service: TestService;
let sides: Sides;
let manager: Client;
let managerId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  sides = await linked(service);
  ({ client: manager, personId: managerId } = await sides.town.someoneAs('section-manager'));
});
afterAll(() => service.stop());

/** A procedure that the clerk conducts for an engagement that a section manager drafted. */
async function conducted(): Promise<{ readonly id: string; readonly engagementId: string }> {
  const { town, panel, vendorId } = sides;
  const engagementId = await planned(manager, outsourcing(town));
  const reply = await panel.clerk.post(`/v1/engagements/${engagementId}/selection-procedures`, {
    ...{ method: 'proposal', closesOn: CLOSES, candidates: [{ vendorId }] },
  });
  const { candidates } = reply.body as { candidates: { assessmentId: string }[] };
  return { engagementId, id: String(candidates[0]?.assessmentId) };
}

const QUESTION = { text: '国内に限りますか。' };
const REASON = { reason: '要員を確保できない。' };

describe('staff concerned are told once each', () => {
  it.each([
    [
      'checklist.handed-in',
      async (id: string) => handIn(sides.firm.client, await drafted(sides.firm.client, id)),
    ],
    [
      'checklist.withdrawn',
      async (id: string) =>
        sides.firm.client.decide(
          `${pathOf(id)}/withdrawal`,
          REASON,
          (await read(sides.firm.client, id)).version,
        ),
    ],
    [
      'clarification.asked',
      (id: string) => sides.firm.client.post(`${pathOf(id)}/clarifications`, QUESTION),
    ],
  ])('by %s', async (code, act) => {
    const { panel } = sides;
    const { id, engagementId } = await conducted();

    const reply = await act(id);

    expect(reply.status).toBeLessThan(300);
    const told = await toldOf(service, engagementId, code);
    expect(told).toEqual(expect.arrayContaining([panel.clerkId, managerId]));
    expect(new Set(told).size).toBe(told.length);
    for (const client of [panel.clerk, manager]) {
      const [notice] = await noticesOf(client);
      const isQuestion = code === 'clarification.asked';
      expect(notice).toMatchObject({
        ...{ code, engagementId },
        subject: isQuestion
          ? { kind: 'clarification', id: (reply.body as { id: string }).id }
          : { kind: 'assessment', id },
      });
    }
    expect(told).not.toContain(sides.panel.reviewerIds[0]);
  });

  it('and nobody of what is refused', async () => {
    const { client } = sides.firm;
    const { id } = await conducted();
    const before = await everythingIn(service);

    const refused = [
      await handIn(client, await read(client, id)),
      await client.decide(`${pathOf(id)}/withdrawal`, REASON, 99),
      await client.post(`${pathOf(id)}/clarifications`, { ...QUESTION, criterionId: 'X-99' }),
    ];

    expect(refused.map(({ status }) => status)).toEqual([422, 412, 400]);
    expect(await everythingIn(service)).toEqual(before);
  });
});
