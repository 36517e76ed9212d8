import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  draftedContract,
  filled,
  readyToSign,
  SIGNATURE,
  signedContract,
  versionNow,
  type ContractingCast,
} from '../support/contracting.js';

let service: TestService;
let cast: ContractingCast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await contractingCast(service);
});
afterAll(() => service.stop());

interface Due {
  readonly kind: string;
  readonly periodUntil: string;
  readonly dueOn: string;
}

async function dueOf(engagementId: string): Promise<Due[]> {
  const reply = await cast.manager.get(`/v1/reports?engagementId=${engagementId}&limit=200`);
  return reply.body.items as Due[];
}

async function datesOf(engagementId: string, kind: string): Promise<string[][]> {
  const reports = (await dueOf(engagementId)).filter((report) => report.kind === kind);
  return reports.map(({ periodUntil, dueOn }) => [periodUntil, dueOn]);
}

describe('the signature of a contract', () => {
  it('makes its periodic reports due by the terms of their clause', async () => {
    const { engagementId, contract } = await readyToSign(service, cast, [
      {
        clauseId: 'CL-11a',
        decision: 'included',
        values: { frequency_months: 2, due_days: 5 },
      },
    ]);
    expect(await dueOf(engagementId)).toEqual([]);
    await signedContract(cast.manager, contract);

    expect(await datesOf(engagementId, 'R1')).toEqual([
      ['2027-01-31', '2027-02-05'],
      ['2027-03-31', '2027-04-07'],
    ]);
  });

  it('makes the other reports of its clauses due as the policy says', async () => {
    const { engagementId, contract } = await readyToSign(service, cast);
    await signedContract(cast.manager, contract);

    const kinds = new Set((await dueOf(engagementId)).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['R1', 'R2', 'R4', 'R5', 'R9']);
    expect(await datesOf(engagementId, 'R2')).toHaveLength(4);
  });

  it('asks for no report whose clause it leaves out', async () => {
    const { engagementId, contract } = await readyToSign(service, cast, [
      {
        clauseId: 'CL-06',
        decision: 'not-applicable',
        reason: '従事者が情報に触れないため',
      },
    ]);
    const url = `/v1/contracts/${contract.id}/clauses/CL-06/confirmation`;
    await cast.ciso.decide(url, {}, contract.version);
    await signedContract(cast.manager, contract);

    expect(await datesOf(engagementId, 'R5')).toEqual([]);
  });

  it('leaves no schedule where it is refused', async () => {
    const { engagementId, contract } = await readyToSign(service, cast);
    const stale = await cast.manager.decide(
      `/v1/contracts/${contract.id}/signature`,
      SIGNATURE,
      '1.1',
    );
    expect(stale.status).toBe(412);
    expect(await dueOf(engagementId)).toEqual([]);
  });

  it('follows the terms of a later contract while no report was answered', async () => {
    const prepared = await readyToSign(service, cast);
    await signedContract(cast.manager, prepared.contract);
    const monthly = {
      clauseId: 'CL-11a',
      decision: 'included',
      values: { frequency_months: 1 },
    } as const;
    const later = await draftedContract(cast.manager, prepared);
    await signedContract(cast.manager, await filled(cast.manager, later, monthly));

    expect(await datesOf(prepared.engagementId, 'R1')).toHaveLength(4);
    expect(await versionNow(cast.manager, later.id)).toBeDefined();
  });
});
