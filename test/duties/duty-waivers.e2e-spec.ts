import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { NOWHERE, permitted, waiver } from './given.js';

const RULE = 'request-permit';

let service: TestService;
let town: Town;
let ciso: { client: Client; personId: string };
let someone: { client: Client; personId: string };

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  ciso = await town.someoneAs('ciso');
  someone = await town.someoneAs('section-manager');
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

const count = (): Promise<unknown[]> =>
  service.rows('SELECT count(*)::int AS rows FROM duty_waivers');

describe('a waiver', () => {
  it('is given by who permits exceptions, with reason, person and end, and told in the trail', async () => {
    const reply = await ciso.client.post('/v1/duty-waivers', waiver(RULE, someone.personId));
    const { id } = reply.body as { id: string };

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      ...{ rule: RULE, personId: someone.personId, engagementId: null, version: 1 },
      ...{ permittedBy: ciso.personId, permittedAs: 'ciso', permittedOn: '2026-11-20' },
      ...{ validUntil: '2027-03-31', endedOn: null },
    });
    expect((await someone.client.get(`/v1/duty-waivers/${id}`)).body).toEqual(reply.body);
    const trail = await ciso.client.get(`/v1/audit-trail?subjectKind=duty-waiver&subjectId=${id}`);
    expect(trail.body.items[0]).toMatchObject({ action: 'duty-waiver.permitted' });
  });

  it.each([
    ['that begins before it is permitted', { validFrom: '2026-11-19' }, '#/validFrom'],
    ['that ends before it begins', { validUntil: '2026-11-19' }, '#/validUntil'],
    ['that stands beyond the fiscal year', { validUntil: '2027-04-01' }, '#/validUntil'],
    ['for nobody', { personId: NOWHERE }, '#/personId'],
    ['for an engagement of nobody', { engagementId: NOWHERE }, '#/engagementId'],
    ['without grounds', { reason: '人手不足' }, '#/reason'],
    ['of a rule there is not', { rule: 'sleep-wake' }, '#/rule'],
  ])('%s is refused', async (_, fault, pointer) => {
    const before = await count();
    const body = waiver(RULE, someone.personId, fault);
    const reply = await ciso.client.post('/v1/duty-waivers', body);

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(await count()).toEqual(before);
  });

  it('for one engagement lasts a year at most', async () => {
    const { id: engagementId } = await plan(someone.client, residentService(town));
    const until = (validUntil: string): object =>
      waiver(RULE, someone.personId, { engagementId, validUntil });

    expect((await ciso.client.post('/v1/duty-waivers', until('2027-11-21'))).status).toBe(400);
    expect((await ciso.client.post('/v1/duty-waivers', until('2027-11-20'))).status).toBe(201);
  });

  it('is not given by others', async () => {
    const reply = await someone.client.post('/v1/duty-waivers', waiver(RULE, ciso.personId));

    expect(reply.status).toBe(403);
  });

  it('is given to nobody by themselves, here, elsewhere or in the database', async () => {
    const before = await count();
    const own = waiver(RULE, ciso.personId);
    const other = waiver(RULE, someone.personId, {
      madeElsewhere: {
        ...{ documentNumber: '総第9号', decidedOn: '2026-11-20', manner: 'in-person' },
        ...{ deciderName: '試験 職員', deciderPost: '課長', deciderId: someone.personId },
      },
    });
    for (const body of [own, other]) {
      const reply = await ciso.client.post('/v1/duty-waivers', body);

      expect(reply.status).toBe(422);
      expect(reply.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    }
    expect(await count()).toEqual(before);
    await expect(
      service.rows(
        `INSERT INTO duty_waivers (organization_id, id, version, rule, person_id, reason, permitted_by, permitted_as,
           permitted_on, recorded_by, valid_from, valid_until)
         VALUES ($1, gen_random_uuid(), 1, '${RULE}', $2, '一人しかいないのでやむを得ない。', $2, 'ciso',
           '2026-11-20', $3, '2026-11-20', '2026-12-20')`,
        [town.organizationId, ciso.personId, someone.personId],
      ),
    ).rejects.toThrow('ck_duty_waivers_permitter');
  });

  it('is given to the CISO by who stands in for them', async () => {
    const deputy = await town.someoneAs('ciso');
    await service.rows(`UPDATE posts SET acting = true WHERE person_id = $1`, [deputy.personId]);
    const reply = await deputy.client.post('/v1/duty-waivers', waiver(RULE, ciso.personId));

    expect(reply.status).toBe(201);
    expect(reply.body.permittedBy).toBe(deputy.personId);
  });

  it('that was permitted in the document system names who permitted it there', async () => {
    const madeElsewhere = {
      ...{ documentNumber: '総第10号', decidedOn: '2026-11-18', manner: 'in-person' },
      ...{ deciderName: '田上 正臣', deciderPost: '町長' },
    };
    const body = waiver(RULE, someone.personId, { madeElsewhere, validFrom: '2026-11-18' });
    const reply = await ciso.client.post('/v1/duty-waivers', body);

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      ...{ permittedBy: null, recordedBy: ciso.personId, permittedOn: '2026-11-18', madeElsewhere },
    });
  });
});

