import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { sha256Hex } from '../../src/shared/hashing.js';
import { TestService } from '../support/api.js';
import {
  answered,
  concluded,
  criteriaOf,
  handedIn,
  panelOf,
  reviewed,
  selected,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import { versionOf } from '../support/engagement.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { othersProven, outsourcing, planned, vendorOf } from './given.js';
import { assessmentRead, CLOSES, first, opened, proceduresOf } from './procedures.js';

let service: TestService;
let town: Town;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  panel = await panelOf(town);
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

describe('a selection procedure', () => {
  it('asks every candidate the same by the same day, whenever it is invited', async () => {
    const { engagementId, procedure, assessments } = await opened({ town, panel }, 'proposal', [
      '株式会社甲',
      '株式会社乙',
    ]);
    const administrator = await town.as('administrator');
    const url = '/v1/organization/settings/score-suitable';
    const { version } = (await administrator.get(url)).body as { version: number };
    const changed = await administrator.put(url, { value: '0.95' }, version);

    const late = await vendorOf(panel.clerk, '株式会社丙');
    const invite = `/v1/selection-procedures/${procedure.id}/candidates`;
    const reply = await panel.clerk.decide(invite, late, procedure.version);
    await administrator.put(url, { value: '0.80' }, changed.body.version as number);

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ status: 'open', version: 2, closesOn: CLOSES });
    const third = reply.body.candidates[2] as { assessmentId: string; dueOn: string };
    expect(third.dueOn).toBe(CLOSES);
    expect(await assessmentRead(panel, third.assessmentId)).toMatchObject({
      ...{ procedureId: procedure.id, method: 'proposal', thresholds: { suitable: '0.80' } },
    });
    const asked = await criteriaOf(panel.clerk, first(assessments).id);
    expect(await criteriaOf(panel.clerk, third.assessmentId)).toEqual(asked);
    const checklist = await panel.clerk.get(`/v1/selection-procedures/${procedure.id}/checklist`);
    const { thresholds, criteria } = checklist.body as { thresholds: object; criteria: object[] };
    expect(checklist.body).toMatchObject({ publishesPoints: true });
    expect(criteria).toHaveLength(asked.length);
    expect(sha256Hex(canonicalJson({ thresholds, criteria }))).toBe(procedure.checklistHash);
    expect(await trailOf(service, procedure.id)).toEqual([
      'selection-procedure.opened',
      'selection-procedure.candidate-invited',
    ]);
    const list = await panel.clerk.get(`/v1/engagements/${engagementId}/selection-procedures`);
    expect(list.body.items).toEqual([reply.body]);
  });

  it('is one at a time, and while it runs nobody is asked beside it', async () => {
    const { engagementId, procedure } = await opened({ town, panel }, 'tender');
    const other = await vendorOf(panel.clerk, '株式会社別');
    const alone = { ...other, dueOn: CLOSES };
    const replies = [
      await panel.clerk.post(`/v1/engagements/${engagementId}/assessments`, alone),
      await panel.clerk.post(`/v1/engagements/${engagementId}/selection-procedures`, {
        ...{ method: 'tender', closesOn: CLOSES },
      }),
    ];

    for (const reply of replies) {
      expect(reply.status).toBe(409);
      expect(reply.body).toMatchObject({
        type: 'urn:mitodoke:problem:selection-procedure.under-way',
        facts: { procedureId: procedure.id },
      });
    }
    expect(await proceduresOf(service, engagementId)).toHaveLength(1);
    expect(
      (await panel.clerk.get(`/v1/engagements/${engagementId}/assessments`)).body.items,
    ).toHaveLength(1);
  });

  it.each([
    ['without the reason for no competition', { method: 'negotiated' }, '#/reason'],
    ['that closes in the past', { method: 'tender', closesOn: '2026-11-19' }, '#/closesOn'],
    [
      'that is light and a tender',
      { method: 'tender', light: true, estimatedAmount: '1' },
      '#/light',
    ],
    [
      'with a service nobody asked for',
      {
        candidates: [
          {
            vendorId: '01900000-0000-7000-8000-000000000000',
            cloudServiceId: '01900000-0000-7000-8000-000000000000',
          },
        ],
      },
      '#/candidates/0/cloudServiceId',
    ],
  ])('is not opened %s', async (_, given, pointer) => {
    const engagementId = await planned(panel.clerk, outsourcing(town));
    const reply = await panel.clerk.post(`/v1/engagements/${engagementId}/selection-procedures`, {
      ...{ method: 'proposal', closesOn: CLOSES },
      ...given,
    });

    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].pointer).toBe(pointer);
    expect(await proceduresOf(service, engagementId)).toEqual([]);
  });

  it('leaves nothing behind where one of the candidates cannot be asked', async () => {
    const engagementId = await planned(panel.clerk, outsourcing(town));
    const known = await vendorOf(panel.clerk, '株式会社有');
    const reply = await panel.clerk.post(`/v1/engagements/${engagementId}/selection-procedures`, {
      ...{ method: 'proposal', closesOn: CLOSES },
      candidates: [known, { vendorId: '01900000-0000-7000-8000-000000000000' }],
    });

    expect(reply.status).toBe(400);
    expect(await proceduresOf(service, engagementId)).toEqual([]);
  });

  it('gives every candidate more time alike, before the last day only', async () => {
    const { procedure, assessments } = await opened({ town, panel }, 'tender', [
      '株式会社甲',
      '株式会社乙',
    ]);
    const url = `/v1/selection-procedures/${procedure.id}/extension`;
    const earlier = { closesOn: CLOSES, reason: '質問が多いため' };
    const refused = await panel.clerk.decide(url, earlier, procedure.version);
    const body = { closesOn: '2026-12-10', reason: '質問が多いため' };
    const reply = await panel.clerk.decide(url, body, procedure.version);

    expect(refused.body.errors[0].pointer).toBe('#/closesOn');
    expect(reply.body).toMatchObject({ closesOn: '2026-12-10', version: 2 });
    for (const { id } of assessments) {
      expect(await assessmentRead(panel, id)).toMatchObject({ dueOn: '2026-12-10' });
    }
    service.itIs('2026-12-11');
    const late = await panel.clerk.decide(url, { ...body, closesOn: '2026-12-20' }, 2);
    expect(late.body).toMatchObject({
      type: 'urn:mitodoke:problem:selection-procedure.wrong-status',
    });
    expect(await assessmentRead(panel, first(assessments).id)).toMatchObject({
      dueOn: '2026-12-10',
    });
  });

  it('that is extended leaves a longer day to who was asked again', async () => {
    const { procedure, assessments } = await opened({ town, panel }, 'negotiated');
    const { id } = first(assessments);
    await handedIn(panel, await answered(panel, first(assessments)));
    const { version } = await concluded(panel, await assessmentRead(panel, id));
    const again = { reason: '体制の変更のため', dueOn: '2026-12-31', criteria: ['G-01'] };
    await panel.clerk.decide(`/v1/assessments/${id}/reopening`, again, version).expect(200);
    const url = `/v1/selection-procedures/${procedure.id}/extension`;
    const body = { closesOn: '2026-12-10', reason: '候補者を加えるため' };
    await panel.clerk.decide(url, body, procedure.version).expect(200);

    expect(await assessmentRead(panel, id)).toMatchObject({ dueOn: '2026-12-31' });
  });

  it('is closed before its last day only when all have handed in', async () => {
    const { procedure, assessments } = await opened({ town, panel }, 'tender', [
      '株式会社甲',
      '株式会社乙',
    ]);
    const [one, other] = assessments as [Assessment, Assessment];
    await handedIn(panel, await answered(panel, one));
    const url = `/v1/selection-procedures/${procedure.id}/closing`;
    const refused = await panel.clerk.decide(url, {}, procedure.version);
    expect(refused.body).toMatchObject({
      type: 'urn:mitodoke:problem:selection-procedure.candidates-still-answer',
      facts: { assessmentIds: [other.id] },
    });
    await panel.clerk.decide(
      `/v1/assessments/${other.id}/withdrawal`,
      { reason: '辞退' },
      other.version,
    );

    const reply = await panel.clerk.decide(url, {}, procedure.version);

    expect(reply.body).toMatchObject({ status: 'closed', closedOn: '2026-11-20' });
    const invite = `/v1/selection-procedures/${procedure.id}/candidates`;
    const more = await panel.clerk.decide(invite, await vendorOf(panel.clerk, '株式会社遅'), 2);
    expect(more.status).toBe(422);
    expect(await reviewed(first(panel.reviewers), one)).toMatchObject({ status: 'concluded' });
  });

  it('can be given up, which ends its assessments and lets another begin', async () => {
    const { engagementId, procedure, assessments } = await opened({ town, panel }, 'tender');
    const url = `/v1/selection-procedures/${procedure.id}/cancellation`;
    const reply = await panel.clerk.decide(url, { reason: '不調のため' }, procedure.version);

    expect(reply.body).toMatchObject({ status: 'cancelled', cancelledReason: '不調のため' });
    expect(await assessmentRead(panel, first(assessments).id)).toMatchObject({
      status: 'withdrawn',
    });
    const next = await panel.clerk.post(`/v1/engagements/${engagementId}/selection-procedures`, {
      ...{ method: 'negotiated', closesOn: CLOSES, reason: '入札が不調に終わったため。' },
      candidates: [await vendorOf(panel.clerk, '株式会社次')],
    });
    expect(next.status).toBe(201);
    expect((await panel.clerk.decide(url, { reason: '再度' }, 2)).status).toBe(422);
  });
});

