import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPack, SHIPPED_PACKS } from '../../src/policies/index.js';
import { policyCheck } from '../../src/tools/policy/check.js';
import { runCommand } from '../../src/tools/policy/command.js';
import { PackFolders } from '../policies/pack-folders.js';
import { WorkFolder } from './work-folder.js';

let work: WorkFolder;
let packs: PackFolders;

beforeEach(async () => {
  work = await WorkFolder.make();
  packs = await PackFolders.copy();
});
afterEach(async () => {
  await work.remove();
  await packs.remove();
});

describe('policy:check', () => {
  it('tells what a pack without faults holds', async () => {
    const folder = join(SHIPPED_PACKS, 'kikuyo');
    const { articles, criteria, clauses } = (await readPack(folder)).pack;
    const duties = articles.map(({ obligations }) => obligations);
    const { exitCode, text } = await work.run(policyCheck, folder);
    expect(exitCode).toBe(0);
    for (const line of [
      `条項 Articles: ${String(articles.length)}`,
      `うち義務のない条項 without duties: ${String(duties.filter((of) => of.length === 0).length)}`,
      `義務 Obligations: ${String(duties.flat().length)}`,
      `設問 Criteria: ${String(criteria.length)}`,
      `契約条項 Clauses: ${String(clauses.length)}`,
    ])
      expect(text.split('\n')).toContain(line);
    for (const part of [
      /^「菊陽町情報セキュリティポリシー」（kikuyo@.*）に誤りはありません。/,
      /^団体 Body: 菊陽町, Kikuyo Town, town, 434043$/m,
      /^ {2}section-manager（情報セキュリティ管理者）$/m,
      /^団体が選んだ文書 Chosen by the body: なし none$/m,
      /^団体が決める設定 Settings to decide: 1\n {2}authorizing-official-role（/m,
    ])
      expect(text).toMatch(part);
  });

  it('tells what a body has chosen, and of a base that it has no body', async () => {
    const { exitCode, text } = await work.run(policyCheck, join(SHIPPED_PACKS, 'common-checklist'));
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^団体 Body: なし（他のパックの土台）/m);
    expect(text).toMatch(
      /^団体が選んだ文書 Chosen by the body: 1\n {2}common-checklist（.*\n.*: \d\d+$/m,
    );
    expect(text).toMatch(/^注意はありません。/m);
  });

  it('tells what a body has to decide, with what is only proposed', async () => {
    await packs.edit('town/pack.yaml', 'default: 30', 'default: 30\n    mustDecide: true');
    const { text } = await work.run(policyCheck, packs.path('town'));
    expect(text).toMatch(
      /^団体が決める設定 .*: 1\n {2}certificate-days（消去証明書の期限、案：30）$/m,
    );
  });

  it('warns of what is allowed but seldom meant', async () => {
    await packs.edit('town/articles.yaml', 'all: [important]', 'all: [cloud], none: [cloud]');
    await packs.edit('town/pack.yaml', 'type: town', "type: burg\n  localGovernmentCode: '434044'");
    const { exitCode, text } = await work.run(policyCheck, packs.path('town'));
    expect(exitCode).toBe(0);
    for (const part of [
      /- 団体の種類「burg」は.*town, village/,
      /- 全国地方公共団体コード「434044」.*is no local government code/,
      /- 次の職務（duties）を担う役割がありません（\d+件）：staff、/,
      /- どの条項のためでもない設問（1件）：C-01 \(criteria that serve no article: 1\)/,
      /- どの条項のためでもない契約条項（1件）：erasure/,
      /- どの案件にも生じない義務（1件）：T9-2.1/,
    ])
      expect(text).toMatch(part);
  });

  it('names every fault by file and line, in both languages', async () => {
    await packs.edit('town/pack.yaml', 'default: 30', 'default: 61');
    await packs.edit('town/articles.yaml', 'roles: [manager, ciso]', 'roles: [ghost]');
    const { exitCode, text } = await work.run(policyCheck, packs.path('town'));
    expect(exitCode).toBe(1);
    expect(text.split('\n')).toEqual([
      expect.stringMatching(
        /^town\/articles.yaml:\d+ 役割「ghost」は.* \(unknown role "ghost"; it must be one of: ciso, manager\)$/,
      ),
      expect.stringMatching(/^town\/pack.yaml:\d+ 既定値が.* \(the default is outside/),
      '誤りが2件あります。 (faults: 2)',
    ]);
  });

  it('finds a shipped parent from any folder, relative to where it is called', async () => {
    await mkdir(work.path('ours'));
    await writeFile(
      work.path('ours/pack.yaml'),
      "id: ours\nversion: '1'\nextends: base@2\ntitle: { ja: 当町, en: Ours }\n",
    );
    expect(await work.run(policyCheck, './ours/')).toMatchObject({ exitCode: 0 });
  });

  it('warns of files whose name keeps them from being read', async () => {
    await writeFile(packs.path('town/more.yml'), 'not: read');
    const { exitCode, text } = await work.run(policyCheck, packs.path('town'));
    expect(exitCode).toBe(0);
    expect(text).toContain('「more.yml」は読みません');
  });

  it.each([
    ['no folder is named', [], /フォルダーを一つ指定/],
    ['two are', ['a', 'b'], /name one folder of a pack/],
    ['an option is unknown', ['--fix', 'a'], /引数が正しくありません.*--fix/],
    [
      'the folder is not there',
      ['nowhere'],
      /^フォルダー「nowhere」がありません。 \(there is no folder "nowhere"\)$/,
    ],
    ['it is a file', ['file.yaml'], /^「file.yaml」はフォルダーではありません/],
    ['a part of the path is a file', ['file.yaml/pack'], /there is no folder/],
    ['it holds no pack', ['.'], /^フォルダー「.」に pack.yaml がありません/],
  ])('says so where %s', async (_case, given, reason) => {
    await writeFile(work.path('file.yaml'), '');
    const { exitCode, text } = await work.run(policyCheck, ...given);
    expect(exitCode).toBe(2);
    expect(text).toMatch(reason);
    expect(text).not.toMatch(/^\s+at /m);
  });

  it('says so where pack.yaml is a folder, or cannot be read as text', async () => {
    await rename(packs.path('town/pack.yaml'), packs.path('town/other.yaml'));
    await mkdir(packs.path('town/pack.yaml'));
    const { exitCode, text } = await work.run(policyCheck, packs.path('town'));
    expect(exitCode).toBe(1);
    expect(text).toContain('pack.yaml is missing');
    await cp(process.execPath, packs.path('base/binary.yaml'));
    expect(await work.run(policyCheck, packs.path('base'))).toMatchObject({ exitCode: 1 });
  });

  it('helps', async () => {
    expect(await work.run(policyCheck, '--help')).toMatchObject({ exitCode: 0 });
  });
});

describe('a process that runs a command', () => {
  const { argv, exitCode, env } = process;

  afterEach(() => {
    process.argv = argv;
    process.exitCode = exitCode;
    process.env = env;
    vi.restoreAllMocks();
  });

  it('answers on the stream and with the code its callers look at', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    process.env = { ...env, INIT_CWD: packs.root };
    process.argv = ['node', 'policy-check.js', 'town'];
    await runCommand(policyCheck);
    expect(process.exitCode).toBe(0);
    expect(out).toHaveBeenCalledWith(expect.stringContaining('town@1'));
    process.argv = ['node', 'policy-check.js', 'nowhere'];
    await runCommand(policyCheck);
    expect(process.exitCode).toBe(2);
    expect(err).toHaveBeenCalledWith(expect.stringContaining('nowhere'));
  });
});
