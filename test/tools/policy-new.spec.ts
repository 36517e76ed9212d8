import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPack } from '../../src/policies/index.js';
import { policyCheck } from '../../src/tools/policy/check.js';
import { DEFAULT_PARENT } from '../../src/tools/policy/default-parent.js';
import { policyNew } from '../../src/tools/policy/new.js';
import { WorkFolder } from './work-folder.js';

const TOWN = ['--id', 'mytown', '--name', '見本町', '--name-en', 'Sample Town', '--type', 'town'];

let work: WorkFolder;

beforeEach(async () => {
  work = await WorkFolder.make();
});
afterEach(() => work.remove());

describe('policy:new', () => {
  it.each(['base@2', DEFAULT_PARENT])('makes a pack on %s that has no faults', async (parent) => {
    const { exitCode, text } = await work.run(policyNew, 'mytown', ...TOWN, '--extends', parent);
    expect(text).toContain('mytown/pack.yaml');
    expect(exitCode).toBe(0);
    expect(await work.run(policyCheck, 'mytown')).toMatchObject({ exitCode: 0 });
    const { pack } = await readPack(work.path('mytown'));
    expect(pack).toMatchObject({
      id: 'mytown',
      version: '1',
      extends: parent,
      body: { name: { ja: '見本町', en: 'Sample Town' }, type: 'town' },
      segments: [
        { id: 'my-number', admits: ['C3', 'C2', 'C1'] },
        { id: 'lgwan', admits: ['C2', 'C1'] },
        { id: 'internet', admits: ['C1'] },
      ],
    });
    expect(pack.classification.confidentiality.map(({ id }) => id)).toEqual(['C3', 'C2', 'C1']);
    expect(pack.articles.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['EXAMPLE-1', 'EXAMPLE-2']),
    );
    expect(pack.vocabulary.body).toMatchObject({ ja: '見本町' });
  });

  it('extends the common checklist unless told otherwise, in folders it makes', async () => {
    expect(await work.run(policyNew, 'our/packs/mytown', ...TOWN)).toMatchObject({ exitCode: 0 });
    const { pack } = await readPack(work.path('our/packs/mytown'));
    expect(pack.extends).toBe(DEFAULT_PARENT);
    expect(pack.documents.some(({ chosen }) => chosen === true)).toBe(true);
  });

  it('writes files an editor checks against the schema beside them', async () => {
    await work.run(policyNew, 'mytown', ...TOWN);
    const files = [...(await work.content())].filter(([name]) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(5);
    for (const [, text] of files) {
      expect(text).toMatch(/^# yaml-language-server: \$schema=pack.schema.json\n/);
    }
    expect(await work.read('mytown/pack.schema.json')).toBe(
      await readFile('src/policies/pack.schema.json', 'utf8'),
    );
  });

  it('takes a name as it is, and a code of any width', async () => {
    const name = `'見本': #町 "一"`;
    const given = ['mytown', ...TOWN, '--name', name, '--code', '４３４０４-３'];
    expect(await work.run(policyNew, ...given)).toMatchObject({ exitCode: 0 });
    const { pack } = await readPack(work.path('mytown'));
    expect(pack.body).toMatchObject({ name: { ja: name }, localGovernmentCode: '434043' });
    expect(pack.title.ja).toBe(`${name}情報セキュリティポリシー`);
  });

  it('may lie in an empty folder', async () => {
    await mkdir(work.path('mytown'));
    expect(await work.run(policyNew, 'mytown', ...TOWN)).toMatchObject({ exitCode: 0 });
  });

  it.each([
    [
      'the folder holds something',
      ['full', ...TOWN],
      /空のフォルダーではありません.*nothing was written/,
    ],
    ['it is a file', ['full/note.txt', ...TOWN], /is no empty folder/],
    ['no folder is named', TOWN, /フォルダーを一つ指定/],
    ['the id is no token', ['a', ...TOWN, '--id', '見本 町'], /^--id は.*\(--id must be/],
    ['the type is unknown', ['a', ...TOWN, '--type', 'burg'], /^--type は次のいずれかです：town, /],
    ['the code has a wrong check digit', ['a', ...TOWN, '--code', '434044'], /^--code：.*検査数字/],
    ['the name has two lines', ['a', ...TOWN, '--name', '見\n本'], /^--name は/],
    ['the name would name a word', ['a', ...TOWN, '--name-en', '{{body}}'], /^--name-en は/],
    ['the parent is no name', ['a', ...TOWN, '--extends', 'base'], /^--extends は/],
    [
      'the parent is not there',
      ['a', ...TOWN, '--extends', 'base@99'],
      /「base@99」.*neither beside/,
    ],
    [
      'the pack is there already',
      ['a', ...TOWN, '--id', 'taken'],
      /「taken@1」は「.*full」にもうあります/,
    ],
    ['an option is unknown', ['a', ...TOWN, '--force'], /引数が正しくありません/],
  ])('writes nothing where %s', async (_case, given, reason) => {
    await mkdir(work.path('full'));
    await writeFile(work.path('full/note.txt'), 'mine');
    await writeFile(work.path('full/pack.yaml'), "id: taken\nversion: '1'\n");
    const before = await work.content();
    const { exitCode, text } = await work.run(policyNew, ...given);
    expect(exitCode).toBe(2);
    expect(text).toMatch(reason);
    expect(await work.content()).toEqual(before);
  });

  it('names all that is missing at once', async () => {
    const { exitCode, text } = await work.run(policyNew);
    expect(exitCode).toBe(2);
    for (const part of ['フォルダー', '--id', '--name ', '--name-en', '--type', '使い方 Usage'])
      expect(text).toContain(part);
    expect(await work.content()).toEqual(new Map());
  });
});
