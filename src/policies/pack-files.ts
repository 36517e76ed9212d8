import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Pack } from './domain/pack.js';
import { deepFrozen, contentHashOf } from './frozen-content.js';
import { assemble, faultsOfFolder, HEAD, isHead } from './pack-assembly.js';
import { fileFault, type PackFileFault, PackInvalid } from './pack-invalid.js';
import { type PackSource, type ReadSource, readSource } from './pack-source.js';

const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** The folder of the packs that come with the product. */
export const SHIPPED_PACKS = fileURLToPath(new URL('./packs', import.meta.url));

/** A pack that is complete and checked. It cannot be changed. */
export interface LoadedPack {
  readonly pack: Pack;
  /**
   * SHA-256, in hex, of the merged content as JSON with sorted keys. How files are split does not
   * matter as long as the items keep their order.
   */
  readonly contentHash: string;
}

/** Files that could be read, and why others could not. */
interface ReadFiles {
  readonly sources: readonly PackSource[];
  readonly faults: readonly PackFileFault[];
  /** What is wrong in those that could be read, before they are merged with anything. */
  readonly unsound: readonly PackFileFault[];
}

type FolderReader = (folder: string) => Promise<ReadFiles>;

/** Reads each folder once, however many packs extend the one in it. */
export function rememberingFolders(): FolderReader {
  const known = new Map<string, Promise<ReadFiles>>();
  return (folder) => {
    const reading = known.get(folder) ?? readFolder(folder);
    known.set(folder, reading);
    return reading;
  };
}

/** The folders directly under a root that hold a pack, by name. */
export async function listPackFolders(root: string): Promise<readonly string[]> {
  const folders = await foldersUnder(root);
  const holdPack = await Promise.all(
    folders.map(async (folder) => (await fileNames(folder)).includes(HEAD)),
  );
  return folders.filter((_, index) => holdPack[index]);
}

async function foldersUnder(root: string): Promise<readonly string[]> {
  const names = await namesUnder(root, (found) => found.isDirectory());
  return names.map((name) => join(root, name));
}

/**
 * The names under a folder of what is of a kind, in order. Links are followed, since a mounted
 * volume shows its files as links; what begins with a dot is not meant for us.
 */
async function namesUnder(folder: string, isOne: (found: Stats) => boolean): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const found = await Promise.all(
    names.map((name) => stat(join(folder, name)).catch(() => undefined)),
  );
  return names.filter((_, index) => {
    const one = found[index];
    return one !== undefined && isOne(one);
  });
}

/**
 * The folder of the pack named `id@version` directly under a root, else among the shipped packs.
 * What cannot be read there is not the pack looked for.
 */
export async function findPack(root: string, name: string): Promise<string | undefined> {
  return (await packUnder(root, name)) ?? packUnder(SHIPPED_PACKS, name);
}

async function packUnder(root: string, name: string): Promise<string | undefined> {
  for (const folder of await foldersUnder(root).catch(() => [])) {
    const head = await readOne(folder, HEAD).catch(() => undefined);
    if (head !== undefined && 'sections' in head && packName(head) === name) return folder;
  }
  return undefined;
}

/**
 * Reads the pack in a folder, laid over the pack it extends, which stands in a folder beside it or
 * is a shipped one.
 * Throws PackInvalid with everything that is wrong in the files of both.
 */
export async function readPack(
  folder: string,
  read: FolderReader = readFolder,
): Promise<LoadedPack> {
  const layers = await readLayers(folder, [], read);
  const unread = layers.flatMap(({ faults }) => faults);
  const faults = [...unread, ...layers.flatMap(({ unsound }) => unsound)];
  const head = layers.at(-1)?.sources.find(isHead);
  // What could not be read would show again as references to nothing.
  if (unread.length > 0 || head === undefined) throw new PackInvalid(faults);
  const assembled = assemble(
    layers.flatMap(({ sources }) => sources),
    head,
  );
  const all = [...faults, ...assembled.faults];
  if (all.length > 0 || assembled.pack === undefined) throw new PackInvalid(all);
  return { pack: deepFrozen(assembled.pack), contentHash: contentHashOf(assembled.pack) };
}

/** The files of a folder after those of the packs it extends. */
async function readLayers(
  folder: string,
  descendants: readonly string[],
  read: FolderReader,
): Promise<readonly ReadFiles[]> {
  const layer = await read(folder);
  const head = layer.sources.find(isHead);
  const wanted = head?.sections.extends;
  if (head === undefined || typeof wanted !== 'string') return [layer];
  const names = [...descendants, packName(head)];
  if (names.includes(wanted)) {
    return [
      withFault(layer, head, `「${wanted}」の継承が循環しています。`, `"${wanted}" extends itself`),
    ];
  }
  const parent = await findPack(dirname(folder), wanted);
  if (parent === undefined) {
    return [
      withFault(layer, head, `継承元「${wanted}」がありません。`, `no pack "${wanted}" to extend`),
    ];
  }
  return [...(await readLayers(parent, names, read)), layer];
}

function withFault(layer: ReadFiles, head: PackSource, ja: string, en: string): ReadFiles {
  const fault = fileFault(head.file, head.lineAt(['extends']), ja, en);
  return { ...layer, faults: [...layer.faults, fault] };
}

function packName({ sections }: PackSource): string {
  return `${String(sections.id)}@${String(sections.version)}`;
}

async function readFolder(folder: string): Promise<ReadFiles> {
  const names = await fileNames(folder);
  const read = await Promise.all(names.map((name) => readOne(folder, name)));
  const missing = fileFault(
    `${basename(folder)}/${HEAD}`,
    1,
    `${HEAD} がありません。`,
    `${HEAD} is missing`,
  );
  const sources = read.flatMap((result) => ('sections' in result ? [result] : []));
  return {
    sources,
    unsound: faultsOfFolder(sources),
    faults: [
      ...(names.includes(HEAD) ? [] : [missing]),
      ...read.flatMap((result) => ('faults' in result ? result.faults : [])),
    ],
  };
}

async function fileNames(folder: string): Promise<readonly string[]> {
  const names = await namesUnder(folder, (found) => found.isFile());
  return names.filter((name) => name.endsWith('.yaml'));
}

async function readOne(folder: string, name: string): Promise<ReadSource> {
  const file = `${basename(folder)}/${name}`;
  const { size } = await stat(join(folder, name));
  if (size <= MAX_FILE_BYTES) return readSource(file, await readFile(join(folder, name), 'utf8'));
  return {
    faults: [fileFault(file, 1, 'ファイルが2MBを超えています。', 'the file is larger than 2 MB')],
  };
}
