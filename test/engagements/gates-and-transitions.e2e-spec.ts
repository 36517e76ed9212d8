import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { nameOfficial } from '../support/approval.js';
import { lightService, plan, residentService, versionOf } from '../support/engagement.js';
import { unmetOf } from '../support/operation.js';
import type { Town } from '../support/town.js';

interface Gate {
  readonly gate: string;
  readonly undecidedSettings: readonly object[];
}

let service: TestService;
let town: Town;
let manager: Client;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  town = await service.town();
  manager = await town.as('section-manager');
});
afterAll(() => service.stop());

describe('gates and transitions', () => {
  it('are refused with every unmet obligation, its article and what would meet it', async () => {
    const { id } = await plan(manager, residentService(town));
    const url = `/v1/engagements/${id}/transitions`;
    for (const to of ['specified', 'selecting']) {
      await manager.decide(url, { to }, await versionOf(manager, id)).expect(200);
    }
    const refused = await manager.decide(url, { to: 'selected' }, await versionOf(manager, id));

    expect(refused.status).toBe(422);
    expect(refused.body.type).toBe('urn:mitodoke:problem:engagement.gate-closed');
    expect(refused.body.detail).toContain('未了の義務');
    const { unmet } = refused.body.facts as { unmet: { rule: string }[] };
    expect(unmet.map(({ rule }) => rule)).toEqual([
      ...(await unmetOf(manager, id, 'specify')),
      ...(await unmetOf(manager, id, 'select')),
    ]);
    expect(unmet).toContainEqual(
      expect.objectContaining({
        article: 'K9-2-3a',
        remedy: expect.stringContaining('登録'),
        proof: {
          kind: 'record',
          anyOf: [{ id: 'impact-review', title: expect.any(String) }],
        },
      }),
    );
    expect((await manager.get(`/v1/engagements/${id}`)).body.status).toBe('selecting');
  });

  it('let nothing go live before the body has decided what its policy leaves to it', async () => {
    const { id } = await plan(manager, lightService(town));
    const url = `/v1/engagements/${id}/transitions`;

    const refused = await manager.decide(url, { to: 'active' }, await versionOf(manager, id));
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      type: 'urn:mitodoke:problem:engagement.settings-undecided',
      detail: expect.stringContaining('許可権限者'),
      facts: { undecided: [{ id: 'authorizing-official-role' }] },
    });
    expect(await versionOf(manager, id)).toBe(1);
    const gates = (await manager.get(`/v1/engagements/${id}/gates`)).body.items as Gate[];
    expect(gates.find(({ gate }) => gate === 'go-live')).toMatchObject({
      open: false,
      undecidedSettings: [{ id: 'authorizing-official-role', article: 'K9-2-1c' }],
    });
    expect(gates.flatMap(({ undecidedSettings }) => undecidedSettings)).toHaveLength(1);

    const decided = await service.town();
    await nameOfficial(service, decided);
    const other = await decided.as('section-manager');
    const next = await plan(other, lightService(decided));
    const path = `/v1/engagements/${next.id}/transitions`;
    const shut = await other.decide(path, { to: 'active' }, next.version);
    expect(shut.body.type).toBe('urn:mitodoke:problem:engagement.gate-closed');
  });

  it('are explained article by article on the ledger', async () => {
    const { id } = await plan(manager, residentService(town));
    const { body } = await manager.get(`/v1/engagements/${id}/obligations?article=K9-2-3a`);

    expect(body.items).toMatchObject([
      { article: 'K9-2-3a', proof: { kind: 'record', anyOf: [{ id: 'impact-review' }] } },
    ]);
  });

  it('refuse a step the life cycle does not have, naming those it has', async () => {
    const engagement = await plan(manager, residentService(town));
    const reply = await manager.decide(
      `/v1/engagements/${engagement.id}/transitions`,
      { to: 'closed' },
      engagement.version,
    );

    expect(reply.status).toBe(422);
    expect(reply.body.detail).toBe(
      'この案件は「計画」の段階です。次に進めるのは「仕様確定」、「取消し」です。',
    );
    expect(reply.body.facts).toEqual({ from: 'planned', allowed: ['specified', 'cancelled'] });
  });

  it('need a reason to cancel', async () => {
    const engagement = await plan(manager, residentService(town));
    const reply = await manager.decide(
      `/v1/engagements/${engagement.id}/transitions`,
      { to: 'cancelled' },
      engagement.version,
    );

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe('#/reason');
  });

  it('refuse a dossier that changed since it was read', async () => {
    const engagement = await plan(manager, residentService(town));
    await manager.patch(`/v1/engagements/${engagement.id}`, { title: '改題' }, engagement.version);
    const reply = await manager.decide(
      `/v1/engagements/${engagement.id}/transitions`,
      { to: 'cancelled', reason: '予算の減額' },
      engagement.version,
    );

    expect(reply.status).toBe(412);
  });

  it('list every gate with what keeps it shut', async () => {
    const engagement = await plan(manager, residentService(town));
    const reply = await manager.get(`/v1/engagements/${engagement.id}/gates`);

    const gates = reply.body.items as (Gate & { open: boolean; unmet: unknown[] })[];
    expect(gates.map(({ gate }) => gate)).toEqual([
      'specify',
      'select',
      'apply',
      'sign',
      'conclude',
      'provide',
      'start',
      'go-live',
      'accept',
      'close',
    ]);
    expect(gates.find(({ gate }) => gate === 'go-live')).toMatchObject({ open: false });
    for (const { open, unmet, undecidedSettings } of gates) {
      expect(open).toBe(unmet.length === 0 && undecidedSettings.length === 0);
    }
  });
});
