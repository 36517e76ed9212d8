import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trailVerify } from '../../src/tools/trail/verify.js';
import { WorkFolder } from './work-folder.js';

let work: WorkFolder;

beforeAll(async () => {
  work = await WorkFolder.make();
});
afterAll(() => work.remove());

describe('what is no export', () => {
  it.each([
    ['is not there', ['absent.jsonl']],
    ['is not named', []],
    ['is one of two that are not there', ['a.jsonl', 'b.jsonl']],
  ])('is not judged: a file that %s', async (_, given) => {
    expect(await work.run(trailVerify, ...given)).toMatchObject({ exitCode: 2 });
  });

  it.each([
    [['absent.jsonl'], 'absent.jsonl', 'ファイルがありません'],
    [['export.jsonl', '--key', 'absent.pem'], 'absent.pem', 'ファイルがありません'],
    [['.'], '.', 'フォルダー'],
  ])('is named with what is wrong with it: %j', async (given, name, said) => {
    await writeFile(work.path('export.jsonl'), '');
    const { exitCode, text } = await work.run(trailVerify, ...given);

    expect(exitCode).toBe(2);
    expect(text).toContain(said);
    expect(text).toContain(work.path(name));
    expect(text).not.toMatch(/ENOENT|EISDIR|実行できません/);
  });

  it.each(['', '{}', 'x', '{"format":"mitodoke-trail/2"}'])('is not judged: "%s"', async (text) => {
    await writeFile(work.path('export.jsonl'), text);
    const answer = await work.run(trailVerify, 'export.jsonl');

    expect(answer.exitCode).toBe(2);
    expect(answer.text).toContain('証跡の書き出しではありません');
  });
});
