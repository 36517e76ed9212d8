import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Authority } from '../../src/organizations/index.js';
import type { Caller, HeldPost } from '../../src/shared/authorization/caller.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';

let service: TestService;
let town: Town;
let administrator: Client;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  service.itIs('2026-11-20');
  town = await service.town();
  administrator = await town.as('administrator');
});
afterAll(() => service.stop());

async function appoint(personId: string, roleId: string, given: object = {}): Promise<string> {
  const body = { personId, roleId, validFrom: '2026-11-20', ...given };
  const reply = await administrator.post('/v1/posts', body);
  return (reply.body as { id: string }).id;
}

/** A caller as a session remembers one, with posts that may be out of date. */
function callerOf(personId: string): Caller {
  const { organizationId } = town;
  return {
    organizationId,
    personId,
    sessionId: '',

    credential: 'session',
    posts: [],
    permissions: new Set(),
    policyVersionId: null,
    secondFactor: null,
    needsSecondFactor: false,
  };
}

function postIn(personId: string, ...roles: string[]): Promise<HeldPost> {
  const caller = callerOf(personId);
  const authority = service.app.get(Authority);
  return service.app
    .get(Transactor)
    .write(caller, (tx) => authority.postIn(tx, caller, { roles, unitId: null }));
}

describe('who may act', () => {
  it('acts in the first of the roles that they hold today', async () => {
    const { personId } = await town.someoneAs('staff');
    await appoint(personId, 'committee');
    const unitId = town.unitId;
    const manager = await appoint(personId, 'section-manager', { unitId });

    expect(await postIn(personId, 'ciso', 'section-manager', 'committee')).toEqual({
      postId: manager,
      roleId: 'section-manager',
      unitId,
      acting: false,
    });
  });

  it('acts in their own post before one they stand in for', async () => {
    const { personId } = await town.someoneAs('staff');
    const acting = await appoint(personId, 'head-officer', { acting: true });
    expect(await postIn(personId, 'head-officer')).toMatchObject({ postId: acting, acting: true });

    const own = await appoint(personId, 'head-officer');

    expect(await postIn(personId, 'head-officer')).toMatchObject({ postId: own, acting: false });
  });

  it.each([
    ['has not begun', { validFrom: '2026-11-21' }],
    ['ended yesterday', { validFrom: '2026-11-01', validUntil: '2026-11-19' }],
  ])('is not who holds a post that %s', async (_, term) => {
    const { personId } = await town.someoneAs('staff');
    await appoint(personId, 'ciso', term);

    await expect(postIn(personId, 'ciso', 'head-officer')).rejects.toMatchObject({
      code: 'authority.role-required',
      detail: {
        ja: '最高情報セキュリティ責任者又は統括情報セキュリティ責任者が行う必要があります。',
        en: 'It must be done by: Chief Information Security Officer or Head Information Security Officer.',
      },
      facts: { roles: ['ciso', 'head-officer'] },
    });
  });

  it('is not who has left', async () => {
    const { personId } = await town.someoneAs('ciso');
    await administrator.patch(`/v1/people/${personId}`, { endedOn: '2026-11-19' }, 1);

    await expect(postIn(personId, 'ciso')).rejects.toMatchObject({
      code: 'authority.role-required',
    });
  });

  it('is told of others than the caller too', async () => {
    const { personId } = await town.someoneAs('ciso');
    const authority = service.app.get(Authority);
    const held = (roleId: string): Promise<HeldPost | undefined> =>
      service.app
        .get(Transactor)
        .write(town, (tx) =>
          authority.heldBy(tx, town, personId, { roles: [roleId], unitId: null }),
        );

    expect(await held('ciso')).toMatchObject({ roleId: 'ciso' });
    expect(await held('head-officer')).toBeUndefined();
  });
});
