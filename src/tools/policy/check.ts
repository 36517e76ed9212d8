import { readdir } from 'node:fs/promises';
import { PackInvalid, readPack } from '../../policies/index.js';
import { type Answer, argumentsOf, misused, sentence } from './command.js';
import { packFolder } from './pack-folder.js';
import { summaryOf } from './summary.js';

const USAGE = `  npm run policy:check <folder>
  パックのフォルダーを読み、誤りをすべて「ファイル:行」で示します。誤りがなければ内容のまとめを示します。
  Reads the pack in a folder and names every fault by file and line, or tells what the pack holds.
  終了コード exit code: 0 誤りなし no fault, 1 誤りあり faults, 2 実行できない not possible`;

/** `npm run policy:check <folder>` */
export async function policyCheck(given: readonly string[], calledIn: string): Promise<Answer> {
  const { values, positionals } = argumentsOf(given, { help: { type: 'boolean' } }, USAGE);
  if (values.help === true) return { exitCode: 0, text: USAGE };
  const [named, ...others] = positionals;
  if (named === undefined || others.length > 0) {
    throw misused(USAGE, {
      ja: 'パックのフォルダーを一つ指定してください。',
      en: 'name one folder of a pack',
    });
  }
  return checked(await packFolder(named, calledIn));
}

/** What is wrong with the pack in a folder, or what it holds. */
export async function checked(folder: string): Promise<Answer> {
  const passedOver = await unreadNotice(folder);
  try {
    const { pack } = await readPack(folder);
    return { exitCode: 0, text: [summaryOf(pack), ...passedOver].join('\n') };
  } catch (error) {
    if (!(error instanceof PackInvalid)) throw error;
    const { length } = error.faults;
    const total = { ja: `誤りが${String(length)}件あります。`, en: `faults: ${String(length)}` };
    return { exitCode: 1, text: [error.message, ...passedOver, sentence(total)].join('\n') };
  }
}

/** Files an author may take for a part of the pack. */
async function unreadNotice(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter(
    (name) => /\.(ya?ml)$/i.test(name) && !name.endsWith('.yaml'),
  );
  return names.map((name) =>
    sentence({
      ja: `注意：「${name}」は読みません。拡張子を .yaml にしてください。`,
      en: `warning: "${name}" is not read; its name must end in .yaml`,
    }),
  );
}