describe('a selection', () => {
  it('is by the method in which the candidate was asked, and concludes the procedure', async () => {
    const { engagementId, procedure, assessments } = await opened({ town, panel }, 'negotiated');
    const { id } = first(assessments);
    await handedIn(panel, await answered(panel, first(assessments)));
    await concluded(panel, await assessmentRead(panel, id));
    await othersProven(service, panel, engagementId);
    const url = `/v1/engagements/${engagementId}/selection`;
    const body = { assessmentId: id, reasons: '唯一の候補者のため。' };
    const version = await versionOf(panel.decider, engagementId);
    const other = await panel.decider.decide(url, { ...body, method: 'tender' }, version);
    expect(other.body.errors).toMatchObject([{ pointer: '#/method' }]);

    const reply = await panel.decider.decide(url, body, version);

    expect(reply.body).toMatchObject({ method: 'negotiated' });
    const shown = await panel.clerk.get(`/v1/selection-procedures/${procedure.id}`);
    expect(shown.body).toMatchObject({ status: 'concluded' });
    const cancel = `/v1/selection-procedures/${procedure.id}/cancellation`;
    const refused = await panel.clerk.decide(cancel, { reason: '中止' }, procedure.version);
    expect(refused.status).toBe(422);
  });

  it('that falls after another procedure began leaves only that one under way', async () => {
    const { engagementId, assessments } = await opened({ town, panel }, 'negotiated');
    const { id } = first(assessments);
    await handedIn(panel, await answered(panel, first(assessments)));
    await concluded(panel, await assessmentRead(panel, id));
    await othersProven(service, panel, engagementId);
    await selected(panel, engagementId, { id });
    const url = `/v1/engagements/${engagementId}/selection-procedures`;
    await panel.clerk.post(url, { method: 'tender', closesOn: CLOSES }).expect(201);
    const withdrawal = `/v1/assessments/${id}/withdrawal`;
    const { version } = await assessmentRead(panel, id);
    await panel.clerk.decide(withdrawal, { reason: '辞退' }, version).expect(200);

    expect((await panel.clerk.get(url)).body.items).toMatchObject([
      { status: 'concluded' },
      { status: 'open' },
    ]);
  });
});
