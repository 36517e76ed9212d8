import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { contractingCast, type ContractingCast } from '../support/contracting.js';
import {
  contracted,
  criteriaRegistered,
  draftedHop,
  effectiveHop,
  type Contracted,
} from './given.js';

let service: TestService;
let cast: ContractingCast;
let chain: Contracted;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await contractingCast(service);
  await criteriaRegistered(cast);
  chain = await contracted(service, cast, 9);
  const top = await effectiveHop(cast, chain);
  await effectiveHop(cast, chain, { passedOnById: top.id });
  await draftedHop(cast.manager, chain);
});
afterAll(() => service.stop());

const url = (path: string): string => `/v1/engagements/${chain.engagementId}/subcontracts/${path}`;

describe('the chain of an engagement', () => {
  it('is drawn', async () => {
    const reply = await cast.manager.get(url('diagram'));

    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('image/svg+xml');
    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="chain.svg"/);
  });

  it('is printed as a chart with a line for every firm', async () => {
    const { body } = await cast.manager.get(url('document'));

    expect(body.title).toBe('履行体制図');
    const [, table] = body.blocks as { rows: string[][] }[];
    expect(table?.rows.map(([rank, firm]) => [rank, firm])).toEqual([
      ['1次（元請）', '株式会社髙﨑情報サービス'],
      ['2次', '└ 株式会社下請運用'],
      ['3次', '\u3000└ 株式会社下請運用'],
    ]);
    for (const format of ['pdf', 'docx', 'html']) {
      await cast.manager.get(url(`document?format=${format}`)).expect(200);
    }
  });

  it('is listed as the supply chain of a register of information', async () => {
    const { body } = await cast.manager.get(url('supply-chain?serviceType=S19'));
    expect((body.items as { rank: number }[]).map(({ rank }) => rank)).toEqual([1, 2, 3]);

    const csv = await cast.manager.get(url('supply-chain?serviceType=S19&format=csv'));
    expect(csv.text.split('\r\n')[0]).toBe('\uFEFFc0010,c0020,c0030,c0040,c0050,c0060,c0070');
    const unknown = await cast.manager.get(url('supply-chain?serviceType=S20'));
    expect(unknown.status).toBe(400);
  });
});
