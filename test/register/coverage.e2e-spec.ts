import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { moved } from '../support/approval.js';
import { lightService, plan, residentService, versionOf } from '../support/engagement.js';
import { takeOver } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { pagesOf } from '../vendors/pages.js';

/** Proved by a record of an impact review; carried by classified cloud use. */
const IMPACT = 'K9-2-3a';

let service: TestService;
let town: Town;
let manager: Client;
let officer: Client;
let reader: Client;
let early: string;
let late: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-04-01');
  town = await service.town();
  manager = await town.as('section-manager');
  officer = await town.as('department-officer');
  reader = await town.as('staff');
  early = (await plan(manager, residentService(town, { title: '先の案件' }))).id;
  await plan(manager, lightService(town));
  service.itIs('2026-06-01');
  late = (await plan(manager, residentService(town, { title: '後の案件' }))).id;
});
beforeEach(() => {
  service.itIs('2026-07-01');
});
afterAll(() => service.stop());

async function reviewed(engagementId: string, on: string): Promise<string> {
  service.itIs(on);
  const reply = await officer.post(`/v1/engagements/${engagementId}/records`, {
    kind: 'impact-review',
    statedOn: on,
    statement: '影響は限定的と判断した。',
  });
  service.itIs('2026-07-01');
  return (reply.body as { id: string }).id;
}

async function statesOn(filter: string): Promise<Record<string, string>> {
  const { body } = await reader.get(`/v1/coverage?article=${IMPACT}${filter}`).expect(200);
  const items = body.items as { title: string; state: string }[];
  return Object.fromEntries(items.map(({ title, state }) => [title, state]));
}

describe('who leaves an article unproven', () => {
  it('is told today and as of any past day, by the days proofs counted', async () => {
    const record = await reviewed(early, '2026-05-10');
    const head = await town.as('head-officer');
    service.itIs('2026-06-20');
    await head
      .post(`/v1/engagements/${early}/records/${record}/voiding`, {
        reason: '内容に誤りがあった。',
      })
      .expect(204);
    service.itIs('2026-07-01');
    await reviewed(late, '2026-06-25');

    expect(await statesOn('')).toEqual({ 先の案件: 'open', 後の案件: 'met' });
    expect(await statesOn('&state=unproven')).toEqual({ 先の案件: 'open' });
    expect(await statesOn('&on=2026-06-24')).toEqual({ 先の案件: 'open', 後の案件: 'open' });
    expect(await statesOn('&on=2026-06-19')).toEqual({ 先の案件: 'met', 後の案件: 'open' });
    expect(await statesOn('&on=2026-06-19&state=met')).toEqual({ 先の案件: 'met' });
    expect(await statesOn('&on=2026-05-09')).toEqual({ 先の案件: 'open' });
    expect(await statesOn('&on=2026-03-31')).toEqual({});
  });

  it('names the article, the section and the duties', async () => {
    const { body } = await reader.get(`/v1/coverage?article=${IMPACT}`).expect(200);

    expect(body).toMatchObject({
      on: '2026-07-01',
      article: { key: IMPACT, label: '９（２）③ア' },
      nextCursor: null,
    });
    expect(body.items[0]).toMatchObject({
      id: early,
      unitName: '総務課',
      vendorName: null,
      status: 'planned',
      duties: [{ rule: IMPACT, state: 'open', dueOn: null }],
    });
  });

  it('leaves out an engagement from the day it was cancelled', async () => {
    const { id } = await plan(manager, residentService(town, { title: '取りやめた案件' }));
    service.itIs('2026-07-02');
    await moved(manager, id, 'cancelled');

    expect(Object.keys(await statesOn(''))).not.toContain('取りやめた案件');
    expect(Object.keys(await statesOn('&on=2026-07-01'))).toContain('取りやめた案件');
  });

  it('leaves out a duty from the day it ceased to arise', async () => {
    const given = residentService(town, { title: '格付を改めた案件' });
    const { id } = await plan(manager, given);
    const { body } = await manager.get(`/v1/engagements/${id}/data-items`);
    service.itIs('2026-07-02');
    const version = await versionOf(manager, id);
    await manager
      .delete(`/v1/engagements/${id}/data-items/${String(body.items[0].id)}`, version)
      .expect(204);

    expect(Object.keys(await statesOn(''))).not.toContain('格付を改めた案件');
    expect(Object.keys(await statesOn('&on=2026-07-01'))).toContain('格付を改めた案件');
  });

  it('is whole and stable page by page', async () => {
    const whole = await pagesOf(reader, `/v1/coverage?article=${IMPACT}&limit=200`);
    const pages = await pagesOf(reader, `/v1/coverage?article=${IMPACT}&limit=1`);

    expect(pages.length).toBe(whole.flat().length);
    expect(pages.flat()).toEqual(whole.flat());
  });

  it('shows another town nothing', async () => {
    const stranger = await (await service.town()).as('section-manager');
    expect((await stranger.get(`/v1/coverage?article=${IMPACT}`)).body.items).toEqual([]);
  });

  it.each([
    ['article=K99', 'article'],
    ['article=', 'article'],
    [`article=${IMPACT}&on=2026-07-02`, 'on'],
    [`article=${IMPACT}&on=2026-02-30`, 'on'],
    [`article=${IMPACT}&state=good`, 'state'],
    ['state=unproven', 'state'],
    ['on=2026-07-02', 'on'],
  ])('refuses %s, naming %s', async (query, parameter) => {
    const reply = await reader.get(`/v1/coverage?${query}`);

    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ parameter }]);
  });
});

