import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
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

describe('deciding that a duty does not apply', () => {
  it('is refused to whoever drafted the engagement', async () => {
    const engagement = await plan(manager, residentService(town));
    const obligations = await manager.get(
      `/v1/engagements/${engagement.id}/obligations?state=open`,
    );
    const { id } = obligations.body.items[0] as { id: string };
    const reply = await manager.decide(
      `/v1/engagements/${engagement.id}/obligations/${id}/not-applicability`,
      { reason: '対象となる業務がない。' },
      engagement.version,
    );

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
  });

  it('is taken by another, with the reason kept', async () => {
    const engagement = await plan(manager, residentService(town));
    const officer = await town.as('department-officer');
    const obligations = await manager.get(
      `/v1/engagements/${engagement.id}/obligations?state=open`,
    );
    const { id } = obligations.body.items[0] as { id: string };
    const reply = await officer.decide(
      `/v1/engagements/${engagement.id}/obligations/${id}/not-applicability`,
      { reason: '対象となる業務がない。', documentNumber: '総第123号' },
      engagement.version,
    );

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      state: 'not-applicable',
      notApplicableReason: '対象となる業務がない。（総第123号）',
    });
    expect(
      await service.rows(
        `SELECT action FROM audit_trail WHERE subject_kind = 'obligation' AND subject_id = $1`,
        [id],
      ),
    ).toEqual([{ action: 'obligation.not-applicable' }]);
  });
});
