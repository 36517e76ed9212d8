import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService, statesOf } from '../support/engagement.js';
import type { Town } from '../support/town.js';

let service: TestService;
let town: Town;
let manager: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  town = await service.town();
  manager = await town.as('section-manager');
});
afterAll(() => service.stop());

describe('filing a record', () => {
  it('proves the duty it is for, in the role that owes it', async () => {
    const officer = await town.as('department-officer');
    const engagement = await plan(manager, residentService(town));
    const reply = await officer.post(`/v1/engagements/${engagement.id}/records`, {
      kind: 'impact-review',
      statedOn: '2026-11-20',
      statement: '停止時は窓口で代替受付とする。影響は限定的と判断した。',
    });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      recordedAs: 'department-officer',
      discharges: ['K9-2-3a'],
    });
    expect((await statesOf(manager, engagement.id)).get('K9-2-3a')).toBe('met');
  });

  it('is refused to a role that does not owe the duty, naming who must', async () => {
    const staff = await town.as('staff');
    const engagement = await plan(manager, residentService(town));
    const reply = await staff.post(`/v1/engagements/${engagement.id}/records`, {
      kind: 'impact-review',
      statedOn: '2026-11-20',
      statement: '影響なし。',
    });

    expect(reply.status).toBe(422);
    expect(reply.body.facts).toEqual({ roles: ['department-officer'] });
    expect(
      await service.rows('SELECT id FROM engagement_records WHERE engagement_id = $1', [
        engagement.id,
      ]),
    ).toEqual([]);
  });

  it('opens the duty again when it is voided', async () => {
    const officer = await town.as('department-officer');
    const engagement = await plan(manager, residentService(town));
    const filed = await officer.post(`/v1/engagements/${engagement.id}/records`, {
      kind: 'impact-review',
      statedOn: '2026-11-20',
      statement: '影響は限定的と判断した。',
    });
    const { id } = filed.body as { id: string };
    const reply = await officer.post(`/v1/engagements/${engagement.id}/records/${id}/voiding`, {
      reason: '対象業務の取り違え',
    });

    expect(reply.status).toBe(204);
    expect((await statesOf(manager, engagement.id)).get('K9-2-3a')).toBe('open');
  });

  it('is voided once, and a second time is told when and why', async () => {
    const officer = await town.as('department-officer');
    const engagement = await plan(manager, residentService(town));
    const url = `/v1/engagements/${engagement.id}/records`;
    const record = { kind: 'impact-review', statedOn: '2026-11-20', statement: '影響は限定的。' };
    const { id } = (await officer.post(url, record)).body as { id: string };
    await officer.post(`${url}/${id}/voiding`, { reason: '対象業務の取り違え' }).expect(204);
    const again = await officer.post(`${url}/${id}/voiding`, { reason: '念のため' });
    const absent = await officer.post(`${url}/${engagement.id}/voiding`, { reason: '誤り' });

    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      type: 'urn:mitodoke:problem:record.already-voided',
      detail: 'この記録は 2026-11-21 に無効としています（理由：対象業務の取り違え）。',
      facts: { voidedOn: '2026-11-21', voidedReason: '対象業務の取り違え' },
    });
    expect(absent.status).toBe(404);
    expect(
      await service.rows('SELECT voided_reason FROM engagement_records WHERE id = $1', [id]),
    ).toEqual([{ voided_reason: '対象業務の取り違え' }]);
  });
});
