import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Clamd } from '../files/clamd.js';
import { lyingIn, PDF } from '../files/samples.js';
import { TestService } from '../support/api.js';
import { criteriaOf, panelOf, type Panel } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import type { Town } from '../support/town.js';
import { handed, pdf, withFile } from './page-files.js';
import { sendFiles, sendMultipart } from './pages.js';

const MOST_BYTES = 100_000;

let clamd: Clamd;
let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  clamd = await Clamd.start();
  service = await TestService.start({
    files: { scanner: clamd.address, maxBytes: MOST_BYTES },
  });
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
});
beforeEach(() => {
  clamd.verdict = (content) =>
    content.includes('EVIL') ? 'stream: Test.Evil FOUND' : 'stream: OK';
});
afterAll(async () => {
  await service.stop();
  await clamd.stop();
});

describe('a form with files is refused whole, and nothing of it stays,', () => {
  const yes = { do: 'save', 'answer-1': 'yes' };

  it.each([
    [
      'of a kind that is not kept',
      '道具.exe',
      Buffer.from('4d5a90000300000004000000', 'hex'),
      '中身',
    ],
    ['whose name says something else', '体制図.png', pdf('png'), '一致しません'],
    ['with malware', '請求書.pdf', pdf('EVIL'), 'マルウェア'],
    ['that is empty', '空.pdf', Buffer.alloc(0), 'ファイルが空です'],
    ['with a folder in its name', 'a/b.pdf', pdf('folder'), 'フォルダー'],
  ])('with a file %s', async (_, name, content, word) => {
    const { path, version } = await handed({ service, town, panel });
    const [rows, contents] = [await everythingIn(service), await lyingIn(service)];

    const reply = await sendFiles(
      service,
      path,
      { ...yes, version, 'reason-1': '入力した理由' },
      { 'file-1': { name, content }, 'file-2': { name: '良い.pdf', content: pdf('good') } },
    );

    expect(reply.status).toBe(422);
    expect(reply.text).toContain('href="#q-1"');
    expect(reply.text).toContain('id="fault-file-1"');
    expect(reply.text).toContain(word);
    expect(reply.text).toContain('入力した理由');
    expect(await everythingIn(service)).toEqual(rows);
    expect(await lyingIn(service)).toEqual(contents);
  });

  it.each([
    ['another fault', { 'answer-2': 'na' }, 422, '選んだファイルは保存されていません'],
    ['a file without an answer', { 'answer-1': '' }, 422, '回答を選んでください'],
    ['another version', { version: '99' }, 200, 'ほかの画面で回答が変更されました'],
  ])('for %s', async (_, given, status, words) => {
    const { path, version } = await handed({ service, town, panel });
    const [rows, contents] = [await everythingIn(service), await lyingIn(service)];

    const files = { 'file-1': { name: '体制図.pdf', content: pdf('refused') } };
    const reply = await sendFiles(service, path, { ...yes, version, ...given }, files);

    expect(reply.status).toBe(status);
    expect(reply.text).toContain(words);
    expect(reply.text).toContain('選んだファイルは保存されていません');
    expect(await everythingIn(service)).toEqual(rows);
    expect(await lyingIn(service)).toEqual(contents);
  });

  it('where the files are together more than one upload may be', async () => {
    const { path, version } = await handed({ service, town, panel });
    const [rows, contents] = [await everythingIn(service), await lyingIn(service)];
    const half = Buffer.concat([PDF, Buffer.alloc(MOST_BYTES * 0.6, '% ')]);

    const reply = await sendFiles(
      service,
      path,
      { ...yes, version },
      {
        'file-1': { name: '一.pdf', content: half },
        'file-2': { name: '二.pdf', content: half },
      },
    );

    expect(reply.status).toBe(413);
    expect(reply.text).toContain('何回かに分けて保存してください');
    expect(await everythingIn(service)).toEqual(rows);
    expect(await lyingIn(service)).toEqual(contents);
  });

  it.each([
    [
      'breaks off',
      '------page\r\nContent-Disposition: form-data; name="file-1"; filename="a.pdf"\r\n\r\n%PDF',
    ],
    ['is none', 'x'],
    [
      'has characters that cannot be used',
      '------page\r\nContent-Disposition: form-data; name="reason-1"\r\n\r\n\u0000\r\n------page--\r\n',
    ],
    [
      'has a vast field',
      `------page\r\nContent-Disposition: form-data; name="reason-1"\r\n\r\n${'あ'.repeat(50_000)}\r\n------page--\r\n`,
    ],
    [
      'has a name that is taken',
      '------page\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n------page--\r\n',
    ],
  ])('that %s', async (_, body) => {
    const { path } = await handed({ service, town, panel });
    const [rows, contents] = [await everythingIn(service), await lyingIn(service)];

    const reply = await sendMultipart(service, path, Buffer.from(body));

    expect(reply.status).toBe(400);
    expect(reply.text).toContain('送られた内容を読み取れません');
    expect(await everythingIn(service)).toEqual(rows);
    expect(await lyingIn(service)).toEqual(contents);
  });

  it('where the scanner does not answer', async () => {
    const { path, version } = await handed({ service, town, panel });
    const [rows, contents] = [await everythingIn(service), await lyingIn(service)];
    clamd.verdict = () => 'stream: ERROR';

    const files = { 'file-1': { name: '体制図.pdf', content: pdf('unscanned') } };
    const reply = await sendFiles(service, path, { ...yes, version }, files);

    expect(reply.status).toBe(503);
    expect(reply.text).toContain('ウイルス検査');
    expect(await everythingIn(service)).toEqual(rows);
    expect(await lyingIn(service)).toEqual(contents);
  });

  it('where it leads nowhere, before any file is taken', async () => {
    const { path } = await handed({ service, town, panel });
    const contents = await lyingIn(service);
    const unknown = `${path.slice(0, -43)}${'x'.repeat(43)}`;

    const files = { 'file-1': { name: '体制図.pdf', content: pdf('stranger') } };
    const reply = await sendFiles(service, unknown, yes, files);

    expect(reply.status).toBe(404);
    expect(await lyingIn(service)).toEqual(contents);
  });

  it('where a question would have more evidence than an answer may', async () => {
    const { id, path, version } = await withFile({ service, town, panel }, 'many');
    const [criterion] = await criteriaOf(panel.clerk, id);
    const evidence = Array.from({ length: 20 }, () => ({
      title: '規程',
      url: 'https://a.example',
    }));
    await service.rows(
      'UPDATE answer_drafts SET evidence = $3 WHERE assessment_id = $1 AND criterion_id = $2',
      [id, criterion?.criterionId, JSON.stringify(evidence)],
    );
    const contents = await lyingIn(service);

    const files = { 'file-1': { name: '追加.pdf', content: pdf('too many') } };
    const reply = await sendFiles(service, path, { ...yes, version }, files);

    expect(reply.status).toBe(422);
    expect(reply.text).toContain('証跡は1問につき 20 件までです');
    expect(await lyingIn(service)).toEqual(contents);
  });

  it('and a file in a field that no question has is passed over', async () => {
    const { path, version } = await handed({ service, town, panel });
    const contents = await lyingIn(service);

    const files = {
      'file-999': { name: '余り.pdf', content: pdf('nowhere') },
      x: { name: 'x.pdf', content: PDF },
    };
    const reply = await sendFiles(service, path, { ...yes, version }, files);

    expect(reply.text).toContain('保存しました');
    expect(await lyingIn(service)).toEqual(contents);
  });
});
