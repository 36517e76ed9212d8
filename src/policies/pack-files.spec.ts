import { symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';

import { PackFolders } from '../../test/policies/pack-folders.js';
import { listPackFolders, readPack, SHIPPED_PACKS } from './pack-files.js';

let packs: PackFolders;

beforeEach(async () => {
  packs = await PackFolders.copy();
});

afterEach(() => packs.remove());

async function parsed(file: string): Promise<Record<string, unknown>> {
  return parse(await packs.read(file)) as Record<string, unknown>;
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('pack folders', () => {
  test('are the folders that hold a pack.yaml', async () => {
    await packs.makeFolder('notes');
    await packs.write('notes/words.yaml', '');
    await packs.write('pack.yaml', '');
    expect(await listPackFolders(packs.root)).toEqual([packs.path('base'), packs.path('town')]);
  });

  test('may hold links to their files, as a mounted volume does', async () => {
    const expected = await readPack(packs.path('town'));
    await packs.makeFolder('town/..data');
    await packs.rename('town/articles.yaml', 'town/..data/articles.yaml');
    await symlink('..data/articles.yaml', packs.path('town/articles.yaml'));
    await symlink('nowhere.yaml', packs.path('town/lost.yaml'));

    expect(await readPack(packs.path('town'))).toEqual(expected);
  });
});

describe('a pack file', () => {
  test('is refused at its first line that is not UTF-8, as where it was saved as Shift_JIS', async () => {
    const head = '# in Shift_JIS\nsettings: [] # ';
    await packs.write('town/more.yaml', Buffer.from([...Buffer.from(head), 0x92, 0xac]));

    const faults = await packs.faultsOf('town');

    expect(faults).toMatchObject([{ file: 'town/more.yaml', line: 2 }]);
    expect(faults[0]?.reason.ja).toContain('UTF-8');
  });

  test('may begin with a byte order mark', async () => {
    const expected = await readPack(packs.path('town'));
    await packs.write('town/pack.yaml', `\u{FEFF}${await packs.read('town/pack.yaml')}`);

    expect(await readPack(packs.path('town'))).toEqual(expected);
  });
});

describe('a pack', () => {
  test('is its own content laid over what it extends', async () => {
    const { pack } = await readPack(packs.path('town'));
    expect(pack).toMatchObject({ id: 'town', version: '1', title: { en: 'Sample town' } });
    expect(pack.roles.map(({ id }) => id)).toEqual(['ciso', 'manager']);
    expect(pack.settings[0]).toMatchObject({ id: 'certificate-days', maximum: 60, default: 30 });
  });

  test('may extend a shipped pack that does not stand beside it', async () => {
    const { pack: shipped } = await readPack(join(SHIPPED_PACKS, 'base'));
    const name = `${shipped.id}@${shipped.version}`;
    await packs.makeFolder('far');
    await packs.write(
      'far/pack.yaml',
      `id: far\nversion: '1'\nextends: ${name}\ntitle: { ja: 遠, en: Far }\n`,
    );
    const { pack } = await readPack(packs.path('far'));
    expect(pack.criteria).toEqual(shipped.criteria);
    // One beside it of the same name wins.
    await packs.edit('base/pack.yaml', "version: '1'", `version: '${shipped.version}'`);
    expect((await readPack(packs.path('far'))).pack.criteria.map(({ id }) => id)).toEqual(['C-01']);
  });

  test('does not mind what stands beside it', async () => {
    await packs.makeFolder('aside');
    await packs.write('aside/pack.yaml', '{');
    await expect(readPack(packs.path('town'))).resolves.toBeDefined();
  });

  test('has every section, given or not', async () => {
    const { pack } = await readPack(packs.path('base'));
    expect(pack).toMatchObject({ articles: [], documents: [], classification: { integrity: [] } });
  });

  test('may leave the marks in its conditions to the bodies that extend it', async () => {
    await packs.edit('base/pack.yaml', '[cloud, classified]', '[cloud, anything]');
    await expect(readPack(packs.path('base'))).resolves.toBeDefined();
    await expect(readPack(packs.path('town'))).rejects.toThrow('unknown fact "anything"');
  });

  test('has its obligations filled in', async () => {
    const { pack } = await readPack(packs.path('town'));
    const obligations = pack.articles.flatMap((article) => article.obligations);
    expect(obligations.map(({ id, article, when }) => [id, article, when])).toEqual([
      ['T9-1', 'T9-1', {}],
      ['T9-2.1', 'T9-2', { all: ['important'] }],
      ['T9-2.2', 'T9-2', { none: ['outside-segment'] }],
    ]);
  });

  test('cannot be changed', async () => {
    const { pack } = await readPack(packs.path('town'));
    expect(() => Object.assign(pack, { id: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(pack.articles[0]?.title ?? {}, { ja: 'x' })).toThrow(TypeError);
    expect(() => (pack.articles[1]?.obligations[1]?.roles as string[]).push('x')).toThrow(
      TypeError,
    );
  });

  test('may use anchors, within limits', async () => {
    await packs.edit('town/articles.yaml', '[manager, ciso]', '&both [manager, ciso]');
    await packs.edit('town/articles.yaml', 'recipientRoles: [manager]', 'recipientRoles: *both');
    const { pack } = await readPack(packs.path('town'));
    expect(pack.reports[0]?.recipientRoles).toEqual(['manager', 'ciso']);
  });
});

describe('the content hash', () => {
  const hash = async (name = 'town'): Promise<string> =>
    (await readPack(packs.path(name))).contentHash;

  test('is a SHA-256 in hex', async () => {
    expect(await hash()).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not depend on the order of keys', async () => {
    const before = await hash();
    await packs.write(
      'town/articles.yaml',
      stringify(reversed(await parsed('town/articles.yaml'))),
    );
    expect(await hash()).toBe(before);
  });

  test('does not depend on how sections and lists are split over files', async () => {
    const before = await hash();
    const { articles, ...rest } = await parsed('town/articles.yaml');
    const [first, ...others] = articles as unknown[];
    await packs.write('town/a.yaml', stringify({ ...rest, articles: [first] }));
    await packs.write('town/articles.yaml', stringify({ articles: others }));
    expect(await hash()).toBe(before);
  });

  test('depends on the order of items, which is the order people read them in', async () => {
    const before = await hash();
    const { articles, ...rest } = await parsed('town/articles.yaml');
    await packs.write(
      'town/articles.yaml',
      stringify({ ...rest, articles: (articles as unknown[]).reverse() }),
    );
    expect(await hash()).not.toBe(before);
  });

  test('changes with any content, of the pack or of what it extends', async () => {
    const before = await hash();
    await packs.edit('base/pack.yaml', 'reviewers: 2', 'reviewers: 3');
    const after = await hash();
    expect(after).not.toBe(before);
    await packs.edit('town/articles.yaml', '契約に条項を加える。', '契約に条項を入れる。');
    expect(await hash()).not.toBe(after);
  });
});
