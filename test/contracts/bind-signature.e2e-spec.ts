import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedContent } from '../../src/contracts/domain/signed-content.js';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { sha256Hex } from '../../src/shared/hashing.js';
import { CLASS_2 } from '../exceptions/given.js';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  readyToSign,
  signedContract,
  versionNow,
  type ContractingCast,
} from '../support/contracting.js';
import { versionOf } from '../support/engagement.js';

let service: TestService;
let cast: ContractingCast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await contractingCast(service);
});
afterAll(() => service.stop());

async function shownHash(id: string): Promise<unknown> {
  const { body } = await cast.manager.get(`/v1/contracts/${id}`);
  return (body as { signature: { contentHash: unknown } | null }).signature?.contentHash;
}

/** The hash of what the tables hold now. */
async function hashNow(id: string): Promise<string> {
  const [contract] = await service.rows<Parameters<typeof signedContent>[0] & Annexed>(
    `SELECT vendor_id AS "vendorId", cloud_service_id AS "cloudServiceId",
       specification_id AS "specificationId", annex FROM contracts WHERE id = $1`,
    [id],
  );
  if (contract === undefined) throw new Error('There is no such contract');
  const clauses = await service.rows<Parameters<typeof signedContent>[1][number]>(
    `SELECT clause_id AS "clauseId", decision, values, reason FROM contract_clauses WHERE contract_id = $1`,
    [id],
  );
  return sha256Hex(canonicalJson(signedContent(contract, clauses, contract.annex)));
}

interface Annexed {
  readonly annex: Parameters<typeof signedContent>[2];
}

describe('the signature of a contract', () => {
  it('binds to what was signed, which nothing that follows changes', async () => {
    const { contract, engagementId } = await readyToSign(service, cast);
    const { id } = contract;
    expect(await shownHash(id)).toBeUndefined();
    await signedContract(cast.manager, contract);
    const hash = await shownHash(id);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashNow(id)).toBe(hash);

    const change = { title: '改題', amount: '1' };
    const version = await versionNow(cast.manager, id);
    await cast.manager.patch(`/v1/contracts/${id}`, change, version).expect(422);
    await cast.manager.put(`/v1/contracts/${id}/clauses`, { clauses: [] }, version).expect(422);
    const items = `/v1/engagements/${engagementId}/data-items`;
    const current = await versionOf(cast.manager, engagementId);
    await cast.manager.decide(items, CLASS_2, current).expect(201);
    service.itIs('2026-12-20');
    const end = { endedOn: '2026-12-15', reason: 'budget-cut', note: '予算の減額（総第200号）' };
    const url = `/v1/contracts/${id}/end`;
    await cast.manager.decide(url, end, await versionNow(cast.manager, id)).expect(200);
    service.itIs('2026-11-20');

    expect(await shownHash(id)).toBe(hash);
    expect(await hashNow(id)).toBe(hash);
  });

  it('is of another hash where another contract is signed', async () => {
    const one = await readyToSign(service, cast);
    const other = await readyToSign(service, cast);
    await signedContract(cast.manager, one.contract);
    await signedContract(cast.manager, other.contract);

    expect(await shownHash(one.contract.id)).not.toBe(await shownHash(other.contract.id));
  });
});
