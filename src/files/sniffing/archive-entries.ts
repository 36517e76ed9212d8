import { openPromise } from 'yauzl';
import { MOST_ENTRIES, type ArchiveEntry } from '../domain/archive-content.js';

/**
 * The directory of a ZIP archive, cut behind the first entry that is one too many; undefined where it is broken.
 * Nothing is unpacked.
 */
export async function archiveEntries(path: string): Promise<ArchiveEntry[] | undefined> {
  return readDirectory(path).catch(() => undefined);
}

async function readDirectory(path: string): Promise<ArchiveEntry[]> {
  const archive = await openPromise(path, { lazyEntries: true });
  const entries: ArchiveEntry[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      const { fileName: name, uncompressedSize } = entry;
      entries.push({ name, uncompressedSize, isEncrypted: entry.isEncrypted() });
      if (entries.length > MOST_ENTRIES) break;
    }
  } finally {
    archive.close();
  }
  return entries;
}
