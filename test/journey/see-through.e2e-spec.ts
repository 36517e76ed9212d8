import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../src/demo/desk.js';
import { seeThrough } from '../../src/demo/journey/journey.js';
import { Office } from '../../src/demo/office.js';
import { TOWN_STORY } from '../../src/demo/story.js';
import { Founding } from '../../src/organizations/index.js';
import { SAMPLE_TOWN, TINY_TOWN } from '../../src/sample/index.js';
import { TestService } from '../support/api.js';
import { expectContract } from '../support/contract.js';

interface Chain {
  readonly engagement: { readonly status: string };
  readonly articles: readonly {
    readonly key: string;
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

describe.each([
  ['a town of the usual size', SAMPLE_TOWN],
  ['a village of five people with many posts each', TINY_TOWN],
])('the journey in %s', (_, plan) => {
  let service: TestService;
  let desk: Desk;
  let chain: Chain;
  const told: string[] = [];

  beforeAll(async () => {
    service = await TestService.start();
    const accounts = await service.app.get(Founding).found(plan);
    const office = await Office.open(await service.app.getUrl(), accounts, expectContract);
    const narrator = { step: tell, tell };
    desk = new Desk(office, TOWN_STORY, narrator, (day) => {
      service.itIs(day);
      return Promise.resolve();
    });
    await seeThrough(desk);
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

  it('told what stood in the way each time a step was refused', () => {
    expect(told.filter((line) => line.includes('は 422 で拒まれました'))).toHaveLength(3);
    expect(told.filter((line) => line.includes('✗ ９(２)⑥イ(ア)'))).not.toEqual([]);
  });
});
