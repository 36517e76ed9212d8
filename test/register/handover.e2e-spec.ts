import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { column, xlsxRows } from './files.js';

const HANDOVER = '/v1/register/handover';

interface Open {
  readonly kind: string;
  readonly count: number;
  readonly items: { readonly engagementId: string }[];
}

let service: TestService;
let town: Town;
let administrator: Client;
let manager: { client: Client; personId: string };

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  service.itIs('2026-11-20');
  town = await service.town();
  administrator = await town.as('administrator');
  manager = await town.someoneAs('section-manager');
});
afterAll(() => service.stop());

async function openOf(personId: string): Promise<Open[]> {
  const reply = await administrator.get(`${HANDOVER}?personId=${personId}`);
  expect(reply.status, reply.text).toBe(200);
  const [post] = (reply.body as { posts: { open: Open[] }[] }).posts;
  return post?.open ?? [];
}

/** A section manager of a unit of its own, beside or above the one of the engagement. */
async function managerElsewhere(isAbove: boolean): Promise<string> {
  const unitId = uuidv7();
  const at = [town.organizationId, unitId];
  await service.rows(
    `INSERT INTO org_units (organization_id, id, name) VALUES ($1, $2, '企画部')`,
    at,
  );
  if (isAbove) {
    const text = `UPDATE org_units SET parent_id = $2 WHERE organization_id = $1 AND id = $3`;
    await service.rows(text, [...at, town.unitId]);
  }
  const { personId } = await town.someoneAs('section-manager');
  const text = `UPDATE posts SET unit_id = $2 WHERE organization_id = $1 AND person_id = $3`;
  await service.rows(text, [...at, personId]);
  return personId;
}

describe('a handover list', () => {
  it('of a section manager has the unproven obligations of the section', async () => {
    const { id } = await plan(manager.client, residentService(town));

    const [obligations, ...others] = await openOf(manager.personId);

    expect(obligations).toMatchObject({ kind: 'obligation', count: expect.any(Number) as number });
    expect(obligations?.count).toBeGreaterThan(0);
    expect(obligations?.items.every(({ engagementId }) => engagementId === id)).toBe(true);
    expect(others).toEqual([]);
  });

  it('has what lies in units below, and nothing of others', async () => {
    await plan(manager.client, residentService(town));

    expect(await openOf(await managerElsewhere(false))).toEqual([]);
    expect(await openOf(await managerElsewhere(true))).toMatchObject([{ kind: 'obligation' }]);
  });

  it('has what waits for who decides for the whole body, whatever their unit', async () => {
    const { id } = await plan(manager.client, residentService(town));
    const exceptionId = uuidv7();
    await service.rows(
      `INSERT INTO policy_exceptions (organization_id, id, engagement_id, version, kind, status, articles, reason,
         alternative_measure, residual_risk, from_on, until_on, requested_by, requested_on)
       VALUES ($1, $2, $3, 1, 'ordinary', 'applied', '{}', '理由', '代替', '残存', '2026-11-20', '2026-12-20', $4, '2026-11-20')`,
      [town.organizationId, exceptionId, id, manager.personId],
    );
    const { personId } = await town.someoneAs('ciso');

    expect(await openOf(personId)).toContainEqual(
      expect.objectContaining({
        kind: 'exception-to-decide',
        count: 1,
        items: [expect.objectContaining({ id: exceptionId, dueOn: '2026-12-20' })],
      }),
    );
    expect((await openOf(manager.personId)).map(({ kind }) => kind)).not.toContain(
      'exception-to-decide',
    );
  });

  it('is made of the posts that end on the day before, also as a file', async () => {
    await plan(manager.client, residentService(town));
    const at = `${HANDOVER}?on=2027-04-01`;
    expect((await administrator.get(at)).body).toMatchObject({ asOf: '2026-11-20', posts: [] });
    await service.rows(`UPDATE posts SET valid_until = '2027-03-31' WHERE person_id = $1`, [
      manager.personId,
    ]);

    const reply = await administrator.get(at);
    const rows = await xlsxRows(administrator, `${at}&format=xlsx`);

    expect(reply.body).toMatchObject({
      posts: [
        { roleLabel: '情報セキュリティ管理者', unitName: '総務課', validUntil: '2027-03-31' },
      ],
    });
    expect(new Set(column(rows, '種別'))).toEqual(new Set(['未充足の義務']));
    expect(new Set(column(rows, '案件'))).toEqual(new Set(['窓口予約システムの導入及び運用']));
  });

  it('asks whose it is to be, and tells nothing of another body', async () => {
    expect((await administrator.get(HANDOVER)).status).toBe(400);
    const stranger = await (await service.town()).as('administrator');
    const reply = await stranger.get(`${HANDOVER}?personId=${manager.personId}`);
    expect(reply.body).toMatchObject({ posts: [] });
  });
});
