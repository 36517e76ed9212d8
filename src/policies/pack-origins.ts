import type { PackFault, PackPath } from './domain/pack-fault.js';
import { identityOf, isRecord, type PackLayer } from './domain/pack-merge.js';
import { type PackFileFault } from './pack-invalid.js';
import type { PackSource } from './pack-source.js';

/** An item of a list or a field of a mapping, one level below a section. */
export interface PackEntry {
  /** Section and id, by which entries of several files meet. */
  readonly name: string;
  /** Where it stands in its own file. */
  readonly path: readonly [section: string, step: string | number];
  readonly value: unknown;
}

/** The entries of one file that have a name. */
export function entriesOf(sections: PackLayer): readonly PackEntry[] {
  return Object.entries(sections).flatMap(([section, content]): readonly PackEntry[] => {
    if (isRecord(content)) {
      return Object.entries(content).map(([field, value]) => entry(section, field, field, value));
    }
    return Array.isArray(content) ? content.flatMap((item, i) => itemEntry(section, i, item)) : [];
  });
}

function itemEntry(section: string, index: number, item: unknown): readonly PackEntry[] {
  const identity = identityOf(item);
  return identity === undefined ? [] : [entry(section, identity, index, item)];
}

function entry(section: string, id: string, step: string | number, value: unknown): PackEntry {
  return { name: `${section}/${id}`, path: [section, step], value };
}

interface Origin {
  readonly source: PackSource;
  readonly path: PackPath;
}

/**
 * Turns faults of a merged pack into places in files: the file that gave the offending field, else
 * the last that gave the item, else the last that gave the section, else `pack.yaml`.
 */
export function placing(
  sources: readonly PackSource[],
  head: PackSource,
): (pack: PackLayer, fault: PackFault) => PackFileFault {
  const origins = originsOf(sources);
  return (pack, { path, reason }) => {
    const named = byIdentity(pack, path);
    const depth = [3, 2, 1].find((length) => origins.has(nameOf(named, length))) ?? 0;
    const origin = origins.get(nameOf(named, depth)) ?? { source: head, path: [] };
    const line = origin.source.lineAt([...origin.path, ...named.slice(depth)]);
    return { file: origin.source.file, line, reason };
  };
}

function nameOf(path: PackPath, depth: number): string {
  return path.slice(0, depth).join('/');
}

/** Parents come first, so that what a child gives is found in the child. */
function originsOf(sources: readonly PackSource[]): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const source of sources) {
    for (const section of Object.keys(source.sections)) {
      origins.set(section, { source, path: [section] });
    }
    for (const { name, path, value } of entriesOf(source.sections)) {
      origins.set(name, { source, path });
      for (const field of isRecord(value) ? Object.keys(value) : []) {
        origins.set(`${name}/${field}`, { source, path: [...path, field] });
      }
    }
  }
  return origins;
}

function byIdentity(pack: PackLayer, path: PackPath): PackPath {
  const [section, step, ...rest] = path;
  const content = section === undefined ? undefined : pack[section];
  if (!Array.isArray(content) || step === undefined) return path;
  const identity = identityOf(content[Number(step)]);
  return identity === undefined ? path : [section ?? '', identity, ...rest];
}
