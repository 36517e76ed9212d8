import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, toldOf } from '../notifications/given.js';
import { TestService, type Client } from '../support/api.js';
import {
  readyToSign,
  signedContract,
  versionNow,
  type ClauseInput,
  type ContractingCast,
  type ToContract,
  type Versioned,
} from '../support/contracting.js';
import { versionOf } from '../support/engagement.js';
import { stateOf, trailOf } from '../support/operation.js';

let service: TestService;
let cast: ContractingCast;
let managerId: string;
let cisoId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  const town = await service.town();
  const manager = await town.someoneAs('section-manager');
  const ciso = await town.someoneAs('ciso');
  managerId = manager.personId;
  cisoId = ciso.personId;
  const department = await town.as('department-officer');
  cast = { town, manager: manager.client, department, ciso: ciso.client };
});
afterAll(() => service.stop());

const LEFT_OUT: ClauseInput = {
  clauseId: 'CL-04',
  decision: 'not-applicable',
  reason: '停止しても窓口での受付に切り替えられるため、サービスレベルを定めない。',
};
const MORE = {
  ...{ name: '相談記録', confidentiality: 'C2', integrity: 'I2', availability: 'A2' },
  ...{ personalInformation: true, specificPersonalInformation: false },
};
const HASH = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
const DUTY = 'K9-1-2a-4-04.1';

/** The engagement comes to handle one more thing. */
async function add(engagementId: string, given: object): Promise<void> {
  const version = await versionOf(cast.manager, engagementId);
  const item = { ...MORE, ...given };
  await cast.manager
    .decide(`/v1/engagements/${engagementId}/data-items`, item, version)
    .expect(201);
}

async function confirm({ id }: Versioned, client: Client = cast.ciso): Promise<void> {
  const url = `/v1/contracts/${id}/clauses/CL-04/confirmation`;
  await client.decide(url, {}, await versionNow(client, id)).expect(200);
}

async function clauseOf({ id }: Versioned): Promise<Record<string, unknown>> {
  const { body } = await cast.manager.get(`/v1/contracts/${id}/clauses`);
  const items = body.items as { clauseId: string }[];
  return items.find(({ clauseId }) => clauseId === 'CL-04') ?? {};
}

async function gapsOf({ id }: Versioned): Promise<unknown[]> {
  const { body } = await cast.manager.get(`/v1/contracts/${id}/coverage`);
  return body.gaps as unknown[];
}

/** What the chain of the engagement says of the duty whose clause is left out. */
async function chained(engagementId: string): Promise<unknown> {
  const { body } = await cast.manager.get(`/v1/engagements/${engagementId}/chain`);
  const articles = body.articles as { obligations: { rule: string; notApplicable: unknown }[] }[];
  const duties = articles.flatMap(({ obligations }) => obligations);
  return duties.find(({ rule }) => rule === DUTY)?.notApplicable;
}

async function confirmedDraft(): Promise<ToContract & { readonly contract: Versioned }> {
  const ready = await readyToSign(service, cast, [LEFT_OUT]);
  await confirm(ready.contract);
  return ready;
}

describe('the confirmation that a clause is left out', () => {
  it('of a draft is void when other classes of information are handled, and is asked anew', async () => {
    const { engagementId, contract } = await confirmedDraft();
    expect(await clauseOf(contract)).toMatchObject({ contentHash: HASH, reReviewSince: null });
    await add(engagementId, { availability: 'A1' });

    expect(await clauseOf(contract)).toMatchObject({
      ...{ decision: 'not-applicable', reason: LEFT_OUT.reason, confirmedBy: null },
      ...{ confirmedAs: null, confirmedIn: null, confirmedOn: null, contentHash: null },
    });
    expect(await gapsOf(contract)).toMatchObject([{ kind: 'unconfirmed', clauses: ['CL-04'] }]);
    expect((await trailOf(service, contract.id)).slice(-3)).toEqual([
      ...['contract.clause-confirmed', 'contract.confirmations-voided', 'notice.sent'],
    ]);
    const told = await toldOf(service, engagementId, 'clause-confirmation.voided');
    expect(told).toEqual([managerId, cisoId].sort());
    await confirm(contract);
    expect(await gapsOf(contract)).toEqual([]);
  });

  it('stands where more of a class is handled that was handled anyway', async () => {
    const { engagementId, contract } = await confirmedDraft();
    await add(engagementId, {});

    expect(await clauseOf(contract)).toMatchObject({ confirmedAs: 'ciso', contentHash: HASH });
    expect(await codesOf(cast.ciso, engagementId)).toEqual([]);
  });

  it('of a signed contract goes to re-review, counts meanwhile, and is settled by confirming anew', async () => {
    const { engagementId, contract } = await confirmedDraft();
    await signedContract(cast.manager, contract);
    const signed = (await cast.manager.get(`/v1/contracts/${contract.id}`)).body as object;
    const before = await clauseOf(contract);
    await add(engagementId, { availability: 'A1' });
    await add(engagementId, { integrity: 'I1' });

    expect(await clauseOf(contract)).toEqual({ ...before, reReviewSince: '2026-11-20' });
    expect(await stateOf(cast.manager, engagementId, DUTY)).toBe('not-applicable');
    const { body } = await cast.manager.get(`/v1/contracts/${contract.id}`);
    expect(body).toEqual({ ...signed, version: expect.any(String) as string });
    expect(await codesOf(cast.ciso, engagementId)).toEqual(['clause-confirmation.under-re-review']);
    expect(await chained(engagementId)).toMatchObject({
      ...{ reason: LEFT_OUT.reason, reReviewSince: '2026-11-20' },
    });
    await confirm(contract);
    const after = await clauseOf(contract);
    expect(after).toMatchObject({ contentHash: HASH, reReviewSince: null });
    expect(after.contentHash).not.toBe(before.contentHash);
    expect(await chained(engagementId)).toMatchObject({ reReviewSince: null });
  });

  it('is not taken back by way of the duty that follows from it', async () => {
    const { engagementId, contract } = await confirmedDraft();
    await signedContract(cast.manager, contract);
    const { body } = await cast.ciso.get(`/v1/engagements/${engagementId}/obligations`);
    const duty = (body.items as { id: string; rule: string }[]).find(({ rule }) => rule === DUTY);
    const url = `/v1/engagements/${engagementId}/obligations/${duty?.id ?? ''}`;
    const version = await versionOf(cast.ciso, engagementId);
    const reason = { reason: '必要と分かった。' };
    const reply = await cast.ciso.decide(`${url}/not-applicability/revocation`, reason, version);

    expect(reply.status).toBe(422);
    expect(reply.body.type).toBe('urn:mitodoke:problem:obligation.left-out-by-clause');
    expect(await stateOf(cast.manager, engagementId, DUTY)).toBe('not-applicable');
    expect(await versionOf(cast.ciso, engagementId)).toBe(version);
    expect(await trailOf(service, duty?.id ?? '')).toEqual(['obligation.not-applicable']);
  });

  it('stands as confirmed where it was confirmed before hashes were kept', async () => {
    const { engagementId, contract } = await confirmedDraft();
    await service.rows('UPDATE contract_clauses SET content_hash = NULL WHERE contract_id = $1', [
      contract.id,
    ]);
    await add(engagementId, { availability: 'A1' });

    expect(await clauseOf(contract)).toMatchObject({ confirmedAs: 'ciso', contentHash: null });
    expect(await codesOf(cast.ciso, engagementId)).toEqual([]);
  });
});
