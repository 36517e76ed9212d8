import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { answered, handedIn, panelOf, scoresOf, type Panel } from '../support/assessing.js';
import type { Town } from '../support/town.js';
import { assessmentRead, first, opened } from './procedures.js';

let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  panel = await panelOf(town);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

describe('a reviewer', () => {
  it('who is moved to another post meanwhile does not score what they began to read', async () => {
    const { assessments } = await opened({ town, panel }, 'negotiated');
    const submitted = await handedIn(panel, await answered(panel, first(assessments)));
    const moving = await town.someoneIn(null, 'security-reviewer');
    const body = { round: 1, scores: await scoresOf(moving.client, submitted.id) };
    await service.rows(`UPDATE posts SET valid_until = '2026-11-19' WHERE person_id = $1`, [
      moving.personId,
    ]);
    await town.appoint(moving.personId, 'staff');

    const url = `/v1/assessments/${submitted.id}/reviews`;
    const reply = await moving.client.post(url, body);
    expect(reply.body.type).toBe('urn:mitodoke:problem:authority.role-required');
    expect(await service.rows('SELECT FROM assessment_reviews')).toEqual([]);
    expect(await assessmentRead(panel, submitted.id)).toMatchObject({ status: 'submitted' });
  });

  it('comes from another section than the one that asks, or has a waiver', async () => {
    const { assessments } = await opened({ town, panel }, 'negotiated');
    const submitted = await handedIn(panel, await answered(panel, first(assessments)));
    const inside = await town.someoneIn(town.unitId, 'security-reviewer');
    const body = { round: 1, scores: await scoresOf(inside.client, submitted.id) };
    const url = `/v1/assessments/${submitted.id}/reviews`;
    const refused = await inside.client.post(url, body);

    expect(refused.body).toMatchObject({
      type: 'urn:mitodoke:problem:authority.separation-of-duties',
      facts: { rule: 'submit-score' },
    });
    expect(refused.body.detail).toContain('所管課');
    expect(
      await service.rows('SELECT FROM assessment_reviews WHERE assessment_id = $1', [submitted.id]),
    ).toEqual([]);
    const ciso = await town.as('ciso');
    await ciso
      .post('/v1/duty-waivers', {
        ...{ rule: 'submit-score', personId: inside.personId, validUntil: '2026-12-31' },
        ...{ validFrom: '2026-11-20', reason: '審査できる者が所管課にしかいないため。' },
      })
      .expect(201);
    const admitted = await inside.client.post(url, body);
    expect(admitted.text).toContain('concluded');
  });
});
