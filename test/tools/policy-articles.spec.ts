import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { check } from 'prettier';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { readPack } from '../../src/policies/index.js';
import { COLUMNS } from '../../src/tools/policy/article-columns.js';
import { policyArticles } from '../../src/tools/policy/articles.js';
import { policyNew } from '../../src/tools/policy/new.js';
import { WorkFolder } from './work-folder.js';

const TOWN = ['--id', 'mytown', '--name', '見本町', '--name-en', 'Sample Town', '--type', 'town'];
const IMPORTED = 'mytown/articles-imported.yaml';
const HEADER = COLUMNS.map(({ heading }) => heading.en);
const FIRST = ['B1', '９', 'security-standards', '定義', 'Definitions', '用語。', 'Words.'];
const NONE = ['定義である。', 'A definition.'];
const DUTY = [
  '団体',
  'section-manager、system-manager',
  '開始前',
  'select',
  'outsourcing',
  null,
  null,
];
const PROOF = ['record', 'build-confirmation', '記録する。', 'Record it.'];

let work: WorkFolder;

beforeEach(async () => {
  work = await WorkFolder.make();
  await work.run(policyNew, 'mytown', ...TOWN, '--extends', 'base@2');
});
afterEach(() => work.remove());

async function workbook(data: SheetData, sheet = '条項'): Promise<void> {
  await writeFile(work.path('table.xlsx'), await writeXlsxFile([{ sheet, data }]).toBuffer());
}

async function recordKind(): Promise<string> {
  const { pack } = await readPack(work.path('mytown'));
  return pack.recordKinds[0]?.id ?? '';
}

