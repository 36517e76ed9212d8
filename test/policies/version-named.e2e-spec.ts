import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PolicyLibrary } from '../../src/policies/index.js';
import { NOBODY } from '../../src/shared/persistence/scope.js';
import { Transactor } from '../../src/shared/persistence/transactor.js';
import { TestService } from '../support/api.js';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
});
afterAll(() => service.stop());

async function kept(version: string): Promise<string> {
  const id = uuidv7();
  await service.rows(
    `INSERT INTO policy_versions (id, pack_id, version, content_hash, content) VALUES ($1, 'town', $2, $2, '{}')`,
    [id, version],
  );
  return id;
}

function named(name: string): Promise<string | undefined> {
  const library = service.app.get(PolicyLibrary);
  return service.app.get(Transactor).read(NOBODY, (tx) => library.versionNamed(tx, name));
}

it('names the highest version of a pack, in whatever order they were loaded', async () => {
  const tenth = await kept('1.10');
  const ninth = await kept('1.9');

  expect(await named('town')).toBe(tenth);
  expect(await named('town@1.9')).toBe(ninth);
  expect(await named('town@1.8')).toBeUndefined();

  const byMonth = await kept('2026-11');
  expect(await named('town')).toBe(byMonth);
  const corrected = await kept('2026-11.2');
  await kept('2026-9');
  expect(await named('town')).toBe(corrected);
});
