import type { BucketConfig, FilesConfig } from '../shared/config/config.js';

/** Where evidence files are kept and what is asked of them, as the modules are given it. */
export abstract class FilesSettings implements FilesConfig {
  abstract readonly folder: string;
  abstract readonly bucket: BucketConfig | undefined;
  abstract readonly maxBytes: number;
  abstract readonly scanner: FilesConfig['scanner'];
}
