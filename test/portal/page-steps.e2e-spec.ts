import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { panelOf, type Panel } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { toldOf } from '../notifications/given.js';
import { first, opened } from '../assessments/procedures.js';
import { sent } from '../support/assessing.js';
import { outsourcing, planned, vendorOf } from '../assessments/given.js';
import { allYes } from './answering.js';
import { linkTo, send, show, versionIn } from './pages.js';

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

interface Candidate {
  readonly id: string;
  readonly path: string;
  readonly engagementId: string;
  readonly procedureId: string;
  /** The assessment of another candidate. */
  readonly otherId: string;
}

async function candidate(method = 'tender'): Promise<Candidate> {
  const { engagementId, procedure, assessments } = await opened({ town, panel }, method, [
    ...['甲', '乙'],
  ]);
  const { id } = first(assessments);
  const path = await linkTo(panel.clerk, id);
  const otherId = String(assessments[1]?.id);
  return { id, path, engagementId, procedureId: procedure.id, otherId };
}

const REASON = '要員を確保できない <b>ため</b>。';

describe('withdrawing on the page', () => {
  it('is a step of its own, for a reason, confirmed, and told to the staff concerned', async () => {
    const { id, path, engagementId } = await candidate();
    const step = await show(service, `${path}?show=withdrawal`);
    expect(step.text).toContain('辞退の確認');
    const form = { version: versionIn(step.text), do: 'withdraw', reason: REASON };

    const reply = await send(service, path, { ...form, confirmed: 'yes' });

    expect(reply.status).toBe(200);
    expect(reply.text).toContain('辞退を受け付けました');
    expect((await panel.clerk.get(`/v1/assessments/${id}`)).body).toMatchObject({
      ...{ status: 'withdrawn', withdrawnReason: REASON },
      withdrawnByVendor: { kind: 'link', name: '田中 一郎' },
    });
    expect(await toldOf(service, engagementId, 'checklist.withdrawn')).toContain(panel.clerkId);
    const after = await show(service, path);
    expect(after.status).toBe(410);
    expect(after.text).toContain('辞退又は取下げにより終了');
  });

  it.each([
    ['without a reason', { reason: ' ', confirmed: 'yes' }, 422, '辞退の理由を入力してください'],
    ['without being confirmed', { reason: REASON }, 422, '確認の欄にチェックを付けてください'],
    ['of another version', { reason: REASON, confirmed: 'yes', version: '99' }, 412, '読み直して'],
  ])('is refused %s', async (_, given, status, words) => {
    const { path } = await candidate();
    const version = versionIn((await show(service, `${path}?show=withdrawal`)).text);
    const before = await everythingIn(service);

    const reply = await send(service, path, { version, do: 'withdraw', ...given });

    expect(reply.status).toBe(status);
    expect(reply.text).toContain(words);
    expect(reply.text).not.toContain('<b>ため');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is refused after the last day and once answers were handed in', async () => {
    const { id, path } = await candidate();
    const { path: late } = await candidate();
    const version = versionIn((await show(service, path)).text);
    const check = await send(service, path, {
      ...{ version, do: 'review' },
      ...(await allYes(panel.clerk, id)),
    });
    const now = versionIn(check.text);
    await send(service, path, { version: now, do: 'submit', confirmed: 'yes' }).expect(200);
    const handedIn = String(Number(now) + 2);
    const form = { do: 'withdraw', reason: REASON, confirmed: 'yes' };
    const before = await everythingIn(service);

    const statuses = [];
    for (const seen of [now, handedIn]) {
      statuses.push((await send(service, path, { ...form, version: seen })).status);
    }
    service.itIs('2026-12-01');
    try {
      statuses.push((await send(service, late, { ...form, version: '1' })).status);
    } finally {
      service.itIs('2026-11-20');
    }

    expect(statuses.every((status) => [412, 422, 410].includes(status))).toBe(true);
    expect((await show(service, `${path}?show=withdrawal`)).text).toContain('回答を受け付けました');
    expect(await everythingIn(service)).toEqual(before);
  });
});

