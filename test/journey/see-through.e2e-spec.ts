import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../src/demo/desk.js';
import { seeThrough } from '../../src/demo/journey/journey.js';
import { Office } from '../../src/demo/office.js';
import { Founding } from '../../src/organizations/index.js';
import { TestService } from '../support/api.js';
import { expectContract } from '../support/contract.js';
import { WALKERS } from './bodies.js';

interface Chain {
  readonly engagement: { readonly status: string };
  readonly articles: readonly {
    readonly key: string;
    readonly label: string;
    readonly title: { readonly ja: string };
    readonly chosen: boolean;
    readonly state: string | null;
    readonly reason: { readonly ja: string } | null;
    readonly obligations: readonly {
      readonly rule: string;
      readonly state: string;
      readonly notApplicable: object | null;
      readonly proofs: readonly {
        readonly counts: boolean;
        readonly record: { readonly name: string | null; readonly href: string };
      }[];
    }[];
  }[];
}

describe.each(WALKERS)('the journey in %s', (_, walker) => {
  let service: TestService;
  let desk: Desk;
  let chain: Chain;
  let annex: string;
  let papers: string;
  const told: string[] = [];

  beforeAll(async () => {
    service = await TestService.start();
    service.itIs('2026-11-20');
    const accounts = await service.app.get(Founding).found(walker.plan);
    const office = await Office.open(await service.app.getUrl(), accounts, expectContract);
    const narrator = { step: tell, tell };
    desk = new Desk(office, walker.story, narrator, (day) => {
      service.itIs(day);
      return Promise.resolve();
    });
    const contractId = await seeThrough(desk);
    const { client } = desk.office.who('section-manager');
    annex = (await client.file(`/v1/contracts/${contractId}/document?format=html`)).toString();
    papers = [
      annex,
      (await client.file(desk.path('/chain?format=html'))).toString(),
      (await client.file('/v1/register/engagements?format=csv')).toString(),
      (await client.file('/v1/register/cloud-services?format=csv')).toString(),
      (await client.file('/v1/register/reports?format=csv')).toString(),
      ...told,
    ].join('\n');
    chain = await desk.office.who('section-manager').client.get<Chain>(desk.path('/chain'));
  });
  afterAll(() => service.stop());

  function tell(line: string): void {
    told.push(line);
  }

  it('goes from the adopted policy to the closed engagement', () => {
    expect(chain.engagement.status).toBe('closed');
  });

  it('leaves no duty unproven', () => {
    const open = chain.articles
      .flatMap(({ obligations }) => obligations)
      .filter(({ state }) => !['met', 'excepted', 'not-applicable'].includes(state));

    expect(open.map(({ rule, state }) => `${rule} ${state}`)).toEqual([]);
  });

  it('leads from every article to the record that proves it, or to the reason why none is owed', async () => {
    const { client } = desk.office.who('section-manager');
    for (const { key, reason, obligations } of chain.articles) {
      if (obligations.length === 0) expect(reason?.ja, key).toBeTruthy();
    }
    const owed = chain.articles
      .flatMap(({ obligations }) => obligations)
      .filter(({ notApplicable }) => notApplicable === null);
    const records = new Set<string>();
    for (const { rule, proofs } of owed) {
      const proof = proofs.find(({ counts }) => counts);
      if (proof === undefined) throw new Error(`Nothing proves ${rule}`);
      expect(proof.record.name, rule).toBeTruthy();
      records.add(proof.record.href);
    }
    for (const href of records) expect(await client.get(href), href).toBeTruthy();
    expect(records.size).toBeGreaterThan(20);
  });

  it('told what stood in the way each time a step was refused, by the articles of the policy', () => {
    expect(told.filter((line) => line.includes('は 422 で拒まれました'))).toHaveLength(3);
    for (const label of walker.refusedFor) {
      expect(
        told.filter((line) => line.includes(`✗ ${label} `)),
        label,
      ).not.toEqual([]);
    }
  });

  it('proves what the printed policy says of outsourcing', () => {
    const article = chain.articles.find(({ label }) => label === walker.printed);

    expect(article).toMatchObject({ chosen: false, state: 'met' });
  });

  it('speaks the words of the body, and no other’s', () => {
    for (const word of walker.own) expect(papers).toContain(word);
    for (const word of walker.foreign) expect(excerptWith(papers, word)).toBeUndefined();
  });

  it('tells in the annex what the body chose, and no article of what is not public', () => {
    const chosen = chain.articles.filter((article) => article.chosen);
    const named = chosen.filter(({ label }) => annex.includes(`${label}※`));
    const titles = chosen.filter(({ title }) => annex.includes(`<td>${title.ja}</td>`));
    const isTold = walker.chosen === 'told';

    expect(chosen.length > 0).toBe(walker.chosen !== 'none');
    expect(named.length > 10).toBe(isTold);
    expect(titles.length > 10).toBe(isTold);
    expect(annex.includes('（非公開の文書）')).toBe(walker.chosen === 'withheld');
    if (walker.chosen === 'withheld') expect([...named, ...titles]).toEqual([]);
  });
});

/** The first place where a text says a word. */
function excerptWith(text: string, word: string): string | undefined {
  const at = text.indexOf(word);
  return at < 0 ? undefined : text.slice(Math.max(0, at - 40), at + 60);
}
