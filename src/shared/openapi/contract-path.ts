import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the committed contract is, from the sources and from the build alike. */
export function contractPath(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'openapi', 'openapi.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return join(folder, 'openapi', 'openapi.json');
}
