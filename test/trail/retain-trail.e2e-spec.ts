import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AuditTrail } from '../../src/audit-trail/index.js';
import { provesConsistency, provesInclusion } from '../../src/audit-trail/domain/merkle-proof.js';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { sha256, sha256Hex } from '../../src/shared/hashing.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import type { Tx } from '../../src/shared/persistence/tx.js';
import type { Answer } from '../../src/tools/policy/command.js';
import { trailVerify } from '../../src/tools/trail/verify.js';
import { fileOf } from '../register/files.js';
import type { Client } from '../support/api.js';
import { databaseCopy, type DatabaseCopy } from '../support/database.js';
import { lightService } from '../support/engagement.js';
import { WorkFolder } from '../tools/work-folder.js';
import { archiveOf, KeptService, type Body } from './cutting.js';
import type { Sealed } from './sealing.js';

let copy: DatabaseCopy;
let work: WorkFolder;
let kept: KeptService;
let body: Body;
let whole: string[];
let checkpoints: Sealed[];
let first: string;
let second: string;

beforeAll(async () => {
  copy = await databaseCopy();
  work = await WorkFolder.make();
  kept = await KeptService.start(copy, work);
  body = await kept.bodyWithTrail(1);
  whole = await exported(body);
  const list = await reader(body).get('/v1/audit-trail/checkpoints');
  checkpoints = (list.body.items as Sealed[]).toReversed();
  first = archiveOf(body, 0, 4);
  second = archiveOf(body, 5, 8);
});
afterAll(async () => {
  await kept.stop();
  await work.remove();
  await copy.remove();
});

const reader = ({ token }: Body): Client => kept.service.clientWith(token);
const of = ({ organizationId }: Body): readonly string[] => ['--organization', organizationId];
const octets = (hash: string): Buffer => Buffer.from(hash, 'base64');

async function exported(from: Body): Promise<string[]> {
  const file = await fileOf(reader(from), '/v1/audit-trail/export');
  return file.toString('utf8').trimEnd().split('\n');
}

async function verify(lines: readonly string[], ...before: readonly string[]): Promise<Answer> {
  await writeFile(work.path('export.jsonl'), `${lines.join('\n')}\n`);
  return work.run(trailVerify, ...before, 'export.jsonl');
}

async function files(): Promise<readonly string[]> {
  return [...(await work.content()).keys()].map((path) => path.split('/').at(-1) ?? '');
}

describe('a trail that is not to be cut', () => {
  it('stays as it is, whatever is asked for, and the operator is told why', async () => {
    const forEver = await kept.bodyWithTrail(null);
    const held = await kept.bodyWithTrail(1);
    const spoiled = await kept.bodyWithTrail(1);
    const { body: planned } = await reader(held)
      .post('/v1/engagements', lightService(held))
      .expect(201);
    await kept.service.rows(`UPDATE engagements SET registered_on = '2020-04-30' WHERE id = $1`, [
      planned.id,
    ]);
    await kept.service.rows(
      `UPDATE audit_trail SET facts = '{"x":1}' WHERE organization_id = $1 AND id IN (
         SELECT entry_id FROM trail_leaves WHERE organization_id = $1 AND leaf_index = 2)`,
      [spoiled.organizationId],
    );
    const bodies = [forEver, held, spoiled, body];
    const before = await Promise.all(bodies.map((one) => kept.kinds(one)));

    const answers = await kept.keep(async (retain) => [
      await retain(),
      await retain('--organization', '0199a000-0000-7000-8000-000000000000'),
      await retain(...of(forEver)),
      await retain(...of(held)),
      await retain(...of(held), '--before', '2020-05-01'),
      await retain(...of(spoiled)),
      await retain(...of(body), '--before', '2025-04-02'),
      await retain(...of(body), '--before', '2020-05-01'),
      await retain(...of(body), '--dry-run'),
    ]);

    expect(answers.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2, 0, 2, 2, 2, 0, 0]);
    const texts = answers.map(({ text }) => text);
    expect(texts[2]).toContain('保存期間が定められていません');
    expect(texts[3]).toContain('there is nothing before 2020-04-30');
    expect(texts[4]).toContain('an engagement is open');
    expect(texts[5]).toContain('証跡 2 [');
    expect(texts[6]).toContain('2025-04-01 以後の証跡は保存期間が満了していません');
    expect(texts[7]).toContain('there is nothing before 2020-05-01');
    expect(texts[8]).toContain('rows 0 to 8 (before 2025-04-01) would be cut off');
    expect(await Promise.all(bodies.map((one) => kept.kinds(one)))).toEqual(before);
    expect((await files()).filter((name) => name.startsWith('trail-'))).toEqual([]);
  });

  it('stays whole where the operator is cut off in the middle, and is cut the next time', async () => {
    const other = await kept.bodyWithTrail(1);
    const before = await kept.kinds(other);
    const archive = archiveOf(other, 0, 8);

    const [broken, contents] = await kept.keep(async (retain, app) => {
      const append = vi.spyOn(app.get(AuditTrail), 'append');
      append.mockImplementationOnce(async (tx: Tx) => {
        if (copy.config.kind === 'embedded') throw new Error('the power went');
        await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
      });
      return [await retain(...of(other)), await work.read(archive)] as const;
    });
    expect(broken.exitCode).toBe(2);
    expect(await kept.kinds(other)).toEqual(before);

    const again = await kept.keep((retain) => retain(...of(other)));
    expect(again).toMatchObject({ exitCode: 0 });
    expect(await work.read(archive)).toBe(contents);
    expect(await verify(await exported(other), archive)).toMatchObject({ exitCode: 0 });
  });

  it('cannot be cut by the application', async () => {
    const { organizationId } = body;
    const transactor = kept.service.app.get(Transactor);
    for (const table of ['audit_trail', 'trail_leaves', 'trail_nodes', 'trail_checkpoints']) {
      const attempt = transactor.write({ organizationId }, (tx) =>
        tx.query(`DELETE FROM ${table}`),
      );
      await expect(attempt).rejects.toThrow('permission denied');
    }
  });
});