describe('how every article stands', () => {
  interface Counts {
    readonly article: { readonly key: string };
    readonly engagements: number;
    readonly unproven: number;
  }

  async function everyArticle(client: Client, query = ''): Promise<Counts[]> {
    const found: Counts[] = [];
    let after = '';
    do {
      const { body } = await client.get(`/v1/coverage?limit=50${query}${after}`).expect(200);
      found.push(...(body.items as Counts[]));
      after = body.nextCursor === null ? '' : `&after=${String(body.nextCursor)}`;
    } while (after !== '');
    return found;
  }

  it('is counted for all articles of the policy, carried or not', async () => {
    const { body } = await reader.get('/v1/policy-adoptions');
    const policy = String(body.items[0].policyVersionId);
    const articles = await reader.get(`/v1/policies/${policy}/articles?limit=200`).expect(200);
    const keys = (articles.body.items as { key: string }[]).map(({ key }) => key);

    expect((await everyArticle(reader)).map(({ article }) => article.key)).toEqual(keys);
  });

  it('adds up to what is told of each article, today and on a past day', async () => {
    const here = await service.town();
    const clerk = await here.as('section-manager');
    await takeOver(clerk, here, {});
    service.itIs('2026-07-10');
    await plan(clerk, residentService(here));
    await plan(clerk, lightService(here));

    for (const [on, engagements] of [
      ['', 3],
      ['&on=2026-07-09', 1],
      ['&on=2026-06-30', 0],
    ] as const) {
      const counts = await everyArticle(clerk, on);
      expect(Math.max(...counts.map((each) => each.engagements))).toBe(Math.min(engagements, 3));
      const carried = counts
        .filter((each) => each.engagements > 0)
        .filter((_, at) => at % 10 === 0);
      for (const each of carried) {
        const url = `/v1/coverage?article=${each.article.key}${on}`;
        const all = await clerk.get(url).expect(200);
        const unproven = await clerk.get(`${url}&state=unproven`).expect(200);
        expect(each.engagements, each.article.key).toBe(all.body.items.length);
        expect(each.unproven, each.article.key).toBe(unproven.body.items.length);
      }
    }
  });

  it('counts another town nothing', async () => {
    const stranger = await (await service.town()).as('section-manager');
    const counts = await everyArticle(stranger);
    expect(counts.every(({ engagements }) => engagements === 0)).toBe(true);
  });
});
