import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { approved, castOf, type Cast } from '../support/approval.js';
import { lightService, plan, residentService } from '../support/engagement.js';
import { takeOver } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { givenVendor } from '../vendors/given.js';

import { articleOf, chainOf, keysOfPolicy, proofsOf, type ChainBody } from './chain-body.js';

let service: TestService;
let town: Town;
let manager: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-04-01');
  town = await service.town();
  manager = await town.as('section-manager');
});
afterAll(() => service.stop());

describe('the chain of an engagement', () => {
  it('shows every article of the policy once: with its duties, or with the reason it puts none', async () => {
    const { id } = await plan(manager, lightService(town));
    const chain = await chainOf(manager, id);
    const { body } = await manager.get(`/v1/engagements/${id}/obligations`);
    const owed = body.items as { rule: string; article: string; state: string }[];

    const keys = chain.articles.map(({ key }) => key);
    expect([...keys].sort()).toEqual((await keysOfPolicy(manager, id)).sort());
    expect(keys.indexOf('K2-1-1')).toBeLessThan(keys.indexOf('K9-1-1a'));
    expect(keys.indexOf('K9-1-1a')).toBeLessThan(keys.indexOf('K10-1-1'));
    for (const article of chain.articles) {
      expect(article.reason === null, article.key).toBe(article.obligations.length > 0);
      expect(article.state === null, article.key).toBe(article.obligations.length === 0);
      expect(article.obligations.map(({ rule, state }) => `${rule} ${state}`)).toEqual(
        owed
          .filter((each) => each.article === article.key)
          .map(({ rule, state }) => `${rule} ${state}`),
      );
    }
    expect(chain.counts.total).toBe(owed.length);
  });

  it('names the record behind a proof, its day, who recorded it and where it is read', async () => {
    const officer = await town.someoneAs('department-officer');
    await service.rows(`UPDATE people SET name = '緒方 隆' WHERE id = $1`, [officer.personId]);
    const { id } = await plan(manager, residentService(town));
    await officer.client
      .post(`/v1/engagements/${id}/records`, {
        kind: 'impact-review',
        statedOn: '2026-03-30',
        statement: '停止時は窓口で代替受付とする。\n影響は限定的と判断した。',
      })
      .expect(201);
    const document = await officer.client
      .post('/v1/rule-documents', {
        kinds: ['cloud-use-criteria'],
        title: 'クラウドサービス利用判断基準',
        number: '令和８年訓令第３号',
        effectiveFrom: '2026-04-01',
        disclosure: 'internal',
        location: '文書管理システム',
      })
      .expect(201);
    const chain = await chainOf(manager, id);

    expect(articleOf(chain, 'K9-2-3a')).toMatchObject({
      state: 'met',
      obligations: [
        {
          proofs: [
            {
              effect: 'proves',
              counts: true,
              record: {
                kind: 'record',
                title: { ja: '業務への影響度等の検討' },
                name: '停止時は窓口で代替受付とする。 影響は限定的と判断した。',
                on: '2026-03-30',
                by: '緒方 隆',
                href: `/v1/engagements/${id}/records`,
              },
            },
          ],
        },
      ],
    });
    const records = proofsOf(chain).map(({ record }) => record);
    expect(records.find(({ kind }) => kind === 'rule-document')).toMatchObject({
      title: { ja: '規程' },
      name: 'クラウドサービス利用判断基準（令和８年訓令第３号）',
      by: '緒方 隆',
      href: `/v1/rule-documents/${String(document.body.id)}`,
    });
    expect(records.find(({ kind }) => kind === 'data-items')).toMatchObject({
      name: '予約者の氏名・連絡先',
      by: '試験 職員',
    });
  });

  it('keeps a voided proof in sight, without effect', async () => {
    const officer = await town.as('department-officer');
    const head = await town.as('head-officer');
    const { id } = await plan(manager, residentService(town));
    const filed = await officer.post(`/v1/engagements/${id}/records`, {
      kind: 'impact-review',
      statedOn: '2026-03-30',
      statement: '影響は限定的と判断した。',
    });
    await head
      .post(`/v1/engagements/${id}/records/${String(filed.body.id)}/voiding`, { reason: '誤り' })
      .expect(204);

    expect(articleOf(await chainOf(manager, id), 'K9-2-3a')).toMatchObject({
      state: 'open',
      obligations: [{ proofs: [{ counts: false, voidedOn: '2026-04-01', voidedReason: '誤り' }] }],
    });
  });

  it('hangs criteria, clauses, reports and findings on their articles', async () => {
    const auditor = await town.as('auditor');
    const vendorId = await givenVendor(manager);
    const { id } = await takeOver(manager, town, { vendorId });
    await manager.post(`/v1/engagements/${id}/report-schedules`, { kind: 'R1' }).expect(200);
    const finding = await auditor
      .post('/v1/findings', {
        engagementId: id,
        articleKey: 'K9-1-3b-2',
        severity: 'major',
        statement: '報告に裏付けがない。',
        dueOn: '2026-05-31',
      })
      .expect(201);
    const article = articleOf(await chainOf(manager, id), 'K9-1-3b-2');

    expect(article.findings).toMatchObject([
      {
        id: finding.body.id,
        severity: 'major',
        isOverdue: false,
        href: `/v1/findings/${String(finding.body.id)}`,
      },
    ]);
    expect(article.state).toBe('breached');
    expect(article.obligations[0]?.proofs).toMatchObject([
      { effect: 'breaches', record: { kind: 'finding', name: '報告に裏付けがない。' } },
    ]);
    expect(article.reports).toContainEqual(
      expect.objectContaining({ kind: 'R1', accepted: 0, overdue: 0 }),
    );
    const chain = await chainOf(manager, id);
    expect(articleOf(chain, 'K9-1-1b').criteria.length).toBeGreaterThan(0);
    expect(articleOf(chain, 'K9-1-2a-5').clauses.length).toBeGreaterThan(0);
  });

  it('is the same 404 for a missing engagement and one of another town', async () => {
    const { id } = await plan(manager, lightService(town));
    const stranger = await (await service.town()).as('section-manager');
    const missing = await stranger.get(
      '/v1/engagements/01900000-0000-7000-8000-000000000000/chain',
    );
    const theirs = await stranger.get(`/v1/engagements/${id}/chain`);

    expect(theirs.status).toBe(404);
    expect(theirs.text).toBe(missing.text);
    expect((await stranger.get(`/v1/engagements/${id}/chain?format=html`)).status).toBe(404);
  });
});

describe('the records behind an approval', () => {
  let cast: Cast;
  let chain: ChainBody;

  beforeAll(async () => {
    cast = await castOf(service);
    const { engagementId } = await approved(service, cast);
    chain = await chainOf(cast.manager, engagementId);
  });

  it.each(['trust-judgement', 'use-decision', 'cloud-service-entry'])(
    'include %s by name',
    (kind) => {
      const record = proofsOf(chain).find((proof) => proof.record.kind === kind)?.record;
      expect(record).toMatchObject({ on: '2026-04-01', by: '試験 職員', name: expect.any(String) });
    },
  );
});
