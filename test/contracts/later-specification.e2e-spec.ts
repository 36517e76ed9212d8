import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { sha256Hex } from '../../src/shared/hashing.js';
import { toldOf } from '../notifications/given.js';
import { TestService } from '../support/api.js';
import {
  approval,
  castOf,
  classified,
  drafted,
  judged,
  submitted,
  type Cast,
  type Prepared,
} from '../support/approval.js';
import { assessed, panelOf, selected, type Candidate, type Panel } from '../support/assessing.js';
import { specified } from '../support/contracting.js';
import { plan, residentService } from '../support/engagement.js';
import { stateOf, trailOf } from '../support/operation.js';
import { othersProven } from '../assessments/given.js';
import { givenCertificate, givenCloudService, givenVendor } from '../vendors/given.js';

let service: TestService;
let cast: Cast;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await castOf(service);
  panel = await panelOf(cast.town);
});
afterAll(() => service.stop());

interface Selected extends Prepared {
  readonly selectionId: string;
}

const SELECTED = 'K9-1-2a-3';

/** Specified where the test says so, then selected. */
async function selectedOn(specifications: number): Promise<Selected> {
  const { id: engagementId } = await plan(cast.manager, residentService(cast.town));
  for (let at = 0; at < specifications; at += 1) await confirmed(engagementId);
  await othersProven(service, panel, engagementId);
  const vendorId = await givenVendor(cast.manager);
  await givenCertificate(cast.manager, vendorId);
  const cloudServiceId = await givenCloudService(cast.manager, vendorId);
  const candidate: Candidate = { vendorId, cloudServiceId };
  const assessment = await assessed(panel, engagementId, candidate);
  await selected(panel, engagementId, assessment);
  const { body } = await cast.manager.get(`/v1/engagements/${engagementId}/selection`);
  return { engagementId, cloudServiceId, selectionId: (body as { id: string }).id };
}

/** The next version of the specification is confirmed. */
function confirmed(engagementId: string): Promise<unknown> {
  const { town, manager, department } = cast;
  return specified({ town, manager, department, ciso: manager }, engagementId);
}

async function selectionOf({ engagementId }: Selected): Promise<Record<string, unknown>> {
  const { body } = await cast.manager.get(`/v1/engagements/${engagementId}/selection`);
  return body as Record<string, unknown>;
}

describe('a later version of the specification', () => {
  it('ends the selection that was made on the version before', async () => {
    const work = await selectedOn(1);
    const before = await selectionOf(work);
    await confirmed(work.engagementId);

    expect(await selectionOf(work)).toMatchObject({
      ...{ id: work.selectionId, contentHash: before.contentHash, voidedOn: '2026-11-20' },
      voidedReason: expect.stringContaining('選定の根拠とした内容が変わった') as string,
    });
    expect(await stateOf(cast.manager, work.engagementId, SELECTED)).toBe('open');
    expect(await trailOf(service, work.selectionId)).toEqual([
      ...['obligation.discharged', 'selection.decided'],
      ...['proof.voided', 'selection.voided', 'notice.sent'],
    ]);
    expect(await toldOf(service, work.engagementId, 'selection.voided')).not.toEqual([]);
  });

  it('sends it to re-review once the work has begun', async () => {
    const work = await selectedOn(1);
    await service.rows(`UPDATE engagements SET status = 'active' WHERE id = $1`, [
      work.engagementId,
    ]);
    await confirmed(work.engagementId);

    expect(await selectionOf(work)).toMatchObject({
      ...{ reReviewSince: '2026-11-20', voidedOn: null },
    });
    expect(await stateOf(cast.manager, work.engagementId, SELECTED)).toBe('met');
    const told = await toldOf(service, work.engagementId, 'selection.under-re-review');
    expect(told).not.toEqual([]);
  });

  it('leaves a selection as it is that was made on none', async () => {
    const work = await selectedOn(0);
    await confirmed(work.engagementId);

    expect(await selectionOf(work)).toMatchObject({ voidedOn: null, reReviewSince: null });
  });

  it('leaves a selection as it is whose hash is from before it named the specification', async () => {
    const work = await selectedOn(1);
    const { body } = await cast.manager.get(`/v1/engagements/${work.engagementId}`);
    const { facts, kinds, segment } = body as Record<'facts' | 'kinds', string[]> & {
      segment: string;
    };
    const { outcomeId, vendorId, cloudServiceId } = await selectionOf(work);
    const sorted = { facts: facts.toSorted(), kinds: kinds.toSorted(), segment };
    const landed = canonicalJson({ ...sorted, outcomeId, vendorId, cloudServiceId });
    await service.rows('UPDATE selections SET content_hash = $2 WHERE id = $1', [
      work.selectionId,
      sha256Hex(landed),
    ]);
    await confirmed(work.engagementId);

    expect(await selectionOf(work)).toMatchObject({ voidedOn: null, reReviewSince: null });
  });

  it('voids the approval of use that rests on the version before', async () => {
    const work = await classified(service, cast);
    await confirmed(work.engagementId);
    await judged(cast, work);
    const application = await submitted(cast.department, await drafted(cast.manager, work));
    const url = `/v1/use-applications/${application.id}`;
    await cast.official.decide(`${url}/decision`, approval(cast), application.version).expect(200);
    await confirmed(work.engagementId);

    expect((await cast.manager.get(url)).body).toMatchObject({ status: 'voided' });
    expect(await toldOf(service, work.engagementId, 'use-approval.voided')).not.toEqual([]);
  });

  it('that is only drafted changes nothing', async () => {
    const work = await selectedOn(1);
    const url = `/v1/engagements/${work.engagementId}/specifications`;
    await cast.manager.post(url, { title: '第２版' }).expect(201);

    expect(await selectionOf(work)).toMatchObject({ voidedOn: null });
  });
});
