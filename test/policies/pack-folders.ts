import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'vitest';

import { readPack } from '../../src/policies/pack-files.js';
import { type PackFileFault, PackInvalid } from '../../src/policies/pack-invalid.js';

const FIXTURES = join(import.meta.dirname, 'fixtures/packs');

/** A throw-away copy of the fixture packs: `town` extends `base`. */
export class PackFolders {
  private constructor(readonly root: string) {}

  static async copy(): Promise<PackFolders> {
    const root = await mkdtemp(join(tmpdir(), 'packs-'));
    await cp(FIXTURES, root, { recursive: true });
    return new PackFolders(root);
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true });
  }

  path(name: string): string {
    return join(this.root, name);
  }

  read(file: string): Promise<string> {
    return readFile(this.path(file), 'utf8');
  }

  write(file: string, text: string | Uint8Array): Promise<void> {
    return writeFile(this.path(file), text);
  }

  async makeFolder(name: string): Promise<void> {
    await mkdir(this.path(name));
  }

  rename(file: string, to: string): Promise<void> {
    return rename(this.path(file), this.path(to));
  }

  /** Replaces a text that stands once in a file. */
  async edit(file: string, from: string, to: string): Promise<void> {
    const parts = (await this.read(file)).split(from);
    expect(parts, `"${from}" stands once in ${file}`).toHaveLength(2);
    await this.write(file, parts.join(to));
  }

  /** The line of the last place where a text stands. */
  async lineOf(file: string, text: string): Promise<number> {
    const content = await this.read(file);
    expect(content).toContain(text);
    return content.slice(0, content.lastIndexOf(text)).split('\n').length;
  }

  /** What is wrong with a pack that must not be readable. */
  async faultsOf(folder: string): Promise<readonly PackFileFault[]> {
    const error: unknown = await readPack(this.path(folder)).catch((reason: unknown) => reason);
    if (error instanceof PackInvalid) return error.faults;
    throw new Error(`${folder} did not fail as a pack`, { cause: error });
  }
}
