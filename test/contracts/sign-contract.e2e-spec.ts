import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  contractingCast,
  filled,
  readyToSign,
  SIGNATURE,
  signedContract,
  versionNow,
  type ClauseInput,
  type ContractingCast,
} from '../support/contracting.js';
import { statesOf, versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { stateOf, trailOf, unmetOf } from '../support/operation.js';
import { givenVendor } from '../vendors/given.js';

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

const LEFT_OUT: ClauseInput = {
  clauseId: 'CL-04',
  decision: 'not-applicable',
  reason: '停止しても窓口での受付に切り替えられるため、サービスレベルを定めない。',
};

function sign(id: string, version: string, given: object = {}, client = cast.manager) {
  return client.decide(`/v1/contracts/${id}/signature`, { ...SIGNATURE, ...given }, version);
}

describe('a signature', () => {
  it('meets the obligations of every clause', async () => {
    const { engagementId, contract } = await readyToSign(service, cast);
    expect(await stateOf(cast.manager, engagementId, 'K9-1-2a-4-01')).toBe('open');
    const reply = await sign(contract.id, contract.version);

    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe(`"${String(reply.body.version)}"`);
    expect(reply.body).toMatchObject({
      status: 'signed',
      signature: { ...SIGNATURE, recordedAs: 'section-manager' },
      specificationId: expect.any(String),
      end: null,
    });
    const states = await statesOf(cast.manager, engagementId);
    const items = Array.from({ length: 14 }, (_, index) => String(index + 1).padStart(2, '0'));
    for (const item of items) {
      const rules = [...states].filter(([rule]) => rule.startsWith(`K9-1-2a-4-${item}`));
      expect(
        rules.some(([, state]) => state === 'met'),
        item,
      ).toBe(true);
    }
    expect(await unmetOf(cast.manager, engagementId, 'sign')).toEqual([]);
    expect(await unmetOf(cast.manager, engagementId, 'conclude')).toEqual([]);
    expect(await trailOf(service, contract.id)).toEqual([
      'contract.drafted',
      'contract.clauses-decided',
      'obligation.discharged',
      'obligation.discharged',
      'contract.signed',
    ]);
  });

  it.each([
    ['as long as the work', '2027-03-31', 'met'],
    ['shorter than the work', '2027-02-28', 'open'],
  ])('on a contract %s leaves each duty, after its last day, %s', async (_, until, after) => {
    const { engagementId, contract } = await readyToSign(service, cast, [], { until });
    await signedContract(cast.manager, contract);
    service.itIs(until);
    expect(await stateOf(cast.manager, engagementId, 'K9-1-2a-4-01')).toBe('met');
    service.itIs('2027-04-01');
    expect(await stateOf(cast.manager, engagementId, 'K9-1-2a-4-01')).toBe(after);
    expect(await stateOf(cast.manager, engagementId, 'K9-1-2a-4')).toBe(after);
  });

  it('sets aside the duty whose clause was left out and confirmed', async () => {
    const { engagementId, contract } = await readyToSign(service, cast, [LEFT_OUT]);
    const refused = await sign(contract.id, contract.version);
    expect(refused.status).toBe(422);
    expect(refused.body.facts.gaps).toMatchObject([{ kind: 'unconfirmed', clauses: ['CL-04'] }]);

    const url = `/v1/contracts/${contract.id}/clauses/CL-04/confirmation`;
    const confirmed = await cast.ciso.decide(url, {}, contract.version);
    expect(confirmed.status).toBe(200);
    expect(
      (confirmed.body.items as { clauseId: string }[]).find(({ clauseId }) => clauseId === 'CL-04'),
    ).toMatchObject({ decision: 'not-applicable', confirmedAs: 'ciso', confirmedOn: '2026-11-20' });

    const reply = await sign(contract.id, confirmed.body.version);
    expect(reply.status).toBe(200);
    for (const rule of ['K9-1-2a-4-04.1', 'K9-2-3d-2.2', 'K9-2-3h-3.2']) {
      expect(await stateOf(cast.manager, engagementId, rule)).toBe('not-applicable');
    }
    expect(await stateOf(cast.manager, engagementId, 'K9-1-2a-4-05')).toBe('met');
  });

  it('ends early, and proves nothing after that day', async () => {
    const { engagementId, contract } = await readyToSign(service, cast);
    const signed = await signedContract(cast.manager, contract);
    service.itIs('2026-12-20');
    const url = `/v1/contracts/${contract.id}/end`;
    const end = { endedOn: '2026-12-15', reason: 'budget-cut', note: '予算の減額（総第200号）' };
    const tooLate = await cast.manager.decide(
      url,
      { ...end, endedOn: '2026-12-21' },
      signed.version,
    );
    expect(tooLate.body.errors[0].pointer).toBe('#/endedOn');
    const early = await cast.manager.decide(url, { ...end, endedOn: '2026-11-19' }, signed.version);
    expect(early.status).toBe(400);

    const reply = await cast.manager.decide(url, end, signed.version);
    expect(reply.body).toMatchObject({ status: 'ended', end });
    for (const rule of ['K9-1-2a-4', 'K9-1-2a-4-05']) {
      service.itIs('2026-12-20');
      expect(await stateOf(cast.manager, engagementId, rule)).toBe('open');
      service.itIs('2026-12-15');
      expect(await stateOf(cast.manager, engagementId, rule)).toBe('met');
    }
    const again = await cast.manager.decide(url, end, reply.body.version);
    expect(again.status).toBe(422);
    expect(again.body.facts).toEqual({ status: 'ended', allowed: [] });
  });

  it('proves nothing once another vendor is selected', async () => {
    const { engagementId, contract } = await readyToSign(service, cast);
    await signedContract(cast.manager, contract);
    const another = await givenVendor(cast.manager, '株式会社別候補');
    await service.rows('UPDATE engagements SET vendor_id = $1 WHERE id = $2', [
      another,
      engagementId,
    ]);
    const version = await versionOf(cast.manager, engagementId);
    await cast.manager
      .patch(`/v1/engagements/${engagementId}`, { title: '別の事業者による業務' }, version)
      .expect(200);

    for (const rule of ['K9-1-2a-4', 'K9-1-2a-4-05']) {
      expect(await stateOf(cast.manager, engagementId, rule)).toBe('open');
    }
  });

  it('is won by one of two who sign at once', async () => {
    const { contract } = await readyToSign(service, cast);
    const other = await cast.town.as('system-manager');
    const replies = await Promise.all([
      sign(contract.id, contract.version),
      sign(contract.id, contract.version, {}, other),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(
      await service.rows(
        `SELECT count(*)::int AS count FROM audit_trail WHERE subject_id = $1 AND action = 'contract.signed'`,
        [contract.id],
      ),
    ).toEqual([{ count: 1 }]);
  });
});

describe('a signed contract', () => {
  it('stands still', async () => {
    const { contract } = await readyToSign(service, cast);
    const { version } = await signedContract(cast.manager, contract);
    const before = await everythingIn(service);
    const replies = [
      await cast.manager.patch(`/v1/contracts/${contract.id}`, { title: '別の題' }, version),
      await cast.manager.put(`/v1/contracts/${contract.id}/clauses`, { clauses: [] }, version),
      await sign(contract.id, version),
    ];

    for (const reply of replies) {
      expect(reply.body).toMatchObject({
        type: 'urn:mitodoke:problem:contract.not-there',
        detail:
          'この契約は「締結済み」の状態のため、この操作はできません。内容は変更できません。終了だけを記録できます。変更契約は新しい契約として作成してください。',
        facts: { status: 'signed', allowed: ['ended'] },
      });
    }
    expect(await everythingIn(service)).toEqual(before);
  });
});

describe('the confirmation that a required clause is left out', () => {
  it('is not given by whoever drafted the contract, nor without the role', async () => {
    const both = await cast.town.as('section-manager', 'ciso');
    const { contract } = await readyToSign(service, { ...cast, manager: both }, [LEFT_OUT]);
    const url = `/v1/contracts/${contract.id}/clauses/CL-04/confirmation`;
    const before = await everythingIn(service);
    const own = await both.decide(url, {}, contract.version);
    const other = await cast.manager.decide(url, {}, contract.version);

    expect(own.body.type).toBe('urn:mitodoke:problem:authority.separation-of-duties');
    expect(other.status).toBe(403);
    expect(await everythingIn(service)).toEqual(before);
  });

  it('is asked only where such a clause is left out', async () => {
    const { contract } = await readyToSign(service, cast, [LEFT_OUT]);
    const confirm = (clause: string) =>
      cast.ciso.decide(
        `/v1/contracts/${contract.id}/clauses/${clause}/confirmation`,
        {},
        contract.version,
      );
    expect((await confirm('CL-05')).body.type).toContain('contract.confirmation-unasked');
    expect((await confirm('CL-99')).status).toBe(404);
  });

  it('lapses with the reason it was given for', async () => {
    const { contract } = await readyToSign(service, cast, [LEFT_OUT]);
    const url = `/v1/contracts/${contract.id}/clauses/CL-04/confirmation`;
    await cast.ciso.decide(url, {}, contract.version);
    const same = await filled(cast.manager, contract, LEFT_OUT);
    const gapsOf = async () =>
      (await cast.manager.get(`/v1/contracts/${contract.id}/coverage`)).body.gaps as unknown[];
    expect(await gapsOf()).toEqual([]);

    await filled(cast.manager, same, { ...LEFT_OUT, reason: '別の理由' });
    expect(await gapsOf()).toMatchObject([{ kind: 'unconfirmed', clauses: ['CL-04'] }]);
    expect(await versionNow(cast.manager, contract.id)).not.toBe(same.version);
  });
});
