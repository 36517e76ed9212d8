import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrailSealingRound } from '../../src/audit-trail/index.js';
import { openedNote } from '../../src/audit-trail/signed-note.js';
import { sha256, sha256Hex } from '../../src/shared/hashing.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';
import { naiveRoot } from './merkle-examples.js';
import { leavesOf, record, recordMany, seal } from './sealing.js';

let service: TestService;
let town: Town;
let administrator: Client;
let clerk: Client;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  town = await service.town();
  administrator = await town.as('administrator');
  clerk = await town.as('section-manager');
});
afterAll(() => service.stop());

function waiting(): Promise<unknown[]> {
  return service.rows('SELECT * FROM unsealed_entries WHERE organization_id = $1', [
    town.organizationId,
  ]);
}

describe('sealing the trail', () => {
  it('gives every row a number in the order they were made, and signs the root over them', async () => {
    await record(clerk, 3);
    const first = await seal(administrator);
    await record(clerk, 2);
    const second = await seal(administrator);

    const leaves = await leavesOf(service, town);
    const entries = await service.rows<{ id: string }>(
      'SELECT id FROM audit_trail WHERE organization_id = $1 ORDER BY id',
      [town.organizationId],
    );
    expect([first.treeSize, second.treeSize]).toEqual([3, 5]);
    expect(leaves.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(leaves.map(({ entryId }) => entryId)).toEqual(entries.map(({ id }) => id));
    const rootOf = (size: number): string =>
      Buffer.from(naiveRoot(leaves.slice(0, size).map(({ hash }) => hash))).toString('base64');
    expect([first.rootHash, second.rootHash]).toEqual([rootOf(3), rootOf(5)]);
    expect(await waiting()).toEqual([]);
  });

  it('signs a text that names the trail, its size, its root and the time', async () => {
    await record(clerk, 1);
    const { note, publicKey, keyId, rootHash, sealedAt } = await seal(administrator);
    const spki = Buffer.from(publicKey, 'base64');
    const key = createPublicKey({ key: spki, type: 'spki', format: 'der' });
    const origin = `mitodoke/trail/${town.organizationId}`;

    expect(keyId).toBe(sha256Hex(spki));
    expect(openedNote(note, origin, key)).toBe(`${origin}\n1\n${rootHash}\nsealed ${sealedAt}\n`);
    expect(openedNote(note.replace('\n1\n', '\n2\n'), origin, key)).toBeUndefined();
  });

  it('signs an empty trail too, and the same state only once', async () => {
    const empty = await seal(administrator);
    expect(empty).toMatchObject({ treeSize: 0, rootHash: sha256().toString('base64') });
    expect(await seal(administrator)).toEqual(empty);

    await record(clerk, 1);
    const one = await seal(administrator);
    expect(await seal(administrator)).toEqual(one);
  });

  it('answers a repeated request with the first checkpoint', async () => {
    await record(clerk, 1);
    const post = () =>
      administrator.post('/v1/audit-trail/checkpoints').set('Idempotency-Key', 'seal-1');
    const first = await post();
    await record(clerk, 1);

    expect((await post()).body).toEqual(first.body);
  });

  it('is for administrators and auditors; reading also for the officers above', async () => {
    const auditor = await town.as('auditor');
    const ciso = await town.as('ciso');
    await auditor.post('/v1/audit-trail/checkpoints').expect(201);
    await ciso.post('/v1/audit-trail/checkpoints').expect(403);
    await ciso.get('/v1/audit-trail/checkpoints').expect(200);
    await clerk.get('/v1/audit-trail/checkpoints').expect(403);
  });

  it('gives one sequence without gaps when many seal while rows are written', async () => {
    const writing = Array.from({ length: 12 }, () => record(clerk, 2));
    const sealing = Array.from({ length: 8 }, () => seal(administrator));
    await Promise.all([...writing, ...sealing]);
    const last = await seal(administrator);

    const leaves = await leavesOf(service, town);
    expect(leaves.map(({ index }) => index)).toEqual(Array.from({ length: 24 }, (_, i) => i));
    expect(new Set(leaves.map(({ entryId }) => entryId)).size).toBe(24);
    expect(last.treeSize).toBe(24);
    expect(last.rootHash).toBe(
      Buffer.from(naiveRoot(leaves.map(({ hash }) => hash))).toString('base64'),
    );
  });

  it('loses no row that was made early and committed late', async () => {
    await record(clerk, 2);
    await seal(administrator);
    const made = '00000000-0000-7000-8000-000000000001';
    await service.rows(
      `WITH entry AS (
         INSERT INTO audit_trail (organization_id, id, recorded_at, roles, action, subject_kind, subject_id, facts)
         VALUES ($1, $2, '2020-01-01T00:00:00Z', '{}', 'vendor.registered', 'vendor', $2, '{}') RETURNING organization_id, id)
       INSERT INTO unsealed_entries SELECT * FROM entry`,
      [town.organizationId, made],
    );

    expect((await seal(administrator)).treeSize).toBe(3);
    expect((await leavesOf(service, town)).at(-1)?.entryId).toBe(made);
  });

  it('takes a bounded batch at a time, and all of them in a round', async () => {
    await recordMany(service, town, 10_001);

    expect((await seal(administrator)).treeSize).toBe(5_000);
    await service.app.get(TrailSealingRound).run();

    const { items } = (await administrator.get('/v1/audit-trail/checkpoints')).body;
    expect(items.map(({ treeSize }: { treeSize: number }) => treeSize)).toEqual([
      10_001, 10_000, 5_000,
    ]);
  });

  it('seals what waits in every organization in a round', async () => {
    const other = await service.town();
    await record(clerk, 2);
    await record(await other.as('section-manager'), 1);

    await service.app.get(TrailSealingRound).run();

    expect(await leavesOf(service, town)).toHaveLength(2);
    expect(await leavesOf(service, other)).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it('lists checkpoints newest first, page by page', async () => {
    for (let i = 0; i < 3; i += 1) {
      await record(clerk, 1);
      await seal(administrator);
    }

    const url = '/v1/audit-trail/checkpoints?limit=2';
    const first = (await administrator.get(url)).body;
    const second = (await administrator.get(`${url}&after=${String(first.nextCursor)}`)).body;

    const sizes = [first, second].map(({ items }) =>
      (items as { treeSize: number }[]).map(({ treeSize }) => treeSize),
    );
    expect(second.nextCursor).toBeNull();
    expect(sizes).toEqual([[3, 2], [1]]);
  });

  it.each(['trail_leaves', 'trail_nodes', 'trail_checkpoints', 'audit_trail'])(
    'leaves nothing in %s that the service could change or delete',
    async (table) => {
      await record(clerk, 2);
      await seal(administrator);
      const transactor = service.app.get(Transactor);
      const changes = [
        `UPDATE ${table} SET organization_id = organization_id`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ];

      for (const change of changes) {
        const attempt = transactor.write(town, (tx) => tx.query(change));
        await expect(attempt).rejects.toMatchObject({ code: '42501' });
      }
    },
  );

  it('happens by itself once the process has told how often', async () => {
    await record(clerk, 2);
    service.app.get(TrailSealingRound).every(20);

    await vi.waitFor(async () => {
      expect(await leavesOf(service, town)).toHaveLength(2);
    }, 10_000);
  });
});
