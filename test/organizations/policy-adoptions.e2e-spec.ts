import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

interface Policy {
  readonly id: string;
  readonly packId: string;
  readonly adoptedFrom: string | null;
}

interface Undecided {
  readonly undecidedSettings: readonly { readonly id: string }[];
}

let service: TestService;
let town: Town;
let administrator: Client;
let idOf: (pack: string) => string;
let kikuyo: string;
let base: string;

beforeAll(async () => {
  service = await TestService.start();
  const client = await (await service.town()).as('administrator');
  const { items } = (await client.get('/v1/policies')).body as { items: Policy[] };
  idOf = (pack) => items.find(({ packId }) => packId === pack)?.id ?? '';
  kikuyo = idOf('kikuyo');
  base = idOf('base');
});
beforeEach(async () => {
  service.itIs('2026-11-20');
  town = await service.town();
  administrator = await town.as('administrator');
});
afterAll(() => service.stop());

function adopt(given: object): ReturnType<Client['post']> {
  const body = { policyVersionId: kikuyo, effectiveFrom: '2027-04-01', ...given };
  return administrator.post('/v1/policy-adoptions', body);
}

async function adoptions(): Promise<string[]> {
  const reply = await administrator.get('/v1/policy-adoptions');
  const { items } = reply.body as { items: { effectiveFrom: string }[] };
  return items.map(({ effectiveFrom }) => effectiveFrom);
}

describe('adopting a policy version', () => {
  it('records from when, by whom and where it was decided', async () => {
    const reply = await adopt({ documentNumber: '総第123号' });

    const me = (await administrator.get('/v1/me')).body as { personId: string };
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      id: expect.any(String),
      policyVersionId: kikuyo,
      effectiveFrom: '2027-04-01',
      publishedOn: null,
      decidedAt: expect.stringMatching(/^2026-11-20T03:00:/),
      decidedBy: me.personId,
      documentNumber: '総第123号',
      undecidedSettings: [
        {
          id: 'authorizing-official-role',
          label: expect.objectContaining({ ja: expect.stringContaining('許可') }),
          article: 'K9-2-1c',
        },
      ],
    });
    const list = await administrator.get('/v1/policy-adoptions');
    expect(list.body.items[0]).toEqual(reply.body);
    expect(await adoptions()).toEqual(['2027-04-01', '2020-04-01']);
  });

  it('puts what it leaves to the body, and today’s policy does not, among what is to be decided', async () => {
    const path = '/v1/organization/settings/audit-cycle-months';
    expect((await administrator.get(path)).body).toMatchObject({ value: 12, missing: false });

    const reply = await adopt({ policyVersionId: idOf('gotsu') });

    const missing = await administrator.get('/v1/organization/settings?missing=true');
    const listed = (missing.body.items as { id: string }[]).map(({ id }) => id);
    const named = (reply.body as Undecided).undecidedSettings.map(({ id }) => id);
    expect(listed).toEqual(expect.arrayContaining([...named, 'authorizing-official-role']));
    expect((await administrator.get(path)).body).toMatchObject({ missing: true });
    const decided = await administrator.put(path, { value: 12 }, 0);
    expect(decided.body).toMatchObject({ missing: false });
  });

  it('can be from today', async () => {
    expect((await adopt({ effectiveFrom: '2026-11-20' })).status).toBe(201);
  });

  it('is refused from a day that has passed in Japan', async () => {
    const reply = await adopt({ effectiveFrom: '2026-11-19' });

    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:policy-adoption.in-the-past',
      facts: { effectiveFrom: '2026-11-19', today: '2026-11-20' },
    });
    expect(await adoptions()).toEqual(['2020-04-01']);
  });

  it('is refused a second time from the same day', async () => {
    await adopt({});

    const reply = await adopt({});

    expect(reply.status).toBe(409);
    expect(reply.body.type).toBe('urn:mitodoke:problem:policy-adoption.day-taken');
    expect(await adoptions()).toEqual(['2027-04-01', '2020-04-01']);
  });

  it('is refused of no version, and of a base that only others build on', async () => {
    for (const policyVersionId of [uuidv7(), base]) {
      const reply = await adopt({ policyVersionId });
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toMatchObject([{ pointer: '#/policyVersionId' }]);
    }
    expect(await adoptions()).toEqual(['2020-04-01']);
  });

  it('is refused from a day before the policy itself is in force', async () => {
    service.itIs('2026-03-20');

    const early = await adopt({ policyVersionId: idOf('joso'), effectiveFrom: '2026-06-04' });
    const month = await adopt({ policyVersionId: idOf('gotsu'), effectiveFrom: '2026-03-20' });

    expect(early.status).toBe(422);
    expect(early.body).toMatchObject({
      type: 'urn:mitodoke:problem:policy-adoption.before-effect',
      detail: expect.stringContaining('令和8年6月5日'),
      facts: { effectiveFrom: '2026-06-04', firstDay: '2026-06-05' },
    });
    expect(month.status, 'no day is printed, only the month').toBe(201);
    expect(await adoptions()).toEqual(['2026-03-20', '2020-04-01']);
  });

  it('tells the day of publication where the policy is in force from then', async () => {
    const miyako = { policyVersionId: idOf('miyako'), effectiveFrom: '2026-12-01' };

    const unpublished = await adopt(miyako);
    const later = await adopt({ ...miyako, publishedOn: '2026-12-02' });
    expect(await adoptions()).toEqual(['2020-04-01']);
    const published = await adopt({ ...miyako, publishedOn: '2026-06-01' });

    for (const refused of [unpublished, later]) {
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toMatchObject([{ pointer: '#/publishedOn' }]);
    }
    expect(published.status).toBe(201);
    expect(published.body).toMatchObject({ publishedOn: '2026-06-01' });
  });

  it('lists what the body has still to decide, which can be decided before that day', async () => {
    const reply = await adopt({ policyVersionId: idOf('tochigi-iryo') });
    const named = (reply.body as Undecided).undecidedSettings.map(({ id }) => id);
    expect(named).toContain('authorizing-official-role');
    expect(named).toContain('report-due-business-days');

    const path = '/v1/organization/settings/report-due-business-days';
    expect((await administrator.put(path, { value: 15 }, 0)).status).toBe(200);

    const [latest] = (await administrator.get('/v1/policy-adoptions')).body.items as Undecided[];
    const left = latest?.undecidedSettings.map(({ id }) => id);
    expect(left).toEqual(named.filter((id) => id !== 'report-due-business-days'));
  });

  it('is refused of a policy of a body with another code', async () => {
    await service.rows(
      `UPDATE organizations SET local_government_code = '434043' WHERE organization_id = $1`,
      [town.organizationId],
    );

    const theirs = await adopt({ policyVersionId: idOf('gotsu') });
    expect(theirs.status).toBe(400);
    expect(theirs.body.errors).toMatchObject([
      {
        pointer: '#/policyVersionId',
        detail: expect.stringContaining('江津市（団体コード 322075）'),
      },
    ]);
    expect(await adoptions()).toEqual(['2020-04-01']);
    expect((await adopt({})).status, 'its own').toBe(201);
    const uncoded = { policyVersionId: idOf('joso'), effectiveFrom: '2027-05-01' };
    expect((await adopt(uncoded)).status, 'one without a code').toBe(201);
  });

  it('is for administrators', async () => {
    const ciso = await town.as('ciso');
    const body = { policyVersionId: kikuyo, effectiveFrom: '2027-04-01' };

    expect((await ciso.post('/v1/policy-adoptions', body)).status).toBe(403);
    expect(await adoptions()).toEqual(['2020-04-01']);
  });
});

