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
import { isWellFormedText } from '../shared/domain/well-formed-text.js';
import type { PackPath } from './domain/pack-fault.js';
import { isRecord, type PackLayer } from './domain/pack-merge.js';
import { fileFault, type PackFileFault } from './pack-invalid.js';
import { causeOf, slipIn } from './pack-syntax.js';

/** Beyond this, what aliases expand to is taken for an attempt to exhaust memory. */
const MAX_ALIAS_COUNT = 100;

/** What stands in place of bytes that are no UTF-8, as those of a file that was saved as Shift_JIS. */
const REPLACEMENT = '\u{FFFD}';

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
  const damagedAt = text.indexOf(REPLACEMENT);
  if (damagedAt !== -1) return { faults: [noUtf8(file, text.slice(0, damagedAt))] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
    stringKeys: true,
  });
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings];
  const faults = [
    ...(problems.length > 0 ? syntaxFaults(file, text, problems, lineOf) : []),
    ...offsetsOfUnfit(document).map((offset) => unfit(file, lineOf(offset))),
  ];
  if (faults.length > 0) return { faults };
  try {
    const sections: unknown = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) ?? {};
    if (!isRecord(sections)) throw new TypeError('the file is not a mapping of sections');
    return { file, sections, lineAt: (path) => lineOf(offsetAt(document, path)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { faults: [unusable(file, lineOf(firstAlias(document)), { ja: message, en: message })] };
  }
}

function noUtf8(file: string, before: string): PackFileFault {
  return fileFault(
    file,
    before.split(/\r\n?|\n/).length,
    '文字化けしています。文字コードを UTF-8 にして保存し直してください。',
    'the file is damaged or no UTF-8; save it again as UTF-8',
  );
}

/** What neither the database nor a document can carry, as `"\0"` writes it. */
function offsetsOfUnfit(document: Document): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value !== 'string' || isWellFormedText(scalar.value)) return;
      offsets.push(startOf(scalar));
    },
  });
  return offsets;
}

function unfit(file: string, line: number): PackFileFault {
  return fileFault(
    file,
    line,
    '使えない制御文字が含まれています。',
    'the text holds control characters or lone surrogates',
  );
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
