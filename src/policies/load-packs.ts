import { fileURLToPath } from 'node:url';
import { listPackFolders, readPack } from './pack-files.js';
import type { OwnerConnection } from '../shared/persistence/data-source.js';
import { keepVersion } from './policy-versions.repository.js';

const SHIPPED = fileURLToPath(new URL('./packs', import.meta.url));

/**
 * Reads every pack of a folder and keeps each as an immutable version, on the owner's connection.
 * @throws PackInvalid, PackChangedUnderVersion: the service does not start on a pack it cannot trust
 */
export async function loadPacks(owner: OwnerConnection, root: string = SHIPPED): Promise<void> {
  for (const folder of await listPackFolders(root))
    await keepVersion(owner, await readPack(folder));
}
