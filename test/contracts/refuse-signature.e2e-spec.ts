import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  draftedContract,
  filled,
  proveOthers,
  readyToSign,
  SIGNATURE,
  specified,
  toContract,
  type ClauseInput,
  type ContractingCast,
} from '../support/contracting.js';
import { versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';

let service: TestService;
let cast: ContractingCast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await contractingCast(service);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

function sign(id: string, version: string, given: object = {}, client = cast.manager) {
  return client.decide(`/v1/contracts/${id}/signature`, { ...SIGNATURE, ...given }, version);
}

describe('a signature is refused, and nothing is written,', () => {
  async function expectRefusal(id: string, version: string, code: string, given = {}) {
    const before = await everythingIn(service);
    const reply = await sign(id, version, given);
    expect(reply.body.type ?? reply.text).toBe(`urn:mitodoke:problem:${code}`);
    expect(await everythingIn(service)).toEqual(before);
    return reply;
  }

  it('while an item of the policy is neither in nor found not applicable', async () => {
    const { contract } = await readyToSign(service, cast);
    const { body } = await cast.manager.get(`/v1/contracts/${contract.id}/clauses`);
    const clauses = (body.items as { clauseId: string; values: object }[])
      .filter(({ clauseId }) => clauseId !== 'CL-13')
      .map(({ clauseId, values }) => ({ clauseId, decision: 'included', values }));
    const put = await cast.manager.put(
      `/v1/contracts/${contract.id}/clauses`,
      { clauses },
      contract.version,
    );
    const reply = await expectRefusal(contract.id, put.body.version, 'contract.incomplete');

    expect(reply.status).toBe(422);
    expect(reply.body.facts.gaps).toMatchObject([
      { kind: 'missing', article: 'K9-1-2a-4-13', clauses: ['CL-13'] },
    ]);
  });

  it('while a required parameter is blank', async () => {
    const blank: ClauseInput = {
      clauseId: 'CL-11a',
      decision: 'included',
      values: { due_days: null },
    };
    const { contract } = await readyToSign(service, cast, [blank]);
    const reply = await expectRefusal(contract.id, contract.version, 'contract.incomplete');

    expect(reply.body.facts.gaps).toMatchObject([
      { kind: 'unfilled', clauses: ['CL-11a'], parameter: 'due_days' },
    ]);
  });

  it('while the gate is shut by a duty of another feature', async () => {
    const prepared = await toContract(cast);
    await specified(cast, prepared.engagementId);
    const draft = await draftedContract(cast.manager, prepared);
    const contract = await filled(cast.manager, draft);
    const reply = await expectRefusal(contract.id, contract.version, 'engagement.gate-closed');

    const rules = (reply.body.facts.unmet as { rule: string }[]).map(({ rule }) => rule);
    expect(rules).toContain('K9-1-2b-1');
    expect(rules).toContain('K9-2-5b');
    expect(rules.filter((rule) => rule.startsWith('K9-1-2a-4-'))).toEqual([]);
  });

  it('while there is no specification for it to contain', async () => {
    const prepared = await toContract(cast);
    await proveOthers(service, prepared.engagementId);
    const contract = await filled(cast.manager, await draftedContract(cast.manager, prepared));
    await expectRefusal(contract.id, contract.version, 'contract.specification-unconfirmed');
  });

  it('where another vendor was selected', async () => {
    const { contract, engagementId } = await readyToSign(service, cast);
    const other = await toContract(cast);
    await service.rows('UPDATE engagements SET vendor_id = $2 WHERE id = $1', [
      engagementId,
      other.vendorId,
    ]);
    await expectRefusal(contract.id, contract.version, 'contract.vendor-not-selected');
  });

  it('where it lies in the future, or its period in the past', async () => {
    const { contract } = await readyToSign(service, cast);
    const future = { signedOn: '2026-11-21' };
    const reply = await expectRefusal(contract.id, contract.version, 'request.invalid', future);
    expect(reply.body.errors[0].pointer).toBe('#/signedOn');
    service.itIs('2027-04-01');
    await expectRefusal(contract.id, contract.version, 'contract.period-over');
  });

  it('with a stale version, and without one', async () => {
    const { contract, engagementId } = await readyToSign(service, cast);
    await cast.manager.patch(
      `/v1/engagements/${engagementId}`,
      { title: '変更後の題名' },
      await versionOf(cast.manager, engagementId),
    );
    await expectRefusal(contract.id, contract.version, 'resource.stale');
    const reply = await cast.manager.post(`/v1/contracts/${contract.id}/signature`, SIGNATURE);
    expect(reply.status).toBe(428);
  });

  it('to whoever may not sign', async () => {
    const { contract } = await readyToSign(service, cast);
    const staff = await cast.town.as('staff');
    expect((await sign(contract.id, contract.version, {}, staff)).status).toBe(403);
  });
});
