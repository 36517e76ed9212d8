import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  draftedContract,
  toContract,
  type ContractingCast,
} from '../support/contracting.js';
import { statesOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { givenVendor } from '../vendors/given.js';
import { briefing, RUNNING } from './given.js';

let service: TestService;
let cast: ContractingCast;
let contractor: string;
let engagementId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs(RUNNING);
  cast = await contractingCast(service);
  const prepared = await toContract(cast);
  await draftedContract(cast.manager, prepared);
  ({ engagementId, vendorId: contractor } = prepared);
});
afterAll(() => service.stop());

const url = (): string => `/v1/engagements/${engagementId}/briefings`;

describe('a briefing', () => {
  it('of another firm than the contractor does not prove the duty; that of the contractor does', async () => {
    const other = await givenVendor(cast.manager, '株式会社下請');
    const first = await cast.manager.post(url(), briefing(other));
    expect(first.status).toBe(201);
    const open = await statesOf(cast.manager, engagementId);
    expect(open.get('K6-1-4')).not.toBe('met');

    await cast.manager.post(url(), briefing(contractor)).expect(201);
    const met = await statesOf(cast.manager, engagementId);
    expect(met.get('K6-1-4')).toBe('met');
    const { body } = await cast.manager.get(url());
    expect(body.items).toMatchObject([{ vendorId: other }, { vendorId: contractor }]);
    const records = await cast.manager.get(`/v1/engagements/${engagementId}/records`);
    expect(records.body.items).toMatchObject([
      { kind: 'briefing', evidence: ['受領確認書（令和8年12月10日）'] },
    ]);
  });

  it.each([
    ['acknowledged before it was held', { acknowledgedOn: '2026-12-09' }, '#/acknowledgedOn'],
    ['acknowledged in days to come', { acknowledgedOn: '2026-12-11' }, '#/acknowledgedOn'],
    ['of nobody', { attendees: [] }, '#/attendees'],
    ['of no document', { documents: [] }, '#/documents'],
    ['of a firm there is not', { vendorId: '0197ab00-0000-7000-8000-000000000000' }, '#/vendorId'],
  ])('%s is refused, and nothing is written', async (_, given, pointer) => {
    const before = await everythingIn(service);
    const reply = await cast.manager.post(url(), briefing(contractor, given));

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ pointer }]);
    expect(await everythingIn(service)).toEqual(before);
  });
});
