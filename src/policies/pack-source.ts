import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';

import type { Text } from './domain/pack.js';
import type { PackPath } from './domain/pack-fault.js';
import { isRecord, type PackLayer } from './domain/pack-merge.js';
import { fileFault, type PackFileFault } from './pack-invalid.js';
import { causeOf, slipIn } from './pack-syntax.js';

/** Beyond this, what aliases expand to is taken for an attempt to exhaust memory. */
const MAX_ALIAS_COUNT = 100;

/** One YAML file of a pack, as read. */
export interface PackSource {
  /** Folder and name, e.g. `kikuyo/roles.yaml`. */
  readonly file: string;
  readonly sections: PackLayer;
  /** The line of a value, or of the nearest thing around it; counted from 1. */
  readonly lineAt: (path: PackPath) => number;
}

/** The content of a file, or why it cannot be read. */
export type ReadSource = PackSource | { readonly faults: readonly PackFileFault[] };

/** Reads the text of one pack file. An empty file gives nothing. */
export function readSource(file: string, text: string): ReadSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
    stringKeys: true,
  });
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) return { faults: syntaxFaults(file, text, problems, lineOf) };
  try {
    const sections: unknown = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) ?? {};
    if (!isRecord(sections)) throw new TypeError('the file is not a mapping of sections');
    return { file, sections, lineAt: (path) => lineOf(offsetAt(document, path)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { faults: [unusable(file, lineOf(firstAlias(document)), { ja: message, en: message })] };
  }
}

/**
 * What keeps a file from being read. After the first place where the parser stumbles it finds most
 * others wrong too, so that place alone is told, or the slips of the author that explain it.
 */
function syntaxFaults(
  file: string,
  text: string,
  problems: readonly YAMLError[],
  lineOf: (offset: number) => number,
): readonly PackFileFault[] {
  const twice = problems.filter(({ code }) => code === 'DUPLICATE_KEY');
  const [first] = problems
    .filter(({ code }) => code !== 'DUPLICATE_KEY')
    .sort((one, other) => one.pos[0] - other.pos[0]);
  const faults = twice.map(({ pos }) =>
    fileFault(file, lineOf(pos[0]), '同じ項目が二度書かれています。', 'the field is given twice'),
  );
  if (first === undefined) return faults;
  const slips = slipsIn(file, text, lineOf(first.pos[0]));
  return slips.length > 0 ? slips : [unusable(file, lineOf(first.pos[0]), causeOf(first))];
}

function slipsIn(file: string, text: string, from: number): readonly PackFileFault[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, i) => {
    const slip = i + 1 < from ? undefined : slipIn(line);
    return slip === undefined ? [] : [unusable(file, i + 1, slip)];
  });
}

function unusable(file: string, line: number, { ja, en }: Text): PackFileFault {
  return fileFault(file, line, `YAML として読めません（${ja}）。`, `not usable YAML: ${en}`);
}

/** Where a value begins; for a field, where its name does. Does not look behind an alias. */
function offsetAt(document: Document, path: PackPath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const next = child(node, step);
    if (next === undefined) break;
    ({ node, offset } = next);
  }
  return offset;
}

function child(
  parent: unknown,
  step: string | number,
): { readonly node: unknown; readonly offset: number } | undefined {
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === String(step));
    return pair && { node: pair.value, offset: startOf(pair.key) };
  }
  if (!isSeq(parent)) return undefined;
  const node = parent.items[Number(step)];
  return node === undefined ? undefined : { node, offset: startOf(node) };
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** The parser does not say which alias fails; the first is where the author starts looking. */
function firstAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias(_, alias) {
      offset = startOf(alias);
      return visit.BREAK;
    },
  });
  return offset;
}
