import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { criteriaOf, panelOf, sent, type Panel } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { outsourcing, planned, vendorOf } from '../assessments/given.js';
import { allYes, asked, linked, told } from './answering.js';
import { accepted } from './firms.js';
import { send, show, versionIn } from './pages.js';

let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
});
afterAll(() => service.stop());

const RESPONDENT = { name: '田中 <一郎>', email: 'Tanaka@vendor.example' };

async function issued(id: string, respondent = RESPONDENT): Promise<string> {
  const reply = await panel.clerk.post(`/v1/assessments/${id}/answer-links`, respondent);
  if (reply.status !== 201) throw new Error(reply.text);
  return new URL(String(reply.body.url)).pathname;
}

/** A checklist with a link to answer it by. */
async function handed(): Promise<{
  readonly id: string;
  readonly path: string;
  readonly vendorId: string;
}> {
  const engagementId = await planned(panel.clerk, outsourcing(town));
  const { vendorId } = await vendorOf(panel.clerk);
  const { id } = await sent(panel, engagementId, { vendorId });
  return { id, path: await issued(id), vendorId };
}

describe('the page of a link', () => {
  it.each([
    ['ja', '回答期限'],
    ['en-GB,en;q=0.9', 'Last day'],
  ])('asks every question in the language of the browser (%s)', async (language, word) => {
    const { id, path } = await handed();
    const criteria = await criteriaOf(panel.clerk, id);

    const { status, text, headers } = await show(service, path, language);

    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language.slice(0, 2)}">`);
    expect(text).toContain(word);
    expect(text.match(/<fieldset/g)).toHaveLength(criteria.length);
    expect(text).not.toContain('<script');
    expect(text).not.toContain('<一郎>');
    expect(headers).toMatchObject({
      ...{ 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' },
      ...{ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow, noarchive' },
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('keeps what is entered bit by bit, which the body does not see', async () => {
    const { id, path } = await handed();
    const before = (await panel.clerk.get(`/v1/assessments/${id}`)).text;
    const version = versionIn((await show(service, path)).text);

    const saved = await send(service, path, {
      ...{ version, do: 'save', 'answer-1': 'partial' },
      'reason-1': '一部の拠点のみ。\r\n来年度に全拠点。',
    });

    expect(saved.text).toContain('保存しました');
    const again = (await show(service, path)).text;
    expect(again).toMatch(/value="partial"\s+checked/);
    expect(again).toContain('一部の拠点のみ。\n来年度に全拠点。');
    expect((await panel.clerk.get(`/v1/assessments/${id}`)).text).toBe(before);
  });

  it('says what is wrong with where it is, keeps what was entered, and saves nothing', async () => {
    const { path } = await handed();
    const version = versionIn((await show(service, path)).text);
    const before = await everythingIn(service);

    const reply = await send(service, path, {
      ...{ version, do: 'save', 'answer-1': 'yes', 'answer-2': 'na', 'title-3': '"><b>規程' },
    });

    expect(reply.status).toBe(422);
    expect(reply.text).toContain('href="#q-2"');
    expect(reply.text).toContain('id="fault-reason-2"');
    expect(reply.text).toContain('value="&quot;&gt;&lt;b&gt;規程"');
    expect(reply.text).toMatch(/id="answer-1-yes"[^>]*checked/);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('lists what is missing before it is handed in', async () => {
    const { path } = await handed();
    const version = versionIn((await show(service, path)).text);

    const reply = await send(service, path, { version, do: 'review', 'answer-1': 'yes' });

    expect(reply.text).toContain('未回答の設問があります');
    expect(reply.text).not.toContain('href="#q-1"');
    expect(reply.text).toContain('href="#q-2"');
  });

  it('hands in what was checked and confirmed, once, and shows the receipt', async () => {
    const { id, path } = await handed();
    const version = versionIn((await show(service, path)).text);
    const check = await send(service, path, {
      version,
      do: 'review',
      ...(await allYes(panel.clerk, id)),
    });
    const checked = { version: versionIn(check.text), do: 'submit' };
    const unconfirmed = await send(service, path, checked);
    expect((await panel.clerk.get(`/v1/assessments/${id}`)).body.status).toBe('sent');

    const receipt = await send(service, path, { ...checked, confirmed: 'yes' });

    expect(check.text).toContain('回答の確認');
    expect(unconfirmed.text).toContain('確認の欄にチェックを付けてください');
    expect(receipt.text).toContain('回答を受け付けました');
    const givenBy = {
      kind: 'link',
      name: RESPONDENT.name,
      email: 'tanaka@vendor.example',
      firmId: null,
    };
    const seen = await panel.clerk.get(`/v1/assessments/${id}`);
    expect(seen.body).toMatchObject({
      ...{ status: 'submitted', rounds: [{ submittedBy: null, givenBy }] },
    });
    expect((await told(service, town.organizationId, id)).map(({ action }) => action)).toEqual([
      ...['assessment.sent', 'answer-link.issued', 'assessment.submitted', 'notice.sent'],
    ]);
    expect((await show(service, path)).text).toContain('回答を受け付けました');
    const before = await everythingIn(service);
    const again = await send(service, path, { ...checked, confirmed: 'yes' });
    const late = await send(service, path, { ...checked, do: 'save', 'answer-1': 'no' });
    const same = await send(service, path, {
      ...checked,
      do: 'review',
      ...(await allYes(panel.clerk, id)),
    });
    expect([again.status, late.status, same.status]).toEqual([412, 422, 200]);
    expect(same.text).toContain('回答を受け付けました');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('gives way where the answers were changed in another window', async () => {
    const { path } = await handed();
    const version = versionIn((await show(service, path)).text);
    await send(service, path, { version, do: 'save', 'answer-1': 'yes' });
    const before = await everythingIn(service);

    const other = await send(service, path, { version, do: 'save', 'answer-1': 'no' });

    expect(other.text).toContain('ほかの画面で回答が変更されました');
    expect(other.text).toMatch(/id="answer-1-no"[^>]*checked/);
    expect(await everythingIn(service)).toEqual(before);
    const retried = await send(service, path, {
      version: versionIn(other.text),
      do: 'save',
      'answer-1': 'no',
    });
    expect(retried.text).toContain('保存しました');
  });
});

describe('a link', () => {
  it('is told once and kept as a hash', async () => {
    const { id } = await handed();
    const issue = () =>
      panel.clerk
        .post(`/v1/assessments/${id}/answer-links`, RESPONDENT)
        .set('Idempotency-Key', 'a');

    const first = await issue();
    const second = await issue();

    const token = String(first.body.url).split('/').at(-1) ?? '';
    expect(second.body).toEqual({ ...first.body, url: null });
    const rows = await service.rows<{ line: string }>(
      'SELECT row_to_json(l)::text AS line FROM answer_links l UNION ALL SELECT row_to_json(t)::text FROM audit_trail t',
    );
    for (const { line } of rows) expect(line).not.toContain(token.slice(33));
    const list = await panel.clerk.get(`/v1/assessments/${id}/answer-links`);
    expect(list.text).not.toContain(token);
    expect(list.body.items).toMatchObject([{ standing: 'open' }, { standing: 'superseded' }]);
  });

  it('gives way to a later one, and ends with the candidate and with the last day', async () => {
    const superseded = await handed();
    await issued(superseded.id, { name: '鈴木', email: 'suzuki@vendor.example' });
    const withdrawn = await handed();
    const gone = { reason: '予算が付かなかった。' };
    await panel.clerk.decide(`/v1/assessments/${withdrawn.id}/withdrawal`, gone, 1).expect(200);
    const expired = await handed();
    await service.rows(`UPDATE assessments SET due_on = '2026-11-19' WHERE id = $1`, [expired.id]);
    const before = await everythingIn(service);

    for (const { path } of [superseded, withdrawn, expired]) {
      const shown = await show(service, path);
      const sentIn = await send(service, path, { do: 'save', 'answer-1': 'yes' });
      expect([shown.status, sentIn.status]).toEqual([410, 410]);
      expect(shown.text).toContain('このリンクは使えません');
      expect((await service.anyone.get(path)).body.type).toBe(
        'urn:mitodoke:problem:answer-link.gone',
      );
    }
    expect(await everythingIn(service)).toEqual(before);
  });

  it('gives way to the account of a firm, for which none is issued', async () => {
    const { path, vendorId, id } = await handed();
    const invitation = { name: '山田', email: 'yamada@vendor.example' };
    const { body } = await panel.clerk.post(`/v1/vendors/${vendorId}/invitations`, invitation);
    await accepted(service, String(body.token));

    const refused = await panel.clerk.post(`/v1/assessments/${id}/answer-links`, RESPONDENT);

    expect((await show(service, path)).status).toBe(410);
    expect(refused.body.type).toBe('urn:mitodoke:problem:answer-link.vendor-linked');
    const sides = await linked(service);
    const other = await asked(sides);
    const path2 = `/v1/assessments/${other.id}/answer-links`;
    expect((await sides.panel.clerk.post(path2, RESPONDENT)).status).toBe(422);
  });

  it('that nobody was handed leads nowhere', async () => {
    const { path } = await handed();
    const unknown = `${path.slice(0, -43)}${'x'.repeat(43)}`;

    for (const [wrong, status] of [
      [unknown, 404],
      ['/answers/x', 400],
    ] as const) {
      const page = await show(service, wrong);
      expect(page.status).toBe(status);
      expect(page.text).toContain('リンクが正しくありません');
      expect((await service.anyone.get(wrong)).status).toBe(status);
    }
  });

  it('is handed out by those who ask vendors alone', async () => {
    const { id } = await handed();
    const path = `/v1/assessments/${id}/answer-links`;
    const auditor = await town.as('auditor');
    const before = await everythingIn(service);

    const refused = [
      await auditor.post(path, RESPONDENT),
      await panel.reviewers[0].post(path, RESPONDENT),
    ];

    expect(refused.map(({ status }) => status)).toEqual([403, 422]);
    expect(await everythingIn(service)).toEqual(before);
  });
});

describe('the form', () => {
  it('is taken by its page alone, which takes nothing else', async () => {
    const { path } = await handed();
    const agent = supertest(service.app.getHttpServer());

    const elsewhere = await agent.post('/v1/sessions').type('form').send({ email: 'a' });
    const json = await agent.post(path).send({ do: 'save' });
    const odd = await agent.post(path).type('form').send('a=%00');
    const reserved = await agent.post(path).type('form').send('__proto__=x');

    expect([elsewhere.status, json.status]).toEqual([415, 415]);
    expect([odd.status, reserved.status]).toEqual([400, 400]);
  });
});
