import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/policies/domain/pack.js';
import { listPackFolders, readPack } from '../../src/policies/pack-files.js';
import {
  isSelfDeclared,
  kindOf,
  provedBy,
  SCHEMES,
} from '../../src/vendors/domain/certificate-scheme.js';

const PACKS = join(import.meta.dirname, '../../src/policies/packs');
const INDEPENDENT_AUDIT = 'G-04';

let criteria: readonly Criterion[];

beforeAll(async () => {
  const folders = await listPackFolders(PACKS);
  const packs = await Promise.all(folders.map((folder) => readPack(folder)));
  criteria = packs.flatMap(({ pack }) => pack.criteria);
});

describe('what certificates can bear out', () => {
  it('are criteria of the checklist that ask for it', () => {
    const known = new Set(criteria.map(({ id, topic }) => `${id} ${topic.ja}`));
    const named = SCHEMES.flatMap(provedBy).map(({ id, topic }) => `${id} ${topic}`);

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
  });

  it('is no knock-out: certificates are taken into account, never required', () => {
    const proved = new Set(SCHEMES.flatMap(provedBy).map(({ id }) => id));

    expect(criteria.filter(({ id, knockOut }) => proved.has(id) && knockOut !== undefined)).toEqual(
      [],
    );
  });

  it('is nothing where the firm speaks for itself alone', () => {
    const alone = SCHEMES.filter(
      (scheme) => kindOf(scheme) === 'self-audit' || isSelfDeclared(scheme),
    );

    expect(alone).toEqual(['cs-silver', 'security-action-1', 'security-action-2']);
    expect(alone.flatMap(provedBy)).toEqual([]);
  });

  it('is an independent audit only where others audited', () => {
    const audited = SCHEMES.filter((scheme) =>
      provedBy(scheme).some(({ id }) => id === INDEPENDENT_AUDIT),
    );

    expect(audited).toEqual(['ismap', 'soc2-type2']);
  });
});
