import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { PackFolders } from '../../test/policies/pack-folders.js';
import { OwnPacksRefused, readPacks } from './load-packs.js';
import { SHIPPED_PACKS } from './pack-files.js';
import { PackInvalid } from './pack-invalid.js';

let packs: PackFolders;

beforeEach(async () => {
  packs = await PackFolders.copy();
  // The pack they extend is a test of its own; as `base@1` none is shipped.
  await packs.edit('town/pack.yaml', 'id: town', 'id: mytown');
});
afterEach(() => packs.remove());

async function names(root?: string): Promise<readonly string[]> {
  return (await readPacks(root)).map(({ pack }) => `${pack.id}@${pack.version}`);
}

async function refusal(root: string): Promise<Error> {
  const error: unknown = await readPacks(root).catch((reason: unknown) => reason);
  if (error instanceof Error) return error;
  throw new Error('the packs were read');
}

describe('the packs of the own folder of a body', () => {
  test('are read beside the shipped ones', async () => {
    const shipped = await names();
    expect(shipped.length).toBeGreaterThan(1);
    expect(await names(packs.root)).toEqual([...shipped, 'base@1', 'mytown@1']);
  });

  test('may hold a copy of a shipped pack', async () => {
    await cp(join(SHIPPED_PACKS, 'base'), packs.path('copy'), { recursive: true });
    const shipped = await names();
    expect(await names(packs.root)).toEqual([...shipped, 'base@1', 'mytown@1']);
  });

  test('are refused where one has the name of a shipped pack and another content', async () => {
    await cp(join(SHIPPED_PACKS, 'base'), packs.path('copy'), { recursive: true });
    await packs.write('copy/more.yaml', 'vocabulary: { firm: { ja: 業者, en: firm } }\n');
    const error = await refusal(packs.root);
    expect(error).toBeInstanceOf(OwnPacksRefused);
    expect(error.message).toMatch(
      /^パック「base@\d+」が二つのフォルダーにあります.*packs\/base.*copy/,
    );
    expect(error.message).toContain('stands in two folders');
  });

  test('are refused where two folders give the same pack', async () => {
    await cp(packs.path('town'), packs.path('village'), { recursive: true });
    const error = await refusal(packs.root);
    expect(error).toBeInstanceOf(OwnPacksRefused);
    expect(error.message).toMatch(/「mytown@1」.*town.*village/);
  });

  test('are refused with every fault of every pack', async () => {
    await packs.edit('town/pack.yaml', 'default: 30', 'default: 61');
    await packs.makeFolder('village');
    await packs.write('village/pack.yaml', 'id: village\n');
    const error = await refusal(packs.root);
    expect(error).toBeInstanceOf(PackInvalid);
    expect(error.message).toMatch(
      /town\/pack.yaml:\d+ .*\nvillage\/pack.yaml:1 .*"version" is missing/s,
    );
  });

  test('are refused where the folder is not there, or holds none', async () => {
    expect((await refusal(packs.path('nowhere'))).message).toMatch(
      /POLICY_PACKS_DIR.*nowhere.*ENOENT.*cannot be read/,
    );
    const empty = await mkdtemp(join(tmpdir(), 'no-packs-'));
    expect((await refusal(empty)).message).toMatch(/pack.yaml のあるフォルダーがありません/);
    await rm(empty, { recursive: true });
  });
});
