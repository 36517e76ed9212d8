import type { OwnerConnection } from '../shared/persistence/data-source.js';
import type { Text } from './domain/pack.js';
import {
  listPackFolders,
  type LoadedPack,
  readPack,
  rememberingFolders,
  SHIPPED_PACKS,
} from './pack-files.js';
import { type PackFileFault, PackInvalid } from './pack-invalid.js';
import { StartRefused } from '../shared/start-refused.js';
import { keepVersion } from './policy-versions.repository.js';

/** The packs of a body cannot be loaded beside the shipped ones. */
export class OwnPacksRefused extends StartRefused {
  constructor({ ja, en }: Text) {
    super(`${ja} (${en})`);
    this.name = 'OwnPacksRefused';
  }
}

/**
 * Reads the shipped packs and those of the body's own folder, and keeps each as an immutable
 * version, on the owner's connection. Keeps none unless all can be trusted.
 * @throws PackInvalid, OwnPacksRefused, PackChangedUnderVersion: the service does not start
 */
export async function loadPacks(owner: OwnerConnection, ownRoot?: string): Promise<void> {
  for (const pack of await readPacks(ownRoot)) await keepVersion(owner, pack);
}

/** The shipped packs and those of an own folder, each once. @throws PackInvalid, OwnPacksRefused */
export async function readPacks(ownRoot?: string): Promise<readonly LoadedPack[]> {
  const shipped = await readAll(await listPackFolders(SHIPPED_PACKS));
  if (ownRoot === undefined) return shipped.map(({ loaded }) => loaded);
  const known = new Map(shipped.map((place) => [nameOf(place), place]));
  const own = await readAll(await ownFolders(ownRoot));
  for (const place of own) {
    const name = nameOf(place);
    const other = known.get(name);
    if (other !== undefined && !isCopyOfShipped(place, other, shipped)) {
      throw givenTwice(name, other, place);
    }
    known.set(name, place);
  }
  return [...known.values()].map(({ loaded }) => loaded);
}

interface Place {
  readonly folder: string;
  readonly loaded: LoadedPack;
}

function nameOf({ loaded: { pack } }: Place): string {
  return `${pack.id}@${pack.version}`;
}

function isCopyOfShipped(place: Place, other: Place, shipped: readonly Place[]): boolean {
  return shipped.includes(other) && other.loaded.contentHash === place.loaded.contentHash;
}

function givenTwice(name: string, first: Place, second: Place): OwnPacksRefused {
  const folders = [first.folder, second.folder];
  return new OwnPacksRefused({
    ja: `パック「${name}」が二つのフォルダーにあります：${folders.join('、')}。片方の id か version を変えてください。`,
    en: `the pack "${name}" stands in two folders: ${folders.join(', ')}; change id or version of one`,
  });
}

async function ownFolders(root: string): Promise<readonly string[]> {
  const folders = await listPackFolders(root).catch((error: unknown) => {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new OwnPacksRefused({
      ja: `POLICY_PACKS_DIR のフォルダー「${root}」を読めません（${code}）。`,
      en: `the folder "${root}" of POLICY_PACKS_DIR cannot be read: ${code}`,
    });
  });
  if (folders.length > 0) return folders;
  throw new OwnPacksRefused({
    ja: `POLICY_PACKS_DIR のフォルダー「${root}」に、pack.yaml のあるフォルダーがありません。`,
    en: `no folder in "${root}" of POLICY_PACKS_DIR holds a pack.yaml`,
  });
}

/** Every fault of every pack at once. */
async function readAll(folders: readonly string[]): Promise<readonly Place[]> {
  const places: Place[] = [];
  const faults: PackFileFault[] = [];
  const read = rememberingFolders();
  for (const folder of folders) {
    try {
      places.push({ folder, loaded: await readPack(folder, read) });
    } catch (error) {
      if (!(error instanceof PackInvalid)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new PackInvalid(faults);
  return places;
}
