import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { lightService, residentService, statesOf } from '../support/engagement.js';
import { takeOver } from '../support/operation.js';
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

describe('taking over a running engagement', () => {
  it('makes it active, with the duties of before the work marked as before adoption', async () => {
    const reply = await manager.post('/v1/engagements/takeovers', {
      ...residentService(town, { startsOn: '2026-04-01' }),
      since: '2026-04-01',
      source: '外部委託台帳 12行目',
    });

    expect(reply.status).toBe(201);
    const engagement = reply.body as { id: string; status: string };
    expect(engagement.status).toBe('active');
    const states = await statesOf(manager, engagement.id);
    expect(states.get('K9-1-1b')).toBe('not-applicable');
    expect(states.get('K9-1-2a-5')).toBe('open');
    expect(states.get('K9-1-3a-2.1')).toBe('open');
    expect(states.get('K9-1-4a-2')).toBe('pending');
  });

  it.each([
    ['began after the policy was kept here', { since: '2030-01-01' }],
    ['began before its own period', { since: '2026-03-31' }],
  ])('is refused to work that %s, and nothing is written', async (_, given) => {
    const count = 'SELECT count(*)::int AS rows FROM engagements';
    const before = await service.rows(count);
    const reply = await manager.post('/v1/engagements/takeovers', {
      ...residentService(town, { startsOn: '2026-04-01' }),
      source: '外部委託台帳 12行目',
      ...given,
    });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/since');
    expect(await service.rows(count)).toEqual(before);
  });

  it('owes at once what running work newly brings about', async () => {
    const taken = await takeOver(manager, town, lightService(town, { startsOn: '2026-04-01' }));
    await manager
      .decide(
        `/v1/engagements/${taken.id}/data-items`,
        {
          name: '申込者名簿',
          confidentiality: 'C2',
          integrity: 'I1',
          availability: 'A1',
          personalInformation: true,
          specificPersonalInformation: false,
        },
        taken.version,
      )
      .expect(201);

    const states = await statesOf(manager, taken.id);
    expect(states.get('K9-2-7b.2')).toBe('open');
    expect(states.get('K9-2-3b.1')).toBe('open');
    expect(states.get('K9-1-4a-2')).toBeUndefined();
  });
});
