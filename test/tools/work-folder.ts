import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOf, type Answer, type Command } from '../../src/tools/policy/command.js';

/** A throw-away folder that commands are called in. */
export class WorkFolder {
  private constructor(readonly root: string) {}

  static async make(): Promise<WorkFolder> {
    return new WorkFolder(await mkdtemp(join(tmpdir(), 'work-')));
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true });
  }

  path(name: string): string {
    return join(this.root, name);
  }

  read(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8');
  }

  /** Answers a command line that was typed in this folder. */
  run(command: Command, ...given: readonly string[]): Promise<Answer> {
    return answerOf(command, given, this.root);
  }

  /** Every file below by name, with its content: equal to a later one where nothing was written. */
  async content(): Promise<ReadonlyMap<string, string>> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true });
    const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
    // A folder is no text, but it counts.
    const texts = await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')));
    return new Map(files.map((file, i) => [file, texts[i] ?? '']));
  }
}
