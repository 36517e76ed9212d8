import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf } from '../notifications/given.js';
import { TestService, type Client } from '../support/api.js';
import {
  approval,
  castOf,
  classified,
  drafted,
  judged,
  moved,
  submitted,
  type Application,
  type Cast,
  type Prepared,
} from '../support/approval.js';
import { versionOf } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';

const PLACES = '/v1/organization/allowed-places';
const TOKYO = { country: 'JP', providerRegion: 'ap-northeast-1', use: 'storage' };
const OREGON = { country: 'US', providerRegion: 'us-west-2', use: 'support-access' };
const TO_WORK = ['specified', 'selecting', 'selected', 'contracting', 'contracted', 'active'];
const BOTH = { confidentiality: 'C2', countries: ['JP', 'US'] };
const HOME = { confidentiality: 'C2', countries: ['JP'] };

let service: TestService;
let cast: Cast;
let administrator: Client;

type Placed = Prepared & { readonly application: Application };

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
  administrator = await cast.town.as('administrator');
});
beforeEach(() => allow([BOTH]));
afterAll(() => service.stop());

async function allow(items: readonly object[]): Promise<void> {
  const { body } = await administrator.get(PLACES).expect(200);
  await administrator.put(PLACES, { items }, (body as { version: number }).version).expect(200);
}

/** A classified engagement with an application for a service that handles information there. */
async function appliedIn(items: readonly object[]): Promise<Placed> {
  const prepared = await classified(service, cast);
  const { cloudServiceId } = prepared;
  await cast.manager.put(`/v1/cloud-services/${cloudServiceId}/regions`, { items }, 1).expect(200);
  await judged(cast, prepared);
  const draft = await drafted(cast.manager, prepared);
  return { ...prepared, application: await submitted(cast.department, draft) };
}

async function approvedIn(...items: readonly object[]): Promise<Placed> {
  const placed = await appliedIn(items);
  const { id, version } = placed.application;
  const url = `/v1/use-applications/${id}/decision`;
  await cast.official.decide(url, approval(cast), version).expect(200);
  return placed;
}

async function standings({ engagementId }: Prepared): Promise<string[]> {
  const rows = await service.rows<{ standing: string }>(
    'SELECT standing FROM approved_cloud_services WHERE engagement_id = $1 ORDER BY id',
    [engagementId],
  );
  return rows.map(({ standing }) => standing);
}

describe('a decision that allows fewer places', () => {
  it('voids the approvals that rest on them, tells each person, and leaves the others alone', async () => {
    const abroad = await approvedIn(TOKYO, OREGON);
    const home = await approvedIn(TOKYO);
    const versions = [
      await versionOf(cast.manager, abroad.engagementId),
      await versionOf(cast.manager, home.engagementId),
    ];
    await allow([HOME]);

    expect(await standings(abroad)).toEqual(['voided']);
    expect(await standings(home)).toEqual(['approved']);
    const { body } = await cast.manager.get(`/v1/use-applications/${abroad.application.id}`);
    expect(body).toMatchObject({ status: 'voided' });
    expect(body.voidedReason).toContain('場所');
    for (const person of [cast.manager, cast.department, cast.official]) {
      expect(await codesOf(person, abroad.engagementId)).toEqual(['use-approval.voided']);
      expect(await codesOf(person, home.engagementId)).toEqual([]);
    }
    expect(await versionOf(cast.manager, abroad.engagementId)).not.toBe(versions[0]);
    expect(await versionOf(cast.manager, home.engagementId)).toBe(versions[1]);
  });

  it('sends approvals in use to re-review once, and those of a closed engagement nowhere', async () => {
    const placed = await approvedIn(OREGON);
    await moved(cast.manager, placed.engagementId, ...TO_WORK);
    const closed = await approvedIn(OREGON);
    await service.rows(
      `UPDATE engagements SET status = 'cancelled', closed_on = '2026-11-21' WHERE id = $1`,
      [closed.engagementId],
    );
    await allow([HOME]);
    await allow([BOTH]);
    await allow([HOME]);

    expect(await standings(placed)).toEqual(['re-review']);
    expect(await codesOf(cast.official, placed.engagementId)).toEqual([
      'use-approval.under-re-review',
    ]);
    expect(await standings(closed)).toEqual(['approved']);
  });

  it.each([
    { what: 'another region of the country', items: [{ ...BOTH, providerRegions: ['us-east-1'] }] },
    { what: 'nowhere', items: [{ ...BOTH, countries: [] }] },
    { what: 'places that are undecided again', items: [] },
  ])('takes the place of a service away by allowing $what', async ({ items }) => {
    const placed = await approvedIn(OREGON);
    await allow(items);

    expect(await standings(placed)).toEqual(['voided']);
  });

  it.each([
    { what: 'the same again', items: [BOTH] },
    { what: 'more countries', items: [{ ...BOTH, countries: ['JP', 'US', 'SG'] }] },
    { what: 'the region alone', items: [{ ...BOTH, providerRegions: ['us-west-2'] }] },
    {
      what: 'fewer places of another class',
      items: [BOTH, { confidentiality: 'C3A', countries: [] }],
    },
  ])('touches nothing by allowing $what', async ({ items }) => {
    const placed = await approvedIn(OREGON);
    const version = await versionOf(cast.manager, placed.engagementId);
    await allow(items);

    expect(await standings(placed)).toEqual(['approved']);
    expect(await versionOf(cast.manager, placed.engagementId)).toBe(version);
  });

  it('that is refused leaves approvals, and tells nobody', async () => {
    await approvedIn(OREGON);
    const before = await everythingIn(service);
    await administrator.put(PLACES, { items: [HOME] }, 0).expect(412);
    await administrator.put(PLACES, { items: [{ ...HOME, confidentiality: 'C9' }] }, 1).expect(400);

    expect(await everythingIn(service)).toEqual(before);
  });

  it('makes whoever decides read what they decide on anew', async () => {
    const { application, engagementId, cloudServiceId } = await appliedIn([OREGON]);
    await allow([HOME]);
    const url = `/v1/use-applications/${application.id}/decision`;

    expect((await cast.official.decide(url, approval(cast), application.version)).status).toBe(412);
    expect(await standings({ engagementId, cloudServiceId })).toEqual([]);
  });

  it('and a decision at the same time leave no approval that rests on the earlier places', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await allow([BOTH]);
      const placed = await appliedIn([OREGON]);
      const { body } = await administrator.get(PLACES);
      const { version } = body as { version: number };
      const url = `/v1/use-applications/${placed.application.id}/decision`;
      const [decision, change] = await Promise.all([
        cast.official.decide(url, approval(cast), placed.application.version),
        administrator.put(PLACES, { items: [HOME] }, version),
      ]);

      expect(change.status).toBe(200);
      expect([200, 412]).toContain(decision.status);
      expect(await standings(placed)).toEqual(decision.status === 200 ? ['voided'] : []);
    }
  });
});
