import { v7 as uuidv7 } from 'uuid';
import type { OwnerConnection } from '../shared/persistence/data-source.js';
import type { LoadedPack } from './pack-files.js';
import { StartRefused } from '../shared/start-refused.js';
import { PolicyVersion } from './policy-version.entity.js';

/** Content differs from what was once loaded under the same version: history would be rewritten. */
export class PackChangedUnderVersion extends StartRefused {
  constructor(packId: string, version: string) {
    super(
      `パック「${packId}@${version}」の内容が、この版で以前に読み込んだものと違います。内容を変えたら版を上げてください。 Policy pack ${packId}@${version} is not what was loaded under this version before. Give the changed pack a new version.`,
    );
    this.name = 'PackChangedUnderVersion';
  }
}

/**
 * Keeps a pack as a version. The same content again changes nothing.
 * @throws PackChangedUnderVersion
 */
export async function keepVersion(
  owner: OwnerConnection,
  { pack, contentHash }: LoadedPack,
): Promise<void> {
  const { id: packId, version } = pack;
  await owner
    .createQueryBuilder()
    .insert()
    .into(PolicyVersion)
    .values({ id: uuidv7(), packId, version, contentHash, content: () => ':content' })
    .setParameter('content', JSON.stringify(pack))
    .orIgnore()
    .execute();
  const kept = await owner.getRepository(PolicyVersion).findOneByOrFail({ packId, version });
  if (kept.contentHash !== contentHash) throw new PackChangedUnderVersion(packId, version);
}
