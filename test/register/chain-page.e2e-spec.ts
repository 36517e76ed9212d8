import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { htmlText } from '../support/document-text.js';
import { lightService, plan, residentService, versionOf } from '../support/engagement.js';
import { takeOver } from '../support/operation.js';
import type { Town } from '../support/town.js';

import { keysOfPolicy } from './chain-body.js';

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

describe('the chain as a page', () => {
  const EVIL = '<script>alert("x")</script>&';

  it('has every article and its state as a word, and runs nothing that was typed into it', async () => {
    const officer = await town.as('department-officer');
    const { id } = await plan(manager, residentService(town, { title: EVIL }));
    await officer
      .post(`/v1/engagements/${id}/records`, {
        kind: 'impact-review',
        statedOn: '2026-03-30',
        statement: EVIL,
      })
      .expect(201);
    const page = await manager.get(`/v1/engagements/${id}/chain?format=html`).expect(200);

    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(page.text).not.toContain('<script');
    expect(page.text).not.toMatch(/https?:\/\//);
    expect(page.text.split('&lt;script&gt;').length).toBeGreaterThan(3);
    const ids = [...page.text.matchAll(/<article id="([^"]+)"/g)].map(([, key]) => key);
    expect(ids.sort()).toEqual((await keysOfPolicy(manager, id)).sort());
    const text = htmlText(page.text);
    for (const word of [
      '未充足',
      '充足',
      '義務なし',
      '足りないもの',
      '今後必要になるもの',
      '目次',
      '令和8年4月1日',
    ]) {
      expect(text).toContain(word);
    }
    for (const [, anchor = ''] of page.text.matchAll(/href="#([^"]+)"/g)) {
      expect(page.text).toContain(`id="${anchor}"`);
    }
  });

  it('speaks English to who asks for it', async () => {
    const { id } = await plan(manager, lightService(town));
    const page = await manager
      .get(`/v1/engagements/${id}/chain?format=html`)
      .set('Accept-Language', 'en');

    expect(page.text).toContain('<html lang="en">');
    expect(htmlText(page.text)).toContain('Whatismissing');
    expect(htmlText(page.text)).toContain('2026-04-01');
  });

  it('tells that such a decision is under re-review', async () => {
    const { id } = await takeOver(manager, town);
    const head = await town.as('head-officer');
    const { body } = await head.get(`/v1/engagements/${id}/obligations?state=open`);
    const url = `/v1/engagements/${id}/obligations/${String(body.items[0].id)}/not-applicability`;
    const reason = { reason: '該当する業務がない。' };
    await head.decide(url, reason, await versionOf(manager, id)).expect(200);
    const item = {
      ...{ name: '催しの案内', confidentiality: 'C1', integrity: 'I1', availability: 'A1' },
      ...{ personalInformation: false, specificPersonalInformation: false },
    };
    const items = `/v1/engagements/${id}/data-items`;
    await manager.decide(items, item, await versionOf(manager, id)).expect(201);
    const page = await manager.get(`/v1/engagements/${id}/chain?format=html`);

    expect(htmlText(page.text)).toContain('再審査の対象となった日：令和8年4月1日');
  });

  it('tells who decided that a duty does not apply, and why', async () => {
    const { id } = await plan(manager, residentService(town));
    const head = await town.as('head-officer');
    const { body } = await head.get(`/v1/engagements/${id}/obligations?state=open`);
    const url = `/v1/engagements/${id}/obligations/${String(body.items[0].id)}/not-applicability`;
    await head
      .decide(url, { reason: '該当する業務がない。' }, await versionOf(manager, id))
      .expect(200);
    const page = await manager.get(`/v1/engagements/${id}/chain?format=html`);

    expect(htmlText(page.text)).toContain(
      '適用除外の決定：令和8年4月1日試験職員該当する業務がない。',
    );
  });
});
