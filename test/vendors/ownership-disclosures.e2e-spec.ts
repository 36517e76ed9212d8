import { v4 as uuidv4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { givenVendor, OWNERSHIP } from './given.js';
import { pagesOf } from './pages.js';
import { statusesOfWriters } from './writers.js';

const ABROAD = { name: 'Parent Inc.', country: 'US' };
const PERSONNEL = {
  headcount: 4,
  affiliations: [{ affiliation: '株式会社検証', count: 4 }],
  qualifications: [{ qualification: '情報処理安全確保支援士', count: 1 }],
};

let service: TestService;
let town: Town;
let procurement: Client;
let personId: string;
let vendorId: string;
let disclosures: string;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  ({ client: procurement, personId } = await town.someoneAs('procurement'));
});
beforeEach(async () => {
  service.itIs('2026-04-01');
  vendorId = await givenVendor(procurement);
  disclosures = `/v1/vendors/${vendorId}/ownership-disclosures`;
});
afterAll(() => service.stop());

function actionsOn(id: string): Promise<{ action: string }[]> {
  return service.rows(
    `SELECT action FROM audit_trail WHERE subject_kind = 'vendor' AND subject_id = $1 ORDER BY id`,
    [id],
  );
}

describe('disclosing who owns a vendor', () => {
  it('answers with it in force, says who recorded it, and is in the trail', async () => {
    const reply = await procurement.post(disclosures, { ...OWNERSHIP, personnel: PERSONNEL });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      ...OWNERSHIP,
      vendorId,
      supersedesId: null,
      supersededById: null,
      ultimateParent: null,
      countryOfControl: 'JP',
      controlChanges: [],
      recordedBy: personId,
      personnel: { ...PERSONNEL, trackRecord: null, nationalities: [], namedNationalities: [] },
    });
    expect((await procurement.get(`/v1/vendors/${vendorId}/ownership`)).body).toEqual(reply.body);
    expect(await actionsOn(vendorId)).toEqual([
      { action: 'vendor.registered' },
      { action: 'vendor.ownership-disclosed' },
    ]);
  });

  it('supersedes the one in force, which stays to be read', async () => {
    const first = await procurement.post(disclosures, OWNERSHIP).expect(201);
    const next = { ...OWNERSHIP, disclosedOn: '2026-04-01', parent: ABROAD };
    const second = await procurement.post(disclosures, next).expect(201);

    expect(second.body).toMatchObject({
      supersedesId: first.body.id,
      countryOfControl: 'US',
      controlChanges: ['ultimate-parent', 'country', 'foreign'],
    });
    const before = await procurement.get(`${disclosures}/${String(first.body.id)}`);
    expect(before.body).toEqual({ ...first.body, supersededById: second.body.id });
    const inForce = await procurement.get(`/v1/vendors/${vendorId}/ownership`);
    expect(inForce.body).toEqual(second.body);
    expect((await actionsOn(vendorId)).at(-1)).toEqual({ action: 'vendor.control-changed' });
  });

  it.each([
    { fault: { disclosedOn: '2026-04-02' }, at: '#/disclosedOn' },
    { fault: { holders: [{ ...ABROAD, share: '100.01' }] }, at: '#/holders/0/share' },
    { fault: { holders: [{ ...ABROAD, share: 60 }] }, at: '#/holders/0/share' },
    { fault: { holders: [60, 41].map((n) => ({ ...ABROAD, share: String(n) })) }, at: '#/holders' },
    { fault: { parent: { name: '甲', country: 'XX' } }, at: '#/parent/country' },
    {
      fault: { personnel: { ...PERSONNEL, namedNationalities: [ABROAD] } },
      at: '#/personnel/nationalityReason',
    },
    {
      fault: { personnel: { ...PERSONNEL, nationalities: [{ country: 'JP', count: 5 }] } },
      at: '#/personnel/nationalities',
    },
  ])('refuses a wrong $at and writes nothing', async ({ fault, at }) => {
    const before = await everythingIn(service);
    const reply = await procurement.post(disclosures, { ...OWNERSHIP, ...fault });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(at);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('refuses one from before the one in force', async () => {
    await procurement.post(disclosures, OWNERSHIP).expect(201);
    const before = await everythingIn(service);
    const earlier = { ...OWNERSHIP, disclosedOn: '2026-03-30' };
    const reply = await procurement.post(disclosures, earlier);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/disclosedOn');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is done once for one Idempotency-Key', async () => {
    const key = uuidv4();
    const first = await procurement.post(disclosures, OWNERSHIP).set('Idempotency-Key', key);
    const second = await procurement.post(disclosures, OWNERSHIP).set('Idempotency-Key', key);

    expect(second.body).toEqual(first.body);
    expect((await procurement.get(disclosures)).body.items).toHaveLength(1);
  });

  it('of eight at once makes one line of them', async () => {
    const counts = await statusesOfWriters(procurement, () =>
      procurement.post(disclosures, OWNERSHIP),
    );

    expect(counts).toEqual({ 201: 8 });
    const { body } = await procurement.get(disclosures);
    const items = body.items as { supersededById: string | null }[];
    expect(items.filter(({ supersededById }) => supersededById === null)).toHaveLength(1);
  });
});

describe('reading disclosures', () => {
  it('shows them newest first over pages', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { body } = await procurement.post(disclosures, OWNERSHIP).expect(201);
      ids.unshift(body.id as string);
    }

    const pages = await pagesOf(procurement, `${disclosures}?limit=2`);
    expect(pages).toHaveLength(2);
    expect(pages.flat()).toEqual(ids);
  });

  it('finds none in force before the first', async () => {
    expect((await procurement.get(`/v1/vendors/${vendorId}/ownership`)).status).toBe(404);
  });

  it('names nationalities only to those who work with vendors', async () => {
    const personnel = {
      ...PERSONNEL,
      nationalities: [{ country: 'US', count: 1 }],
      namedNationalities: [{ name: 'A. Smith', country: 'US' }],
      nationalityReason: 'サーバ室への入室を審査するため',
    };
    await procurement.post(disclosures, { ...OWNERSHIP, personnel }).expect(201);
    const staff = await town.as('staff');
    const url = `/v1/vendors/${vendorId}/ownership`;

    expect((await procurement.get(url)).body.personnel).toMatchObject(personnel);
    expect((await staff.get(url)).body.personnel).toMatchObject({
      nationalities: [{ country: 'US', count: 1 }],
      namedNationalities: null,
    });
    const { body } = await staff.get(disclosures);
    expect(body.items[0].personnel.namedNationalities).toBeNull();
    expect((await staff.post(disclosures, OWNERSHIP)).status).toBe(403);
  });
});