describe('the list of adoptions', () => {
  it('comes in pages, the latest first', async () => {
    await adopt({ effectiveFrom: '2027-04-01' });
    await adopt({ effectiveFrom: '2028-04-01' });

    const first = await administrator.get('/v1/policy-adoptions?limit=2');
    const next = `/v1/policy-adoptions?limit=2&after=${String(first.body.nextCursor)}`;
    const second = await administrator.get(next);

    expect([...first.body.items, ...second.body.items]).toMatchObject([
      { effectiveFrom: '2028-04-01' },
      { effectiveFrom: '2027-04-01' },
      { effectiveFrom: '2020-04-01', decidedBy: null },
    ]);
  });
});

describe('the policy versions', () => {
  it('tell from when the body runs on them', async () => {
    await adopt({ effectiveFrom: '2027-04-01' });

    const { items } = (await administrator.get('/v1/policies')).body as { items: Policy[] };

    expect(items).toMatchObject([
      { packId: 'base', adoptable: false, adoptedFrom: null },
      { packId: 'common-checklist', adoptable: false, adoptedFrom: null },
      { packId: 'gotsu', adoptable: true, adoptedFrom: null },
      { packId: 'joso', adoptable: true, adoptedFrom: null },
      { packId: 'kikuyo', adoptable: true, adoptedFrom: '2020-04-01' },
      { packId: 'miyako', adoptable: true, adoptedFrom: null },
      { packId: 'tochigi-iryo', adoptable: true, adoptedFrom: null },
    ]);
  });

  it('are read with the lists that other requests name ids of', async () => {
    const reply = await administrator.get(`/v1/policies/${kikuyo}`);

    expect(reply.body).toMatchObject({
      id: kikuyo,
      version: '2026-11.3',
      title: { ja: '菊陽町情報セキュリティポリシー' },
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { roles, segments } = reply.body as Record<string, { id: string }[]>;
    expect(roles?.map(({ id }) => id)).toContain('authorizing-official');
    expect(segments?.map(({ id }) => id)).toEqual(['my-number', 'lgwan', 'internet']);
    expect((await administrator.get(`/v1/policies/${uuidv7()}`)).status).toBe(404);
  });

  it('are read by staff, not by an adviser', async () => {
    expect((await (await town.as('staff')).get('/v1/policies')).status).toBe(200);
    expect((await (await town.as('adviser')).get('/v1/policies')).status).toBe(403);
  });
});