describe('a trail that was cut at a checkpoint', () => {
  let rest: string[];

  beforeAll(async () => {
    const given = [...of(body), '--before', '2021-04-01', '--operator', '情報政策課 平野'];
    const answer = await kept.keep((retain) => retain(...given));
    expect(answer).toMatchObject({ exitCode: 0 });
    expect(answer.text).toContain('証跡 0 から 4 までを切り離しました');
    rest = await exported(body);
  });

  it('has an archive that verifies alone, and is what was there before', async () => {
    const answer = await work.run(trailVerify, first);
    const lines = (await work.read(first)).trimEnd().split('\n');

    expect(answer).toMatchObject({ exitCode: 0 });
    expect(answer.text).toContain('the trail is whole: 5 rows');
    expect(lines.slice(1)).toEqual(whole.slice(1, 7));
  });

  it('tells what went by an entry of its own, which is sealed', async () => {
    const { body: page } = await reader(body).get('/v1/audit-trail').expect(200);
    const archiveSha256 = sha256Hex(await work.read(first));
    const at5 = checkpoints.find(({ treeSize }) => treeSize === 5);
    const { rootHash, sealedAt } = at5 ?? {};

    const told = page.items.find(({ action }: { action: string }) => action === 'trail.cut');
    expect(told).toMatchObject({
      action: 'trail.cut',
      personId: null,
      subjectId: body.organizationId,
      facts: {
        ...{ from: 0, treeSize: 5, rootHash, sealedAt, archiveSha256 },
        ...{ before: '2021-04-01', retentionYears: 1, operator: '情報政策課 平野' },
      },
    });
    const cutAt = told.recordedAt;
    expect(page.cut).toEqual({ before: 5, rootHash, sealedAt, cutAt, archiveSha256 });
    expect(page.items).toHaveLength(8);
    expect(rest.at(-2)).toContain('trail.cut');
  });

  it('verifies without what went, says so, and verifies together with it', async () => {
    const alone = await verify(rest);
    const together = await verify(rest, first);

    expect(alone).toMatchObject({ exitCode: 0 });
    expect(alone.text).toContain('the trail is whole: 8 rows');
    expect(alone.text).toContain('証跡 0 から 4 までは、保存期間の満了により');
    expect(together).toMatchObject({ exitCode: 0 });
    expect(together.text).toContain('the trail is whole: 13 rows');
    expect(together.text).not.toContain('切り離されています');
  });

  it('proves every entry that ever was in it, and that it only grew', async () => {
    const newest = (await reader(body).get('/v1/audit-trail/checkpoints')).body.items[0] as Sealed;
    const rows = whole.map((line) => JSON.parse(line) as Record<string, string>);
    for (const { id, index, leafHash } of rows.filter((row) => row.id !== undefined)) {
      const { body: proof } = await reader(body)
        .get(`/v1/audit-trail/${String(id)}/inclusion`)
        .expect(200);
      expect(proof).toMatchObject({ leafIndex: index, leafHash, rootHash: newest.rootHash });
      const read = { ...proof, leafHash: octets(proof.leafHash), hashes: proof.hashes.map(octets) };
      expect(provesInclusion(sha256, read, octets(newest.rootHash))).toBe(true);
    }
    for (const { treeSize, rootHash } of checkpoints.filter((one) => one.treeSize > 0)) {
      const { body: proof } = await reader(body)
        .get(`/v1/audit-trail/consistency?from=${String(treeSize)}`)
        .expect(200);
      expect(proof).toMatchObject({ fromRootHash: rootHash, toRootHash: newest.rootHash });
      const from = { treeSize, rootHash: octets(rootHash) };
      const to = { treeSize: newest.treeSize, rootHash: octets(newest.rootHash) };
      const hashes = proof.hashes.map(octets);
      expect(provesConsistency(sha256, { from, to, hashes })).toBe(true);
    }
  });

  const head = (change: (cut: Record<string, unknown>) => object): string[] => {
    const line = JSON.parse(rest[0] ?? '') as { cut: Record<string, unknown> };
    return rest.with(0, canonicalJson({ ...line, cut: change(line.cut) }));
  };
  const without = (): string[] => {
    const { cut: _, ...line } = JSON.parse(rest[0] ?? '') as Record<string, unknown>;
    return rest.with(0, canonicalJson(line));
  };

  it.each([
    ['that it was cut is not told', without, '証跡 0 が欠落'],
    ['more went than is told', () => rest.toSpliced(1, 1), '証跡 5 が欠落'],
    ['a row was altered', () => rest.with(2, rest[2]?.replace('vendor.', 'x.') ?? ''), 'altered'],
    ['a row stands twice', () => rest.toSpliced(2, 0, rest[1] ?? ''), 'inserted'],
    ['a row that went stands in it', () => rest.toSpliced(2, 0, whole[2] ?? ''), 'inserted'],
    ['rows changed places', () => swapped(rest, 1, 2), 'reordered'],
    [
      'the cut is told of another size',
      () => head((cut) => ({ ...cut, checkpoint: checkpoints.at(-1) })),
      'trail.cut',
    ],
    ['its subtrees are others', () => head((cut) => ({ ...cut, subtrees: [] })), 'trail.cut'],
    [
      'no sealed entry tells of it',
      () =>
        head((cut) => ({
          ...cut,
          marker: { ...(cut.marker as object), recordedAt: '2026-01-01T00:00:00.000Z' },
        })),
      'trail.cut',
    ],
    ['the path of the entry is another', () => head((cut) => ({ ...cut, path: [] })), 'trail.cut'],
    ['nothing is told of it', () => head(() => ({})), 'trail.cut'],
  ])('is not whole where %s', async (_, tampered, word) => {
    const { exitCode, text } = await verify(tampered());

    expect(text).toContain(word);
    expect(exitCode).toBe(1);
  });

  it('is cut again, and each archive and the rest follow one another', async () => {
    expect(await kept.keep((retain) => retain(...of(body)))).toMatchObject({ exitCode: 0 });
    const left = await exported(body);

    expect(await work.run(trailVerify, second)).toMatchObject({ exitCode: 0 });
    const all = await verify(left, second, first);
    expect(all).toMatchObject({ exitCode: 0 });
    expect(all.text).toContain('the trail is whole: 14 rows');
    const gap = await verify(left, first);
    expect(gap.exitCode).toBe(1);
    expect(gap.text).toContain('rows 5 to 8 are missing');
    const { body: page } = await reader(body).get('/v1/audit-trail').expect(200);
    expect(page.cut.before).toBe(9);
    const archived = (await work.read(second)).trimEnd().split('\n');
    expect(archived.slice(1)).toEqual(whole.slice(7, 12));
  });
});

function swapped(lines: readonly string[], a: number, b: number): string[] {
  return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
}
