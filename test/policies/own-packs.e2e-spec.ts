import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaWith } from '../../src/schema.js';
import { openDatabase } from '../../src/shared/persistence/database.js';
import { databaseCopy, ownerRows, type DatabaseCopy } from '../support/database.js';
import { PackFolders } from './pack-folders.js';

interface Version {
  readonly pack_id: string;
  readonly version: string;
}

/** A start of the service on a database that stays between two of them. */
async function start(
  { config }: DatabaseCopy,
  policyPacks: string | undefined,
): Promise<readonly string[]> {
  const database = await openDatabase(config, schemaWith(policyPacks));
  try {
    const rows = await ownerRows<Version>(database, 'SELECT pack_id, version FROM policy_versions');
    return rows.map((row) => `${row.pack_id}@${row.version}`).sort();
  } finally {
    await database.close();
  }
}

describe('a start with packs of the own folder', () => {
  let packs: PackFolders;
  let copy: DatabaseCopy;

  beforeEach(async () => {
    packs = await PackFolders.copy();
    copy = await databaseCopy();
  });
  afterEach(async () => {
    await packs.remove();
    await copy.remove();
  });

  it('keeps them beside the shipped ones, and is refused when one changed under its version', async () => {
    const shipped = await start(copy, undefined);
    expect(await start(copy, packs.root)).toEqual([...shipped, 'base@1', 'town@1'].sort());
    await packs.edit('town/pack.yaml', 'default: 30', 'default: 29');
    await expect(start(copy, packs.root)).rejects.toThrow(
      /パック「town@1」の内容が.*版を上げてください。.*new version/,
    );
    await packs.edit('town/pack.yaml', "version: '1'", "version: '2'");
    expect(await start(copy, packs.root)).toContain('town@2');
  });

  it('keeps none of them where one is refused', async () => {
    const shipped = await start(copy, undefined);
    await packs.edit('town/pack.yaml', 'default: 30', 'default: 61');
    await expect(start(copy, packs.root)).rejects.toThrow(/^town\/pack.yaml:\d+ /);
    expect(await start(copy, undefined)).toEqual(shipped);
  });
});
