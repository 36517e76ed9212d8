import { TrailSigningKey, trailSigningKey } from './audit-trail/index.js';
import { readConfig, type Config, type FilesConfig } from './shared/config/config.js';
import { PublicUrl } from './shared/config/public-url.js';
import type { HttpOptions } from './shared/http/http-options.js';
import { SecretBox, secretBox } from './shared/secrets/secret-box.js';

/** What a service is given beside its database. */
export interface Equipment {
  readonly signingKey: TrailSigningKey;
  readonly secretBox: SecretBox;
  readonly publicUrl: PublicUrl;
  readonly http: HttpOptions;
  readonly files: FilesConfig;
}

/** What is configured, and where nothing is, keys of its own that are kept. @throws StartRefused */
export async function equipmentOf(config: Config): Promise<Equipment> {
  return {
    signingKey: await trailSigningKey(config),
    secretBox: await secretBox(config),
    publicUrl: new PublicUrl(config.publicUrl),
    http: config.http,
    files: config.files,
  };
}

/** With new keys that nobody keeps, for what ends with the process. */
export function passingEquipment(): Equipment {
  const { publicUrl, http, files } = readConfig({});
  return {
    signingKey: TrailSigningKey.made(),
    secretBox: SecretBox.made(),
    publicUrl: new PublicUrl(publicUrl),
    http,
    files,
  };
}