describe('ending a waiver', () => {
  it('is done once, with a reason, on what was read', async () => {
    const { id, version } = await permitted(ciso.client, waiver(RULE, someone.personId));
    const url = `/v1/duty-waivers/${id}/end`;
    const reason = { reason: '職員を採用したため。' };
    service.itIs('2026-12-01');
    const refused = await someone.client.decide(url, reason, version);
    const stale = await ciso.client.decide(url, reason, version + 1);
    const ended = await ciso.client.decide(url, reason, version);
    const again = await ciso.client.decide(url, reason, version + 1);

    expect([refused.status, stale.status]).toEqual([403, 412]);
    expect(ended.body).toMatchObject({ endedOn: '2026-12-01', endedBy: ciso.personId });
    expect(again.status).toBe(422);
    expect(again.body.type).toBe('urn:mitodoke:problem:duty-waiver.ended');
  });

  it('is the only change a waiver knows, in the database too', async () => {
    const { id, version } = await permitted(ciso.client, waiver(RULE, someone.personId));
    const set = (change: string): Promise<unknown> =>
      service.rows(`UPDATE duty_waivers SET ${change} WHERE id = $1`, [id]);

    await expect(set(`valid_until = '2027-03-30'`)).rejects.toThrow('sd_duty_waivers');
    await expect(set(`rule = 'apply-approve'`)).rejects.toThrow('sd_duty_waivers');
    await expect(set('permitted_in = NULL')).rejects.toThrow('sd_duty_waivers_post');
    await ciso.client.decide(`/v1/duty-waivers/${id}/end`, { reason: '不要のため。' }, version);
    await expect(set('ended_on = NULL, ended_by = NULL, ended_reason = NULL')).rejects.toThrow(
      'sd_duty_waivers',
    );
  });
});

describe('the list of waivers', () => {
  it('shows the next to lapse first, by rule, person, kind and day, page by page', async () => {
    const other = await town.someoneAs('staff');
    const { id: engagementId } = await plan(someone.client, residentService(town));
    const late = await permitted(ciso.client, waiver('submit-score', other.personId));
    const soon = await permitted(
      ciso.client,
      waiver('submit-score', other.personId, { engagementId, validUntil: '2026-11-30' }),
    );
    const list = `/v1/duty-waivers?rule=submit-score&personId=${other.personId}`;
    const ids = async (filter: string): Promise<string[]> => {
      const reply = await ciso.client.get(`${list}${filter}`);
      return (reply.body.items as { id: string }[]).map(({ id }) => id);
    };
    const first = await ciso.client.get(`${list}&limit=1`);
    const next = String(first.body.nextCursor);

    expect(await ids('')).toEqual([soon.id, late.id]);
    expect(first.body.items[0].id).toBe(soon.id);
    expect(await ids(`&limit=1&after=${next}`)).toEqual([late.id]);
    expect(await ids('&standing=true')).toEqual([late.id]);
    expect(await ids('&standing=false')).toEqual([soon.id]);
    expect(await ids('&on=2026-12-01')).toEqual([late.id]);
  });

  it('is closed to another town', async () => {
    const { id, version } = await permitted(ciso.client, waiver(RULE, someone.personId));
    const stranger = await (await service.town()).as('ciso');

    expect((await stranger.get(`/v1/duty-waivers/${id}`)).status).toBe(404);
    expect((await stranger.get('/v1/duty-waivers')).body.items).toEqual([]);
    const end = await stranger.decide(`/v1/duty-waivers/${id}/end`, { reason: '不要' }, version);
    expect(end.status).toBe(404);
  });
});
