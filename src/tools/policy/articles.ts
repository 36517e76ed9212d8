import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { findPack, PackInvalid, readPack, SHIPPED_PACKS, type Text } from '../../policies/index.js';
import { cellName } from './article-cells.js';
import { articleFile } from './article-file.js';
import { readArticleTable } from './article-table.js';
import { readSheetOf, templateFor } from './article-workbook.js';
import { checked } from './check.js';
import { type Answer, argumentsOf, misused, Refused, sentence } from './command.js';
import { DEFAULT_PARENT } from './default-parent.js';
import { kindAt, packFolder } from './pack-folder.js';

const USAGE = `  npm run policy:articles -- <table.xlsx> <folder> [--sheet 条項] [--file articles-imported.yaml] [--replace]
  条項の表をパックのフォルダーに取り込み、確かめます。 Imports a table of articles into the pack and checks it.
  npm run policy:articles -- --template <table.xlsx> [<folder>] [--replace]
  表のひな形をつくります（フォルダーのパックの役割などが「使える値」に並びます）。 Writes an empty table for a pack.
  終了コード exit code: 0 取り込んだ imported, 1 表かパックに誤り faults, 2 実行できない not possible`;

const OPTIONS = {
  template: { type: 'boolean' },
  sheet: { type: 'string' },
  file: { type: 'string', default: 'articles-imported.yaml' },
  replace: { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const;

/** `npm run policy:articles -- <table.xlsx> <folder>` and `-- --template <table.xlsx>` */
export async function policyArticles(given: readonly string[], calledIn: string): Promise<Answer> {
  const { values, positionals } = argumentsOf(given, OPTIONS, USAGE);
  if (values.help === true) return { exitCode: 0, text: USAGE };
  const [table, folder, ...others] = positionals;
  if (table === undefined || others.length > 0) throw misused(USAGE, WHAT_TO_NAME);
  const file = resolve(calledIn, table);
  if (values.template === true) return writeTemplate(file, folder, calledIn, values.replace);
  if (folder === undefined) throw misused(USAGE, WHAT_TO_NAME);
  if (!isPackFileName(values.file)) throw misused(USAGE, badFileName(values.file));
  const into = join(await packFolder(folder, calledIn), values.file);
  if (!values.replace) await refuseExisting(into);
  return imported(file, values.sheet, into);
}

const WHAT_TO_NAME = {
  ja: '表のファイル（.xlsx）と、パックのフォルダーを指定してください。',
  en: 'name the table (.xlsx) and the folder of the pack',
};

function isPackFileName(name: string): boolean {
  return /^[^./\\][^/\\]*\.yaml$/.test(name) && name !== 'pack.yaml';
}

function badFileName(name: string): Text {
  return {
    ja: `--file「${name}」は使えません。フォルダーを含まない .yaml の名前（pack.yaml 以外）にしてください。`,
    en: `--file "${name}" must be a name that ends in .yaml, without a folder, and not pack.yaml`,
  };
}

async function refuseExisting(file: string): Promise<void> {
  if ((await kindAt(file)) === 'nothing') return;
  throw new Refused([
    {
      ja: `「${file}」はもうあります。置き換えるなら --replace を付けてください。何も書き込みませんでした。`,
      en: `"${file}" is there already; add --replace to replace it. Nothing was written`,
    },
  ]);
}

/** Nothing is written where anything in the table is wrong. */
async function imported(file: string, sheet: string | undefined, into: string): Promise<Answer> {
  const { name, grid } = await readSheetOf(file, sheet);
  const { articles, faults } = readArticleTable(grid);
  if (faults.length > 0) {
    const lines = faults
      .toSorted((a, b) => a.row - b.row || a.column - b.column)
      .map((fault) => `${name}!${cellName(fault)} ${sentence(fault.reason)}`);
    return { exitCode: 1, text: [...lines, sentence(notWritten(faults.length))].join('\n') };
  }
  await writeFile(into, articleFile(articles, `${basename(file)}、${name}`));
  const done = sentence({
    ja: `${String(articles.length)}件の条項を「${basename(into)}」に書き込みました。`,
    en: `${String(articles.length)} articles written to "${basename(into)}"`,
  });
  const { exitCode, text } = await checked(dirname(into));
  return { exitCode, text: `${done}\n\n${text}` };
}

function notWritten(count: number): Text {
  return {
    ja: `誤りが${String(count)}件あります。何も書き込みませんでした。`,
    en: `faults: ${String(count)}; nothing was written`,
  };
}

async function writeTemplate(
  file: string,
  folder: string | undefined,
  calledIn: string,
  replace: boolean,
): Promise<Answer> {
  if (!file.endsWith('.xlsx')) {
    throw new Refused([
      { ja: 'ひな形の名前は .xlsx で終えてください。', en: 'the name must end in .xlsx' },
    ]);
  }
  if (!replace) await refuseExisting(file);
  const from =
    folder === undefined
      ? await findPack(SHIPPED_PACKS, DEFAULT_PARENT)
      : await packFolder(folder, calledIn);
  try {
    const { pack } = await readPack(String(from));
    await writeFile(file, await templateFor(pack));
  } catch (error) {
    if (error instanceof PackInvalid) return { exitCode: 1, text: error.message };
    throw error;
  }
  const text = { ja: `ひな形「${file}」をつくりました。`, en: `template written: "${file}"` };
  return { exitCode: 0, text: sentence(text) };
}
