import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import {
  approval,
  approved,
  castOf,
  drafted,
  judged,
  moved,
  submitted,
  type Cast,
} from '../support/approval.js';
import { statesOf, versionOf } from '../support/engagement.js';

let service: TestService;
let cast: Cast;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
});
afterAll(() => service.stop());

const MORE = {
  name: '予約履歴',
  confidentiality: 'C2',
  integrity: 'I1',
  availability: 'A1',
  personalInformation: true,
  specificPersonalInformation: false,
};
const TO_WORK = ['specified', 'selecting', 'selected', 'contracting', 'contracted', 'active'];

async function change(engagementId: string): Promise<void> {
  const version = await versionOf(cast.manager, engagementId);
  const reply = await cast.manager.decide(
    `/v1/engagements/${engagementId}/data-items`,
    MORE,
    version,
  );
  if (reply.status !== 201) throw new Error(reply.text);
}

function standing(engagementId: string): Promise<{ standing: string }[]> {
  return service.rows(
    'SELECT standing FROM approved_cloud_services WHERE engagement_id = $1 ORDER BY id',
    [engagementId],
  );
}

describe('a change of what was approved', () => {
  it('voids the approval before go-live and opens its duties again', async () => {
    const { application, engagementId } = await approved(service, cast);
    await change(engagementId);

    const { body } = await cast.manager.get(`/v1/use-applications/${application.id}`);
    expect(body).toMatchObject({ status: 'voided' });
    expect(body.voidedReason).toContain('承認の根拠とした内容が変わった');
    expect(await standing(engagementId)).toEqual([{ standing: 'voided' }]);
    const states = await statesOf(cast.manager, engagementId);
    expect([states.get('K9-2-5b'), states.get('K9-2-5c')]).toEqual(['open', 'open']);
    expect(
      await service.rows(
        `SELECT 1 FROM audit_trail WHERE subject_id = $1 AND action = 'use-application.voided'`,
        [application.id],
      ),
    ).toHaveLength(1);
  });

  it('of the title alone leaves the approval as it is', async () => {
    const { application, engagementId } = await approved(service, cast);
    const version = await versionOf(cast.manager, engagementId);
    await cast.manager.patch(`/v1/engagements/${engagementId}`, { title: '改題' }, version);

    const { body } = await cast.manager.get(`/v1/use-applications/${application.id}`);
    expect(body).toMatchObject({ status: 'approved' });
  });

  it('of the trust judgement voids it too', async () => {
    const prepared = await approved(service, cast);
    await judged(cast, prepared, 'not-trustworthy');

    expect(await standing(prepared.engagementId)).toEqual([{ standing: 'voided' }]);
  });

  it('sends the approval to re-review after go-live, with use going on', async () => {
    const { application, engagementId } = await approved(service, cast);
    await moved(cast.manager, engagementId, ...TO_WORK);
    await change(engagementId);
    await change(engagementId);

    expect(await standing(engagementId)).toEqual([{ standing: 're-review' }]);
    const { body } = await cast.manager.get(`/v1/use-applications/${application.id}`);
    expect(body).toMatchObject({ status: 'approved' });
    expect((await statesOf(cast.manager, engagementId)).get('K9-2-5b')).toBe('met');
    expect(
      await service.rows(
        `SELECT t.facts->>'useContinues' AS continues FROM audit_trail t
         JOIN approved_cloud_services s ON s.id = t.subject_id
         WHERE s.engagement_id = $1 AND t.action = 'cloud-service-entry.sent-to-re-review'`,
        [engagementId],
      ),
    ).toEqual([{ continues: 'true' }]);
  });

  it('is settled by a new approval, which takes the place of the first', async () => {
    const prepared = await approved(service, cast);
    await moved(cast.manager, prepared.engagementId, ...TO_WORK);
    await change(prepared.engagementId);
    const next = await submitted(cast.department, await drafted(cast.manager, prepared));
    const url = `/v1/use-applications/${next.id}/decision`;
    const reply = await cast.official.decide(url, approval(cast), next.version);

    expect(reply.status).toBe(200);
    expect(await standing(prepared.engagementId)).toEqual([
      { standing: 'voided' },
      { standing: 'approved' },
    ]);
    const first = await cast.manager.get(`/v1/use-applications/${prepared.application.id}`);
    expect(first.body).toMatchObject({ status: 'voided' });
    expect((await statesOf(cast.manager, prepared.engagementId)).get('K9-2-5c')).toBe('met');
  });
});
