import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { ASSESSED } from './given.js';
import { pagesOf } from './pages.js';

const URL = '/v1/country-assessments';

let service: TestService;
let department: Client;
let personId: string;
let staff: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-04-01');
  const town = await service.town();
  ({ client: department, personId } = await town.someoneAs('department-officer'));
  staff = await town.as('staff');
});
afterAll(() => service.stop());

describe('assessing the law of a country', () => {
  it('answers with it in force and says who assessed it in what post', async () => {
    const reply = await department.post(URL, ASSESSED);

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      ...ASSESSED,
      assessedBy: personId,
      assessedIn: { roleId: 'department-officer' },
      assessedOn: '2026-04-01',
      supersededById: null,
      isInForce: true,
    });
    expect((await staff.get(`${URL}/${String(reply.body.id)}`)).body).toEqual(reply.body);
  });

  it('takes the place of the assessment before, of that country alone', async () => {
    const other = await department.post(URL, { ...ASSESSED, country: 'SG' }).expect(201);
    const first = await department.post(URL, { ...ASSESSED, country: 'DE' }).expect(201);
    const next = await department.post(URL, { ...ASSESSED, country: 'DE', risk: 'high' });

    const before = await staff.get(`${URL}/${String(first.body.id)}`);
    expect(before.body).toMatchObject({ supersededById: next.body.id, isInForce: false });
    const untouched = await staff.get(`${URL}/${String(other.body.id)}`);
    expect(untouched.body).toMatchObject({ supersededById: null, isInForce: true });
    const pages = await pagesOf(staff, `${URL}?country=DE&limit=1`);
    expect(pages.flat()).toEqual([next.body.id, first.body.id]);
  });

  it('counts through its last day', async () => {
    const body = { ...ASSESSED, country: 'FR', validUntil: '2026-04-01' };
    const { body: assessed } = await department.post(URL, body).expect(201);
    service.itIs('2026-04-02');
    const later = await staff.get(`${URL}/${String(assessed.id)}`);
    service.itIs('2026-04-01');

    expect(assessed).toMatchObject({ isInForce: true });
    expect(later.body).toMatchObject({ isInForce: false, supersededById: null });
  });

  it.each([
    { fault: { validUntil: '2026-03-31' }, at: '#/validUntil' },
    { fault: { laws: [] }, at: '#/laws' },
    { fault: { laws: [' '] }, at: '#/laws' },
    { fault: { risk: 'none' }, at: '#/risk' },
    { fault: { country: 'XX' }, at: '#/country' },
  ])('refuses a wrong $at and writes nothing', async ({ fault, at }) => {
    const before = await everythingIn(service);
    const reply = await department.post(URL, { ...ASSESSED, ...fault });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(at);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is for those who answer for the department or judge providers', async () => {
    expect((await staff.post(URL, ASSESSED)).status).toBe(403);
    expect((await staff.get(`${URL}/${uuidv4()}`)).status).toBe(404);
  });
});