describe('policy:articles', () => {
  it('takes its own template back', async () => {
    for (const folder of [[], ['mytown']]) {
      const given = ['--template', 'table.xlsx', '--replace', ...folder];
      expect(await work.run(policyArticles, ...given)).toMatchObject({ exitCode: 0 });
    }
    const [articles, values] = await readXlsxFile(work.path('table.xlsx'));
    expect(articles?.data).toHaveLength(2);
    expect(values?.data).toContainEqual([
      '役割 / Roles',
      'section-manager',
      '情報セキュリティ管理者 / Section Information Security Manager',
    ]);
    expect(values?.data).toContainEqual([
      '条件（除く） / When none',
      'disposal',
      '機器や情報を廃棄する / Equipment or information is disposed of',
    ]);
    expect(values?.data).toContainEqual([
      '証跡の指定 / Proof of',
      'build-confirmation',
      '記録：構築時の実施状況の確認 / Record: Confirmation of the build',
    ]);
    expect(values?.data.filter(([, , meaning]) => meaning === null)).toEqual([]);
    const { exitCode, text } = await work.run(policyArticles, 'table.xlsx', 'mytown');
    expect(text).toMatch(/^1件の条項を「articles-imported.yaml」に書き込みました。/);
    expect(text).toMatch(/^条項 Articles: 3$/m);
    expect(exitCode).toBe(0);
  });

  it('writes a file of the pack that reads well', async () => {
    const proof = [...PROOF.slice(0, 1), await recordKind(), ...PROOF.slice(2)];
    await workbook([
      HEADER,
      [...FIRST, ...NONE],
      ['B2', 6, null, ...FIRST.slice(3), null, null, ...DUTY, ...proof],
      [...Array<null>(9).fill(null), ...DUTY, ...proof],
    ]);
    const { exitCode, text } = await work.run(policyArticles, 'table.xlsx', 'mytown');
    expect(text).not.toContain(':1 ');
    expect(exitCode).toBe(0);
    const written = await work.read(IMPORTED);
    expect(await check(written, { parser: 'yaml', singleQuote: true, printWidth: 100 })).toBe(true);
    const { pack } = await readPack(work.path('mytown'));
    expect(pack.articles.find(({ key }) => key === 'B2')).toMatchObject({
      label: '6',
      document: 'security-standards',
      obligations: [
        { id: 'B2.1', roles: ['section-manager', 'system-manager'], phase: 'before' },
        { id: 'B2.2', owedBy: 'body', when: { all: ['outsourcing'] } },
      ],
    });
  });

  it('reads merged cells', async () => {
    const merged = { value: 'security-standards', type: String, rowSpan: 2 } as const;
    await workbook([
      HEADER,
      [...FIRST.slice(0, 2), merged, ...FIRST.slice(3), ...NONE],
      ['B2', '１０', null, ...FIRST.slice(3), ...NONE],
    ]);
    const { exitCode } = await work.run(policyArticles, 'table.xlsx', 'mytown', '--file', 'b.yaml');
    expect(exitCode).toBe(0);
    const { pack } = await readPack(work.path('mytown'));
    expect(pack.articles.map(({ key, label }) => `${key} ${label}`)).toContain('B2 １０');
  });

  it('reads the values of formulas', async () => {
    await workbook([HEADER, ['B1', 7, ...FIRST.slice(2), ...NONE]]);
    const parts = unzipSync(await readFile(work.path('table.xlsx')));
    const sheet = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(parts[sheet] ?? new Uint8Array());
    const formula = xml.replace(/(<c r="B2"[^>]*?)( t="n")?><v>7<\/v>/, '$1><f>3+4</f><v>7</v>');
    expect(formula).not.toBe(xml);
    await writeFile(work.path('table.xlsx'), zipSync({ ...parts, [sheet]: strToU8(formula) }));
    expect(await work.run(policyArticles, 'table.xlsx', 'mytown')).toMatchObject({ exitCode: 0 });
    expect(await work.read(IMPORTED)).toContain("label: '7'");
  });

  it('writes nothing while a cell is wrong, and names all by sheet and cell', async () => {
    await workbook([HEADER, ['9(1)', ...FIRST.slice(1), ...NONE], [...FIRST.slice(0, 3)]], '表 1');
    const before = await work.content();
    const { exitCode, text } = await work.run(policyArticles, 'table.xlsx', 'mytown');
    expect(exitCode).toBe(1);
    expect(text.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '表 1!A2',
      '表 1!A3',
      '表 1!D3',
      '表 1!E3',
      '表 1!F3',
      '表 1!G3',
      '誤りが6件あります。何も書き込みませんでした。 (faults:',
    ]);
    expect(await work.content()).toEqual(before);
  });

  it('replaces what it wrote only when told', async () => {
    await workbook([HEADER, [...FIRST, ...NONE]]);
    expect(await work.run(policyArticles, 'table.xlsx', 'mytown')).toMatchObject({ exitCode: 0 });
    await workbook([HEADER, ['B3', ...FIRST.slice(1), ...NONE]]);
    const before = await work.content();
    const refused = await work.run(policyArticles, 'table.xlsx', 'mytown');
    expect(refused.exitCode).toBe(2);
    expect(refused.text).toMatch(/もうあります。.*--replace.*Nothing was written/);
    expect(await work.content()).toEqual(before);
    const replaced = await work.run(policyArticles, 'table.xlsx', 'mytown', '--replace');
    expect(replaced.exitCode).toBe(0);
    expect(await work.read(IMPORTED)).toMatch(/key: B3/);
    expect(await work.read(IMPORTED)).not.toMatch(/key: B1/);
  });

  it('tells by file and line what the rest of the pack does not know', async () => {
    const proof = [null, ...PROOF.slice(2)];
    await workbook([
      HEADER,
      [
        ...FIRST,
        null,
        null,
        '団体',
        'ghost',
        'end',
        ...Array<null>(4).fill(null),
        'audit',
        ...proof,
      ],
    ]);
    const { exitCode, text } = await work.run(policyArticles, 'table.xlsx', 'mytown');
    expect(exitCode).toBe(1);
    expect(text).toMatch(/mytown\/articles-imported.yaml:\d+ 役割「ghost」/);
  });

  it.each([
    ['the table is not there', ['no.xlsx', 'mytown'], /ファイル「.*no.xlsx」がありません/],
    ['it is no workbook', ['text.xlsx', 'mytown'], /Excel ブック（.xlsx）として読めません/],
    ['it is too large', ['large.xlsx', 'mytown'], /5MBを超えています.*larger than 5 MB/],
    [
      'the sheet is not there',
      ['table.xlsx', 'mytown', '--sheet', '表'],
      /シート「表」がありません。あるシート：条項/,
    ],
    ['the folder is not there', ['table.xlsx', 'nowhere'], /フォルダー「nowhere」がありません/],
    ['the folder is not named', ['table.xlsx'], /パックのフォルダーを指定/],
    [
      'the file would be the head',
      ['table.xlsx', 'mytown', '--file', 'pack.yaml'],
      /--file「pack.yaml」は使えません/,
    ],
    ['the file would be elsewhere', ['table.xlsx', 'mytown', '--file', '../x.yaml'], /--file/],
    ['the template is no workbook', ['--template', 'table.csv'], /\.xlsx で終えて/],
    ['the template is there', ['--template', 'table.xlsx'], /もうあります/],
  ])('writes nothing where %s', async (_case, given, reason) => {
    await workbook([HEADER, [...FIRST, ...NONE]]);
    await writeFile(work.path('text.xlsx'), 'key,label');
    await writeFile(work.path('large.xlsx'), '');
    await truncate(work.path('large.xlsx'), 5 * 1024 * 1024 + 1);
    const before = await work.content();
    const { exitCode, text } = await work.run(policyArticles, ...given);
    expect(exitCode).toBe(2);
    expect(text).toMatch(reason);
    expect(await work.content()).toEqual(before);
  });
});
