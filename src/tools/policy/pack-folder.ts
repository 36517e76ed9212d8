import { readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Text } from '../../policies/index.js';
import { Refused } from './command.js';

const HEAD = 'pack.yaml';

/** What stands at a path. */
export async function kindAt(path: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing';
    throw error;
  }
}

/** The folder of a pack as it was named on the command line. @throws Refused where there is none */
export async function packFolder(named: string, calledIn: string): Promise<string> {
  const folder = resolve(calledIn, named);
  const kind = await kindAt(folder);
  if (kind !== 'folder') throw new Refused([NO_FOLDER[kind](named)]);
  if ((await readdir(folder)).includes(HEAD)) return folder;
  throw new Refused([
    {
      ja: `フォルダー「${named}」に ${HEAD} がありません。新しいパックは npm run policy:new でつくれます。`,
      en: `the folder "${named}" has no ${HEAD}; npm run policy:new makes a new pack`,
    },
  ]);
}

const NO_FOLDER: Readonly<Record<'file' | 'nothing', (named: string) => Text>> = {
  file: (named) => ({
    ja: `「${named}」はフォルダーではありません。${HEAD} のあるフォルダーを指定してください。`,
    en: `"${named}" is no folder; name the folder that holds ${HEAD}`,
  }),
  nothing: (named) => ({
    ja: `フォルダー「${named}」がありません。`,
    en: `there is no folder "${named}"`,
  }),
};
