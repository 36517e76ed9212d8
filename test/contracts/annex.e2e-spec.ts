import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/shared/documents/document.js';
import { writeHtml } from '../../src/shared/documents/html.js';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  draftedContract,
  filled,
  readyToSign,
  signedContract,
  toContract,
  type ContractingCast,
} from '../support/contracting.js';
import { docxText, htmlText, pdfText, withoutSpace } from '../support/document-text.js';

let service: TestService;
let cast: ContractingCast;
/** A contract that was signed with a required clause left out. */
let signedId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await contractingCast(service);
  signedId = await signed();
});
afterAll(() => service.stop());

function bytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}

function annex(id: string, format: string, language = 'ja') {
  const url = `/v1/contracts/${id}/document?format=${format}&language=${language}`;
  const request = cast.manager.get(url);
  return format === 'json' ? request : request.buffer(true).parse(bytes as never);
}

/** What a reader reads in each format, without white space. */
async function textsOf(id: string, language: string): Promise<Record<string, string>> {
  const [json, docx, pdf, html] = await Promise.all(
    ['json', 'docx', 'pdf', 'html'].map(async (format) => (await annex(id, format, language)).body),
  );
  return {
    json: htmlText(writeHtml(json as Document)),
    docx: docxText(docx as Buffer),
    pdf: await pdfText(pdf as Buffer),
    html: htmlText((html as Buffer).toString()),
  };
}

async function htmlOf(id: string): Promise<string> {
  return htmlText(((await annex(id, 'html')).body as Buffer).toString());
}

/** The texts of a document in the order they are read. */
function textsIn(part: unknown, key = ''): readonly string[] {
  if (typeof part === 'string') {
    return ['kind', 'language', 'marker', 'footer'].includes(key) ? [] : [part];
  }
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => textsIn(value, name));
}

const LEFT_OUT = {
  clauseId: 'CL-04',
  decision: 'not-applicable',
  reason: '停止しても窓口での受付に切り替えられるため、定めない。',
} as const;

async function signed(): Promise<string> {
  const { contract } = await readyToSign(service, cast, [LEFT_OUT]);
  const url = `/v1/contracts/${contract.id}/clauses/CL-04/confirmation`;
  await cast.ciso.decide(url, {}, contract.version);
  await signedContract(cast.manager, contract);
  return contract.id;
}

describe('the annex', () => {
  it.each(['ja', 'en'])('says the same in every format (%s)', async (language) => {
    const { json, docx, pdf, html } = await textsOf(signedId, language);

    expect(docx).toBe(html);
    expect(pdf).toBe(html);
    expect(json).toBe(html);
    const { body } = await annex(signedId, 'json', language);
    const missing = textsIn(body).filter((text) => !html?.includes(withoutSpace(text)));
    expect(missing).toEqual([]);
  });

  it('holds parties, term, clauses with their terms, what is left out, the specification and the signatures', async () => {
    const html = await htmlOf(signedId);

    for (const text of [
      '情報セキュリティ特記仕様書',
      '総第123号',
      '委託者（甲）試験町',
      '受託者（乙）株式会社髙﨑情報サービス',
      '契約期間令和8年12月1日から令和9年3月31日まで',
      '契約金額12,100,000円',
      '９（１）②ア（エ）・１ポリシー等の遵守第１条',
      '甲は、令和8年11月27日までに、',
      '第１条（情報セキュリティポリシー等の遵守）',
      '契約期間を3か月ごとに区切った',
      '当該期間の終了後10営業日以内に',
      '本社運用センター',
      '（記載なし）',
      'サービスレベルの保証停止しても窓口での受付に切り替えられるため、定めない。',
      '「窓口予約システム調達仕様書（情報セキュリティ）」（第1版、総第101号）',
      'ISMS認証',
      '多要素認証',
      '署名者試験町長検証花子',
      '署名者代表取締役検証太郎',
      '令和8年11月20日',
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toMatch(/案）|\{[a-z_]+\}|undefined|null/);
  });

  it('is marked as a draft and shows what is blank until it is signed', async () => {
    const contract = await draftedContract(cast.manager, await toContract(cast));
    await filled(cast.manager, contract, {
      clauseId: 'CL-11a',
      decision: 'included',
      values: { due_days: null },
    });
    const html = await htmlOf(contract.id);
    expect(html).toContain('情報セキュリティ特記仕様書（案）');
    expect(html).toContain('当該期間の終了後＿＿＿＿以内に');
    expect((await annex(contract.id, 'json', 'en')).body.title).toBe(
      'Information Security Annex (DRAFT)',
    );
  });

  it('of a draft without clauses says what is undecided', async () => {
    const { id } = await draftedContract(cast.manager, await toContract(cast));
    const { html, pdf, docx } = await textsOf(id, 'ja');

    expect(html).toContain('９（１）②ア（エ）・１ポリシー等の遵守未定');
    expect(html).toContain('（条項は未定）');
    expect([pdf, docx]).toEqual([html, html]);
  });

  it('reads as it was signed, whatever becomes of policy, vendor and body', async () => {
    const before = await Promise.all(
      ['json', 'docx', 'pdf', 'html'].map(async (format) => (await annex(signedId, format)).body),
    );
    await service.rows(`UPDATE vendors SET name = '株式会社改名'`);
    await service.rows(`UPDATE organizations SET name = '合併市'`);
    await service.rows(`UPDATE contract_clauses SET values = '{}' WHERE contract_id = $1`, [
      signedId,
    ]);
    await service.rows(
      `WITH other AS (
         INSERT INTO policy_versions (id, pack_id, version, content, content_hash, loaded_at)
         SELECT gen_random_uuid(), pack_id, 'later', jsonb_set(content, '{clauses}', '[]'), 'x', now()
         FROM policy_versions WHERE pack_id = 'kikuyo' RETURNING id)
       UPDATE engagements SET policy_version_id = other.id FROM other`,
    );
    const again = await Promise.all(
      ['json', 'docx', 'pdf', 'html'].map(async (format) => (await annex(signedId, format)).body),
    );

    expect(again).toEqual(before);
  });
});

describe('the reply', () => {
  it('is a file named in Japanese and in plain letters, JSON where nothing is asked', async () => {
    const { id } = await draftedContract(cast.manager, await toContract(cast));
    const docx = await annex(id, 'docx');
    const name = encodeURIComponent(
      '情報セキュリティ特記仕様書（案）（窓口予約システム導入運用業務委託契約）',
    );
    expect(docx.headers['content-disposition']).toBe(
      `attachment; filename="security-annex.docx"; filename*=UTF-8''${name}.docx`,
    );
    expect(docx.headers['content-type']).toContain('wordprocessingml');
    expect((await annex(id, 'pdf')).headers['content-type']).toBe('application/pdf');
    expect((await annex(id, 'html')).headers['content-type']).toBe('text/html; charset=utf-8');

    const url = `/v1/contracts/${id}/document`;
    expect((await cast.manager.get(url)).body.language).toBe('ja');
    const english = await cast.manager.get(url).set('Accept-Language', 'en-GB');
    expect(english.body).toMatchObject({ language: 'en', title: expect.stringMatching(/DRAFT/) });
    const asked = await cast.manager.get(`${url}?language=ja`).set('Accept-Language', 'en');
    expect(asked.body.language).toBe('ja');
    expect((await cast.manager.get(`${url}?format=odt`)).status).toBe(400);
  });
});
