import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { plan, residentService, statesOf } from '../support/engagement.js';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
});
afterAll(() => service.stop());

describe('a rule document of the body', () => {
  it('proves the duty of engagements planned before and after it, while it is in force', async () => {
    const here = await service.town();
    const clerk = await here.as('section-manager');
    const earlier = await plan(clerk, residentService(here));
    const registered = await clerk.post('/v1/rule-documents', {
      kinds: ['cloud-use-criteria'],
      title: 'クラウドサービス利用判断基準',
      number: '令和８年訓令第３号',
      effectiveFrom: '2026-04-01',
      disclosure: 'internal',
      location: '文書管理システム 総-2026-0012',
    });
    const later = await plan(clerk, residentService(here));

    expect(registered.status).toBe(201);
    expect((await statesOf(clerk, earlier.id)).get('K9-2-1a')).toBe('met');
    expect((await statesOf(clerk, later.id)).get('K9-2-1a')).toBe('met');

    const { id } = registered.body as { id: string };
    await clerk.patch(`/v1/rule-documents/${id}`, { effectiveUntil: '2026-11-20' }, 1);
    expect((await statesOf(clerk, earlier.id)).get('K9-2-1a')).toBe('open');
  });
});