describe('questions on the page', () => {
  it('are asked by criterion and read with what is for the candidate, never who else asked', async () => {
    const { id, otherId, path, engagementId, procedureId } = await candidate();
    const clarifications = `/v1/selection-procedures/${procedureId}/clarifications`;
    const others = { kind: 'question', visibleTo: 'all', assessmentId: otherId };
    const ask = async (text: string): Promise<string> =>
      String((await panel.clerk.post(clarifications, { ...others, text }).expect(201)).body.id);
    const answered = await ask('他社の質問');
    await ask('他社の未回答の質問');
    await panel.clerk.post(`/v1/clarifications/${answered}/answer`, { answer: '国内です。' });

    const asked = await send(service, path, { do: 'ask', about: '2', text: '<自社>の質問' });

    expect(asked.status).toBe(303);
    const page = await show(service, `${path}${String(asked.headers.location)}`);
    expect(page.text).toContain('質問を送りました');
    expect(page.text).toContain('&lt;自社&gt;の質問');
    expect(page.text).toMatch(/貴社の質問[\s\S]*設問 2\./);
    expect(page.text).toContain('他社の質問');
    expect(page.text).toContain('国内です。');
    expect(page.text).not.toContain('他社の未回答の質問');
    expect(page.text).not.toContain(otherId);
    const { items } = (await panel.clerk.get(clarifications)).body as { items: object[] };
    expect(items.at(-1)).toMatchObject({
      ...{ assessmentId: id, askedBy: null, text: '<自社>の質問' },
      askedByVendor: { kind: 'link', name: '田中 一郎' },
    });
    expect(await toldOf(service, engagementId, 'clarification.asked')).toContain(panel.clerkId);
  });

  it.each([
    ['without words', { text: ' ' }, 422, '質問を入力してください'],
    ['about what is no question', { text: 'x', about: '999' }, 422, '設問を選び直してください'],
  ])('are refused %s', async (_, given, status, words) => {
    const { path } = await candidate();
    const before = await everythingIn(service);

    const reply = await send(service, path, { do: 'ask', ...given });

    expect(reply.status).toBe(status);
    expect(reply.text).toContain(words);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('are taken as long as the procedure is open, and in a procedure alone', async () => {
    const { path, procedureId } = await candidate();
    const { path: handedOut } = await alone();
    await service.rows(`UPDATE selection_procedures SET closed_on = '2026-11-20' WHERE id = $1`, [
      procedureId,
    ]);
    const before = await everythingIn(service);

    for (const each of [path, handedOut]) {
      expect((await show(service, `${each}?show=questions`)).text).toContain(
        '質問は受け付けていません',
      );
      expect((await send(service, each, { do: 'ask', text: 'まだですか。' })).status).toBe(422);
    }
    expect((await show(service, handedOut)).text).not.toContain('?show=questions');
    expect((await show(service, path)).text).toContain('?show=questions');
    expect(await everythingIn(service)).toEqual(before);
  });

  it('are shown page by page', async () => {
    const { path, procedureId } = await candidate('negotiated');
    const notice = { kind: 'notice', visibleTo: 'all' };
    const url = `/v1/selection-procedures/${procedureId}/clarifications`;
    for (const text of ['一つ目', '二つ目']) {
      await panel.clerk.post(url, { ...notice, text }).expect(201);
    }

    const page = await show(service, `${path}?show=questions&limit=1`);
    const more = /href="(\?show=questions&amp;after=[^"]+)"/.exec(page.text)?.[1] ?? '';
    const next = await show(service, path + more.replace('&amp;', '&'));

    expect(page.text).toContain('一つ目');
    expect(page.text).not.toContain('二つ目');
    expect(next.text).toContain('二つ目');
  });
});

async function alone(): Promise<{ readonly path: string }> {
  const engagementId = await planned(panel.clerk, outsourcing(town));
  const { id } = await sent(panel, engagementId, await vendorOf(panel.clerk));
  return { path: await linkTo(panel.clerk, id) };
}
