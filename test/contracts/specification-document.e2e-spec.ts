import type { Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import type { Document } from '../../src/shared/documents/document.js';
import { writeHtml } from '../../src/shared/documents/html.js';
import { sha256Hex } from '../../src/shared/hashing.js';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  NOWHERE,
  specified,
  type ContractingCast,
  type Versioned,
} from '../support/contracting.js';
import { docxText, htmlText, pdfText } from '../support/document-text.js';
import { plan, residentService, versionOf } from '../support/engagement.js';

let service: TestService;
let cast: ContractingCast;

beforeAll(async () => {
  service = await TestService.start();
  cast = await contractingCast(service);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

const FORMATS = ['json', 'docx', 'pdf', 'html'] as const;
const TITLE = '窓口予約システム調達仕様書';

function bytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}

function document(id: string, format: string, language = 'ja') {
  const url = `/v1/specifications/${id}/document?format=${format}&language=${language}`;
  const request = cast.manager.get(url);
  return format === 'json' ? request : request.buffer(true).parse(bytes as never);
}

async function inEveryFormat(id: string, language = 'ja'): Promise<unknown[]> {
  const replies = await Promise.all(FORMATS.map((format) => document(id, format, language)));
  return replies.map(({ body }) => body as unknown);
}

async function htmlOf(id: string, language = 'ja'): Promise<string> {
  return htmlText(((await document(id, 'html', language)).body as Buffer).toString());
}

async function planned(given: object = {}): Promise<string> {
  return (await plan(cast.manager, residentService(cast.town, given))).id;
}

async function drafted(given: object = {}, engagement: object = {}): Promise<Versioned> {
  const url = `/v1/engagements/${await planned(engagement)}/specifications`;
  return (await cast.manager.post(url, { title: TITLE, ...given }).expect(201)).body as Versioned;
}

interface Trace {
  readonly conditions: readonly {
    readonly criterionId: string;
    readonly topic: { readonly ja: string };
    readonly article: number;
    readonly paragraph: number;
    readonly label: { readonly ja: string };
    readonly articles: readonly string[];
  }[];
  readonly articles: readonly { readonly key: string; readonly conditions: readonly string[] }[];
  readonly missing: readonly { readonly criterionId: string }[];
}

async function traceOf(id: string): Promise<Trace> {
  return (await cast.manager.get(`/v1/specifications/${id}/trace`).expect(200)).body as Trace;
}

describe('the document of a specification', () => {
  it.each(['ja', 'en'])('says the same in every format (%s)', async (language) => {
    const { id } = await specified(cast, await planned());
    const [json, docx, pdf, html] = await inEveryFormat(id, language);
    const text = htmlText((html as Buffer).toString());

    expect(htmlText(writeHtml(json as Document))).toBe(text);
    expect(docxText(docx as Buffer)).toBe(text);
    expect(await pdfText(pdf as Buffer)).toBe(text);
    expect(text).not.toMatch(/undefined|null/);
  });

  it('holds purpose, information, conditions, requirements and what comes after the contract', async () => {
    const html = await htmlOf((await specified(cast, await planned())).id);

    for (const text of [
      '窓口予約システム調達仕様書（情報セキュリティ）',
      '総第101号令和8年11月20日',
      '発注者試験町',
      '版第1版（令和8年11月20日確定）',
      '第１条（目的）この仕様書は、試験町が調達する「窓口予約システム',
      '第３条（情報及びその分類）',
      '機密性２',
      '第４条（管理体制）情報セキュリティの責任者を定め、',
      '・項目番号：G-02・区分：評価事項・根拠資料：登録証の写し',
      '・区分：必須条件',
      '（提出必須）',
      'ポリシーの条項：９（１）①ア',
      '（多要素認証）管理者の認証は多要素によること。',
      '第５章契約の締結後',
      '履行中',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain('（案）');
  });

  it('is marked as a draft, with the wording of the body and what is empty told', async () => {
    const conditions = [{ criterionId: 'G-01', statement: '責任者を置くこと。' }];
    const open = { name: '催し', confidentiality: 'C1', integrity: 'I1', availability: 'A1' };
    const facts = { personalInformation: false, specificPersonalInformation: false };
    const { id } = await drafted({ conditions }, { dataItems: [{ ...open, ...facts }] });
    const html = await htmlOf(id);

    expect(html).toContain(`${TITLE}（案）`);
    expect(html).toContain('版第1版（案）');
    expect(html).toContain('催し機密性１完全性１可用性１無');
    expect(html).toContain('第４条（管理体制）責任者を置くこと。');
    expect(html).toContain('（前章の選定条件のほかに定める要件はない。）');
    expect((await document(id, 'json', 'en')).body.title).toBe(`${TITLE} (DRAFT)`);
    const none = await drafted({ conditions: [] });
    expect(await htmlOf(none.id)).toContain('（選定条件は未定）');
  });

  it('tells the knock-outs that follow from the information handled', async () => {
    const open = { name: '催し', confidentiality: 'C1', integrity: 'I1', availability: 'A1' };
    const facts = { personalInformation: false, specificPersonalInformation: false };
    const conditions = [{ criterionId: 'G-11' }];
    const important = await drafted({ conditions });
    const harmless = await drafted({ conditions }, { dataItems: [{ ...open, ...facts }] });

    expect(await htmlOf(important.id)).toContain('区分：必須条件');
    expect(await htmlOf(harmless.id)).toContain('区分：評価事項');
  });

  it('of a superseded version says by which version and when', async () => {
    const engagementId = await planned();
    const first = await specified(cast, engagementId);
    service.itIs('2026-11-25');
    await specified(cast, engagementId);

    expect(await htmlOf(first.id)).toContain('令和8年11月25日に第2版に改められた旧版');
    const [json] = await inEveryFormat(first.id, 'en');
    expect(json).toMatchObject({ subtitle: 'Version 1, superseded' });
  });

  it('is the same bytes once confirmed, whatever becomes of engagement, policy and body', async () => {
    const engagementId = await planned();
    const { id } = await specified(cast, engagementId);
    const before = [...(await inEveryFormat(id)), ...(await inEveryFormat(id, 'en'))];

    service.itIs('2027-01-10');
    const version = await versionOf(cast.manager, engagementId);
    const item = {
      name: '新しい情報',
      confidentiality: 'C3A',
      integrity: 'I2',
      availability: 'A2',
    };
    await cast.manager
      .decide(
        `/v1/engagements/${engagementId}/data-items`,
        { ...item, personalInformation: true, specificPersonalInformation: true },
        version,
      )
      .expect(201);
    await service.rows(`UPDATE engagements SET title = '別の名称', starts_on = '2026-12-02'`);
    await service.rows(`UPDATE organizations SET name = '合併市', name_en = 'Merged City'`);
    await service.rows(
      `WITH other AS (
         INSERT INTO policy_versions (id, pack_id, version, content, content_hash, loaded_at)
         SELECT gen_random_uuid(), pack_id, 'later', jsonb_set(content, '{criteria}', '[]'), 'x', now()
         FROM policy_versions WHERE pack_id = 'kikuyo' RETURNING id)
       UPDATE engagements SET policy_version_id = other.id FROM other WHERE engagements.id = $1`,
      [engagementId],
    );
    const after = [...(await inEveryFormat(id)), ...(await inEveryFormat(id, 'en'))];

    expect(after).toEqual(before);
    const [row] = await service.rows<{ content: object; hash: string }>(
      'SELECT content, content_hash AS hash FROM specifications WHERE id = $1',
      [id],
    );
    expect(row?.hash).toBe(sha256Hex(canonicalJson(row?.content)));
    const { body } = await cast.manager.get(`/v1/specifications/${id}`);
    expect(body.contentHash).toBe(row?.hash);
  });

  it('of a confirmed version is kept, whoever speaks to the database', async () => {
    const { id } = await specified(cast, await planned());
    const statements = [
      `UPDATE specifications SET content = '{}' WHERE id = $1`,
      `UPDATE specifications SET requirements = '[]' WHERE id = $1`,
      `UPDATE specifications SET status = 'draft', confirmed_by = NULL, confirmed_on = NULL WHERE id = $1`,
      'DELETE FROM specifications WHERE id = $1',
    ];
    for (const statement of statements) {
      await expect(service.rows(statement, [id])).rejects.toThrow('sd_specifications');
    }
  });

  it('of a version confirmed before its content was kept says that it is drawn up from today', async () => {
    const { id } = await specified(cast, await planned());
    const forget = `UPDATE specifications SET content = NULL, content_hash = NULL WHERE id = '${id}'`;
    await service.rows(`ALTER TABLE specifications DISABLE TRIGGER USER; ${forget};
      ALTER TABLE specifications ENABLE TRIGGER USER`);

    expect(await htmlOf(id)).toContain('この版は、確定時の内容が保存されていないため');
  });

  it('is a file named in Japanese and in plain letters, and JSON where nothing is asked', async () => {
    const { id } = await drafted();
    const docx = await document(id, 'docx');
    const name = encodeURIComponent(`${TITLE}（案）（第1版）`);

    expect(docx.headers['content-disposition']).toBe(
      `attachment; filename="procurement-specification.docx"; filename*=UTF-8''${name}.docx`,
    );
    const url = `/v1/specifications/${id}/document`;
    expect((await cast.manager.get(url)).body.language).toBe('ja');
    const english = await cast.manager.get(url).set('Accept-Language', 'en');
    expect(english.body.language).toBe('en');
    expect((await cast.manager.get(`${url}?format=odt`)).status).toBe(400);
    expect((await document(NOWHERE, 'json')).status).toBe(404);
  });
});

describe('the trace of a specification', () => {
  it('names for every condition the paragraph in which the document states it', async () => {
    const engagementId = await planned();
    const { id } = await specified(cast, engagementId);
    const { body } = await cast.manager.get(`/v1/specifications/${id}`);
    const carried = (body.conditions as { criterionId: string }[]).map((one) => one.criterionId);
    const { conditions, missing } = await traceOf(id);
    const html = await htmlOf(id);

    expect(conditions.map(({ criterionId }) => criterionId)).toEqual(carried);
    expect(new Set(conditions.map(({ label }) => label.ja)).size).toBe(carried.length);
    expect(missing).toEqual([]);
    for (const { criterionId, topic, label } of conditions) {
      const at = html.indexOf(`${label.ja}（${topic.ja}）`);
      expect(at).toBeGreaterThan(0);
      const stated = html.slice(html.indexOf('項目番号：', at));
      expect(stated.startsWith(`項目番号：${criterionId}・`)).toBe(true);
    }
  });

  it('names for every article the conditions that serve it', async () => {
    const { conditions, articles } = await traceOf((await specified(cast, await planned())).id);

    const pairs = conditions.flatMap(({ criterionId, articles: keys }) =>
      keys.map((key) => `${key} ${criterionId}`),
    );
    const back = articles.flatMap(({ key, conditions: ids }) => ids.map((id) => `${key} ${id}`));
    expect(back.sort()).toEqual(pairs.sort());
    expect(articles.find(({ key }) => key === 'K9-1-1a')?.conditions).toContain('G-01');
  });

  it('names what a draft lacks', async () => {
    const { id } = await drafted({ conditions: [{ criterionId: 'G-01' }] });
    const { conditions, missing } = await traceOf(id);

    expect(conditions).toMatchObject([{ criterionId: 'G-01', article: 4, paragraph: 1 }]);
    expect(missing.map(({ criterionId }) => criterionId)).toContain('G-02');
    expect((await cast.manager.get(`/v1/specifications/${NOWHERE}/trace`)).status).toBe(404);
  });
});
