import type { Test } from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { added, bodyOf, ON, TransferDesk, TRANSFERS, type Cells } from './transfer-desk.js';

let service: TestService;
let desk: TransferDesk;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  desk = await TransferDesk.open(service);
});
afterAll(() => service.stop());

describe('transfers', () => {
  async function applied(
    rows: Cells,
    previewHash: string,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const body = { ...(await bodyOf(rows)), previewHash };
    return desk.administrator.post(TRANSFERS, body).set('Idempotency-Key', uuidv7());
  }

  async function ready(): Promise<{ rows: Cells; hash: string }> {
    const rows = await desk.filled('総務 花子', '交代', '新任 次郎', desk.address);
    rows.push(
      added(
        '統括情報セキュリティ責任者',
        null,
        '新任 次郎',
        desk.address.toUpperCase(),
        '○',
        '2027-09-30',
      ),
    );
    const { previewHash } = await desk.previewOf(rows);
    return { rows, hash: String(previewHash) };
  }

  it('end, appoint and register as previewed, with an entry for each', async () => {
    const { rows, hash } = await ready();
    const reply = await applied(rows, hash);

    expect(reply.status).toBe(201);
    const { registered } = reply.body as { registered: { id: string }[] };
    const personId = registered[0]?.id;
    expect(reply.body).toMatchObject({
      registered: [
        {
          name: '新任 次郎',
          email: desk.address,
          initialPassword: expect.any(String) as string,
        },
      ],
    });
    const posts = await desk.administrator.get(`/v1/posts?personId=${String(personId)}`);
    expect(posts.body).toMatchObject({
      items: [
        {
          roleId: 'section-manager',
          unitId: desk.town.unitId,
          validFrom: ON,
          validUntil: null,
          acting: false,
        },
        {
          roleId: 'head-officer',
          unitId: null,
          validFrom: ON,
          validUntil: '2027-09-30',
          acting: true,
        },
      ],
    });
    const old = await desk.administrator.get(`/v1/posts?personId=${desk.manager}`);
    expect(old.body).toMatchObject({ items: [{ validUntil: '2027-03-31' }] });
    const actions = await service.rows<{ action: string }>(
      `SELECT action FROM audit_trail WHERE organization_id = $1 ORDER BY id`,
      [desk.town.organizationId],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      ...[
        'person.registered',
        'post.ended',
        'post.appointed',
        'post.appointed',
        'transfer.applied',
      ],
    ]);
  });

  it('are done once for a key, and tell the passwords once', async () => {
    const { rows, hash } = await ready();
    // A workbook tells when it was written, so the one that was sent is sent again.
    const body = { ...(await bodyOf(rows)), previewHash: hash };
    const send = (): Test => desk.administrator.post(TRANSFERS, body).set('Idempotency-Key', 'k-1');
    const first = await send();
    const state = await desk.register();

    const again = await send();

    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({
      id: first.body.id,
      registered: [{ initialPassword: null }],
    });
    expect(await desk.register()).toEqual(state);
  });

  it('applied a second time are refused', async () => {
    const { rows, hash } = await ready();
    await applied(rows, hash);
    const state = await desk.register();

    const again = await applied(rows, hash);

    expect(again.body).toMatchObject({
      status: 422,
      type: 'urn:mitodoke:problem:transfer.refused',
    });
    expect(await desk.register()).toEqual(state);
  });

  it('are refused where the register changed since the preview', async () => {
    const { rows, hash } = await ready();
    await service.rows(
      `UPDATE posts SET valid_until = '2027-12-31', version = version + 1 WHERE person_id = $1`,
      [desk.manager],
    );
    const state = await desk.register();

    const reply = await applied(rows, hash);

    expect(reply.status).toBe(412);
    expect(await desk.register()).toEqual(state);
  });

  it('change nothing where an address is that of somebody in another body', async () => {
    const elsewhere = await service.town();
    const client = await elsewhere.as('administrator');
    await client.post('/v1/people', { name: '他町 職員', email: desk.address });
    const { rows, hash } = await ready();
    const state = await desk.register();

    const reply = await applied(rows, hash);

    expect(reply.status).toBe(409);
    expect(await desk.register()).toEqual(state);
  });

  it('of two at once only one is applied', async () => {
    const { rows, hash } = await ready();
    const replies = await Promise.all([applied(rows, hash), applied(rows, hash)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 422]);
  });
});
