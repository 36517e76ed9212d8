import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where the text of a key is to be found. */
export interface KeySource {
  /** The text itself or the path of its file; undefined where the service makes one of its own. */
  readonly configured: string | undefined;
  readonly isText: (configured: string) => boolean;
  /** Path of the one of its own. */
  readonly ownFile: string;
  readonly make: () => string;
}

/**
 * The text of a key: the configured one, or one of its own that is made in the data folder at the
 * first start and readable by its user alone. Empty where the configured file cannot be read.
 */
export async function keyText(source: KeySource): Promise<string> {
  const { configured, ownFile, make } = source;
  if (configured === undefined) return ownKey(ownFile, make);
  if (source.isText(configured)) return configured;
  return readFile(configured, 'utf8').catch(() => '');
}

/** Two first starts at once agree on the key of the one that wrote first. */
async function ownKey(path: string, make: () => string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  await mkdir(dirname(path), { recursive: true });
  const whole = `${path}.${randomUUID()}`;
  await writeFile(whole, make(), { mode: 0o600, flag: 'wx' });
  // A link appears at once and with its content, or not at all.
  await link(whole, path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await unlink(whole);
  return readFile(path, 'utf8');
}
