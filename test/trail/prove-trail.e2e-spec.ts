import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provesConsistency, provesInclusion } from '../../src/audit-trail/domain/merkle-proof.js';
import { leafHash } from '../../src/audit-trail/domain/merkle-tree.js';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { sha256 } from '../../src/shared/hashing.js';
import { TestService, type Client } from '../support/api.js';
import type { Town } from '../support/town.js';
import { leavesOf, record, seal, type Sealed } from './sealing.js';

const SIZES = [1, 4, 7, 11];

let service: TestService;
let town: Town;
let auditor: Client;
let clerk: Client;
let checkpoints: Sealed[];
/** Entries of the trail, oldest first. */
let entries: string[];

beforeAll(async () => {
  service = await TestService.start();
  town = await service.town();
  auditor = await town.as('auditor');
  clerk = await town.as('section-manager');
  checkpoints = [];
  for (const [at, size] of SIZES.entries()) {
    await record(clerk, size - (SIZES[at - 1] ?? 0));
    checkpoints.push(await seal(auditor));
  }
  entries = (await leavesOf(service, town)).map(({ entryId }) => entryId);
});
afterAll(() => service.stop());

const octets = (hash: string): Buffer => Buffer.from(hash, 'base64');
const inclusionPath = (id: string): string => `/v1/audit-trail/${id}/inclusion`;

describe('the proof that an entry is sealed', () => {
  it('leads from every entry as it is listed to every checkpoint that has it', async () => {
    const { items } = (await auditor.get('/v1/audit-trail?limit=200')).body;
    for (const [index, id] of entries.entries()) {
      const entry = items.find((item: { id: string }) => item.id === id) as object;
      const leaf = canonicalJson({ organizationId: town.organizationId, index, ...entry });
      for (const { treeSize, rootHash } of checkpoints.filter((of) => of.treeSize > index)) {
        const { body } = await auditor.get(`${inclusionPath(id)}?treeSize=${String(treeSize)}`);

        expect(body).toMatchObject({ leafIndex: index, treeSize, rootHash });
        expect(body.leafHash).toBe(
          Buffer.from(leafHash(sha256, Buffer.from(leaf))).toString('base64'),
        );
        const proof = { ...body, leafHash: octets(body.leafHash), hashes: body.hashes.map(octets) };
        expect(provesInclusion(sha256, proof, octets(rootHash))).toBe(true);
      }
    }
  });

  it('is of the newest checkpoint where no size is given', async () => {
    const { body } = await auditor.get(inclusionPath(entries[0] ?? '')).expect(200);

    expect(body.treeSize).toBe(11);
  });

  it.each([
    ['is not in a tree that small', 4, 4],
    ['is in no tree of a size that never was', 0, 12],
  ])('is refused where the entry %s', async (_, index, treeSize) => {
    const url = `${inclusionPath(entries[index] ?? '')}?treeSize=${String(treeSize)}`;
    const { body } = await auditor.get(url).expect(422);

    expect(body).toMatchObject({
      type: 'urn:mitodoke:problem:trail.tree-size-unfit',
      facts: { least: index + 1, most: 11 },
    });
  });

  it('is refused while the entry waits', async () => {
    const other = await service.town();
    await record(await other.as('section-manager'), 1);
    const reader = await other.as('auditor');
    const { items } = (await reader.get('/v1/audit-trail')).body;

    const { body } = await reader.get(inclusionPath(String(items[0].id))).expect(409);

    expect(body.type).toBe('urn:mitodoke:problem:trail.not-sealed');
  });

  it('tells another organization no more of an entry than of none', async () => {
    const stranger = await (await service.town()).as('auditor');
    const theirs = await stranger.get(inclusionPath(entries[0] ?? '')).expect(404);
    const none = await stranger.get(inclusionPath(uuidv7())).expect(404);

    expect(theirs.body.detail).toBe(none.body.detail);
    expect((await stranger.get('/v1/audit-trail/checkpoints')).body.items).toEqual([]);
    await stranger.get('/v1/audit-trail/consistency?from=1').expect(422);
  });
});

describe('the proof that the trail only grew', () => {
  it('leads from every checkpoint to every later one', async () => {
    for (const from of checkpoints) {
      for (const to of checkpoints.filter((of) => of.treeSize >= from.treeSize)) {
        const query = `from=${String(from.treeSize)}&to=${String(to.treeSize)}`;
        const { body } = await auditor.get(`/v1/audit-trail/consistency?${query}`).expect(200);

        expect(body).toMatchObject({ fromRootHash: from.rootHash, toRootHash: to.rootHash });
        const proof = {
          from: { treeSize: from.treeSize, rootHash: octets(from.rootHash) },
          to: { treeSize: to.treeSize, rootHash: octets(to.rootHash) },
          hashes: body.hashes.map(octets),
        };
        expect(provesConsistency(sha256, proof)).toBe(true);
      }
    }
  });

  it.each(['from=5&to=4', 'from=12', 'from=1&to=12'])('is refused for %s', async (query) => {
    const { body } = await auditor.get(`/v1/audit-trail/consistency?${query}`).expect(422);

    expect(body.type).toBe('urn:mitodoke:problem:trail.tree-size-unfit');
  });

  it.each(['', 'from=0', 'from=x', 'from=1&to=1.5'])(
    'is refused as input for "%s"',
    async (query) => {
      await auditor.get(`/v1/audit-trail/consistency?${query}`).expect(400);
    },
  );
});
