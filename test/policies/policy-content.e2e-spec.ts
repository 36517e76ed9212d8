import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { Town } from '../support/town.js';

interface Version {
  readonly id: string;
  readonly packId: string;
}

let service: TestService;
let staff: Client;
let policy: string;

beforeAll(async () => {
  service = await TestService.start();
  staff = await (await service.town()).as('staff');
  const { items } = (await staff.get('/v1/policies')).body as {
    items: { id: string; packId: string }[];
  };
  policy = `/v1/policies/${items.find(({ packId }) => packId === 'kikuyo')?.id ?? ''}`;
});
afterAll(() => service.stop());

/** Every item of a list, page by page. */
async function all(url: string): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let next: string | undefined = url;
  while (next !== undefined) {
    const reply = await staff.get(next);
    expect(reply.status, reply.text).toBe(200);
    found.push(...(reply.body.items as Record<string, unknown>[]));
    next = /<([^>]+)>/.exec(reply.headers.link ?? '')?.[1];
  }
  return found;
}

describe('what stands in a policy', () => {
  it('is read by article, each with its obligations or why it has none', async () => {
    const articles = await all(`${policy}/articles?limit=50`);

    expect(new Set(articles.map(({ key }) => key)).size).toBe(articles.length);
    for (const { obligations, none } of articles) {
      expect((obligations as unknown[]).length > 0).toBe(none === undefined);
    }
    const article = articles.find(({ key }) => key === 'K9-2-1a');
    expect(article).toMatchObject({
      label: '９（２）①ア',
      title: { ja: 'クラウドサービス利用判断基準', en: 'Cloud use decision criteria' },
      obligations: [{ owedBy: 'body', gate: 'select', proof: { kind: 'rule-document' } }],
    });
  });

  it('that is not public is read by the body that runs on it, and by no other', async () => {
    const versions = (await staff.get('/v1/policies')).body as { items: Version[] };
    const union = versions.items.find(({ packId }) => packId === 'tochigi-iryo')?.id ?? '';
    const member = await (await Town.found(service, union)).as('staff');
    const articles = `/v1/policies/${union}/articles?limit=200`;

    const own = (await member.get(articles)).body as { items: { document: string }[] };
    const others = (await staff.get(articles)).body as { items: { document: string }[] };

    const documents = new Set(own.items.map(({ document }) => document));
    expect(documents).toEqual(new Set(['basic-policy', 'common-checklist']));
    expect(others.items).toEqual(own.items.filter(({ document }) => document === 'basic-policy'));
    expect(others.items.length).toBeGreaterThan(20);
  });

  it('is read by criterion and clause, in both languages', async () => {
    const criteria = await all(`${policy}/criteria?limit=20`);
    const clauses = await all(`${policy}/clauses?limit=10`);

    expect(criteria.find(({ id }) => id === 'C-01')).toMatchObject({
      topic: { ja: '責任分界', en: 'Demarcation of responsibility' },
      weight: 3,
    });
    expect(clauses.map(({ id }) => id)).toContain('CL-01');
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
  });

  it.each(['articles', 'criteria', 'clauses'])('is 404 of no policy: %s', async (list) => {
    expect((await staff.get(`/v1/policies/${uuidv7()}/${list}`)).status).toBe(404);
  });
});
