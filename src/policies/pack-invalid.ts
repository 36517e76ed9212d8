import type { Text } from './domain/pack.js';
import { StartRefused } from '../shared/start-refused.js';

/** One fault of a pack, where its author finds it. */
export interface PackFileFault {
  /** Folder and name, e.g. `kikuyo/roles.yaml`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: Text;
}

export function fileFault(file: string, line: number, ja: string, en: string): PackFileFault {
  return { file, line, reason: { ja, en } };
}

/** A pack that cannot be used, with everything that is wrong with it, by file and line. */
export class PackInvalid extends StartRefused {
  readonly faults: readonly PackFileFault[];

  constructor(faults: readonly PackFileFault[]) {
    const sorted = inOrder(faults);
    super(sorted.map(sentence).join('\n'));
    this.name = 'PackInvalid';
    this.faults = sorted;
  }
}

function sentence({ file, line, reason }: PackFileFault): string {
  return `${file}:${String(line)} ${reason.ja} (${reason.en})`;
}

function inOrder(faults: readonly PackFileFault[]): readonly PackFileFault[] {
  const once = new Map(faults.map((fault) => [sentence(fault), fault]));
  return [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.reason.en, b.reason.en),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
