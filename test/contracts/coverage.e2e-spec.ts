import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  clausesFor,
  contractingCast,
  draftedContract,
  filled,
  proveOthers,
  readyToSign,
  signedContract,
  specified,
  toContract,
  versionNow,
  type ContractingCast,
} from '../support/contracting.js';
import { versionOf } from '../support/engagement.js';
import { stateOf } from '../support/operation.js';

let service: TestService;
let cast: ContractingCast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await contractingCast(service);
});
afterAll(() => service.stop());

describe('the coverage of a contract', () => {
  it('tells article by article how the contract answers, and what is open', async () => {
    const prepared = await toContract(cast);
    const { id } = await draftedContract(cast.manager, prepared);
    const url = `/v1/contracts/${id}/coverage`;
    const empty = await cast.manager.get(url);
    const total = (empty.body.items as unknown[]).length;
    expect(empty.body).toMatchObject({
      isComplete: false,
      counts: { included: 0, missing: total },
    });

    await filled(
      cast.manager,
      { id, version: '' },
      {
        clauseId: 'CL-04',
        decision: 'not-applicable',
        reason: '停止しても窓口で受け付けられるため',
      },
    );
    const { body } = await cast.manager.get(url);
    expect(body.counts).toEqual({
      included: total - 3,
      notApplicable: 3,
      excepted: 0,
      missing: 0,
    });
    const items = body.items as { rule: string }[];
    expect(items.find(({ rule }) => rule === 'K9-1-2a-4-04.1')).toMatchObject({
      label: '９（１）②ア（エ）・４',
      status: 'not-applicable',
      answeredBy: ['CL-04'],
      reason: '停止しても窓口で受け付けられるため',
    });
    expect(body.gaps).toMatchObject([{ kind: 'unconfirmed', clauses: ['CL-04'] }]);
  });

  it('takes account of a permitted exception', async () => {
    const prepared = await toContract(cast);
    const { id } = await draftedContract(cast.manager, prepared);
    const asked = await cast.manager.post('/v1/exceptions', {
      engagementId: prepared.engagementId,
      kind: 'ordinary',
      articles: ['K9-1-2a-4-13'],
      reason: '約款により公表の条項を入れられない。',
      alternativeMeasure: '公表の前に協議する。',
      residualRisk: '公表が遅れるおそれ',
      from: '2026-11-20',
      until: '2027-03-31',
    });
    const permit = { outcome: 'permit', reason: '代替措置による。' };
    const url = `/v1/exceptions/${String(asked.body.id)}/decision`;
    await cast.ciso.decide(url, permit, asked.body.version);

    const { body } = await cast.manager.get(`/v1/contracts/${id}/coverage`);
    const items = body.items as { article: string; status: string }[];
    expect(items.filter(({ status }) => status === 'excepted')).toMatchObject([
      { article: 'K9-1-2a-4-13' },
    ]);
  });

  it('shows a gap in a signed contract once the engagement changes, until it is confirmed', async () => {
    const reason = '停止しても業務への影響が小さいため';
    const leftOut = { clauseId: 'CL-18', decision: 'not-applicable', reason } as const;
    const { engagementId, contract } = await readyToSign(service, cast);
    const planned = { workTypes: ['development'] };
    const patched = async (given: object) =>
      cast.manager.patch(
        `/v1/engagements/${engagementId}`,
        given,
        await versionOf(cast.manager, engagementId),
      );
    expect((await patched(planned)).status).toBe(200);
    await service.rows(
      `INSERT INTO proofs (organization_id, id, obligation_id, effect, record_kind, record_id, valid_from)
       SELECT organization_id, gen_random_uuid(), id, 'proves', 'record', gen_random_uuid(), '2026-04-01'
       FROM obligations WHERE engagement_id = $1 AND rule_id = 'K7-3-1.2'`,
      [engagementId],
    );
    await filled(cast.manager, contract, leftOut);
    await signedContract(cast.manager, contract);
    const coverage = async () =>
      (await cast.manager.get(`/v1/contracts/${contract.id}/coverage`)).body;
    expect((await coverage()).isComplete).toBe(true);

    expect((await patched({ workTypes: ['operation'] })).status).toBe(200);
    expect(await coverage()).toMatchObject({
      isComplete: false,
      gaps: [{ kind: 'unconfirmed', clauses: ['CL-18'] }],
    });
    expect(await stateOf(cast.manager, engagementId, 'K7-1-4c')).toBe('open');

    const url = `/v1/contracts/${contract.id}/clauses/CL-18/confirmation`;
    const version = await versionNow(cast.manager, contract.id);
    expect((await cast.ciso.decide(url, {}, version)).status).toBe(200);
    expect((await coverage()).isComplete).toBe(true);
    expect(await stateOf(cast.manager, engagementId, 'K7-1-4c')).toBe('not-applicable');
  });

  it('shows what a raised classification demands, and what the contract has of it is proven', async () => {
    const open = {
      name: '公開済みの催し情報',
      ...{ confidentiality: 'C1', integrity: 'I1', availability: 'A1' },
      ...{ personalInformation: false, specificPersonalInformation: false },
    };
    const given = { kinds: ['outsourcing'], workTypes: [], tierAnswers: [], dataItems: [open] };
    const prepared = await toContract(cast, given);
    const { engagementId } = prepared;
    await specified(cast, engagementId);
    await proveOthers(service, engagementId);
    const contract = await draftedContract(cast.manager, prepared);
    const clauses = await clausesFor(cast.manager, contract.id);
    const url = `/v1/contracts/${contract.id}`;
    const without = clauses.filter(({ clauseId }) => clauseId !== 'CL-13');
    await cast.manager.put(`${url}/clauses`, { clauses: without }, contract.version);
    await signedContract(cast.manager, contract);
    expect((await cast.manager.get(`${url}/coverage`)).body).toMatchObject({ isComplete: true });

    const version = await versionOf(cast.manager, engagementId);
    const items = `/v1/engagements/${engagementId}/data-items`;
    const raised = await cast.manager.decide(items, { ...open, confidentiality: 'C2' }, version);
    expect(raised.status).toBe(201);
    expect((await cast.manager.get(`${url}/coverage`)).body).toMatchObject({
      isComplete: false,
      counts: { missing: 1 },
      gaps: [{ kind: 'missing', article: 'K9-1-2a-4-13', clauses: ['CL-13'] }],
    });
    expect(await stateOf(cast.manager, engagementId, 'K9-1-2a-4-13')).toBe('open');
    expect(await stateOf(cast.manager, engagementId, 'K9-1-2a-4-12')).toBe('met');
  });
});
