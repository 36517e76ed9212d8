import { pointerToken } from './json-pointer.js';

/** How large a parsed JSON value may be before anything else looks at it. */
export interface JsonLimits {
  /** Objects and arrays inside each other, the outermost counted as 1. */
  readonly maxDepth: number;
  /** Values of any kind, the outermost included. */
  readonly maxNodes: number;
}

export interface JsonFault {
  /**
   * Where it is, as a JSON pointer (RFC 6901). The fault of a key is told at the object that holds
   * it, since the key itself may not be fit to be written.
   */
  readonly pointer: string;
  readonly reason:
    'too-deep' | 'too-many-nodes' | 'malformed-text' | 'vast-number' | 'forbidden-key';
}

interface Node {
  readonly value: unknown;
  readonly depth: number;
  readonly held?: { readonly by: Node; readonly key: string };
}

/** The characters that PostgreSQL, JSON and the XML of documents all carry (XML 1.0, section 2.2). */
const WELL_FORMED = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

/**
 * Keys by which a JSON value could reach into the prototypes of the program, and the others that
 * every object has: whoever looks a key up in a plain object finds these as if they were declared.
 */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether a text is free of NUL, of control characters but tab and line ends, and of lone surrogates. */
export function isWellFormedText(text: string): boolean {
  return WELL_FORMED.test(text);
}

/** The first fault of a parsed JSON value in the order of its text, or undefined where it has none. */
export function findJsonFault(root: unknown, limits: JsonLimits): JsonFault | undefined {
  return isFit(root, limits) ? undefined : locate(root, limits);
}

/** Whether a value has no fault. Nearly all have none, so where one would be is not kept track of. */
function isFit(root: unknown, { maxDepth, maxNodes }: JsonLimits): boolean {
  const pending = [{ value: root, depth: 1 }];
  let known = 1;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { value, depth } = node;
    if (!isContainer(value)) {
      if (isFitScalar(value)) continue;
      return false;
    }
    const children: unknown[] = Object.values(value);
    known += children.length;
    if (depth > maxDepth || known > maxNodes || !hasFitKeys(value)) return false;
    for (const child of children) pending.push({ value: child, depth: depth + 1 });
  }
  return true;
}

function isFitScalar(value: unknown): boolean {
  if (typeof value === 'string') return isWellFormedText(value);
  return typeof value !== 'number' || Number.isFinite(value);
}

function hasFitKeys(value: object): boolean {
  return (
    Array.isArray(value) ||
    Object.keys(value).every((key) => isWellFormedText(key) && !FORBIDDEN_KEYS.has(key))
  );
}

/** The walks are loops, so that a value nested thousands deep cannot exhaust the stack. */
function locate(root: unknown, limits: JsonLimits): JsonFault | undefined {
  const pending: Node[] = [{ value: root, depth: 1 }];
  let known = 1;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    // Counted before they are unfolded, so that a vast array is refused at little cost.
    known += sizeOf(node.value);
    const fault =
      faultOfKey(node) ??
      faultOfValue(node, limits) ??
      (known > limits.maxNodes ? faultAt(node, 'too-many-nodes') : undefined);
    if (fault) return fault;
    for (const child of childrenOf(node).reverse()) pending.push(child);
  }
  return undefined;
}

function faultOfKey({ held }: Node): JsonFault | undefined {
  if (held === undefined) return undefined;
  if (!isWellFormedText(held.key)) return faultAt(held.by, 'malformed-text');
  return FORBIDDEN_KEYS.has(held.key) ? faultAt(held.by, 'forbidden-key') : undefined;
}

function faultOfValue(node: Node, { maxDepth }: JsonLimits): JsonFault | undefined {
  if (typeof node.value === 'string' && !isWellFormedText(node.value)) {
    return faultAt(node, 'malformed-text');
  }
  // A number that the program cannot hold is read as infinite.
  if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
    return faultAt(node, 'vast-number');
  }
  const isTooDeep = isContainer(node.value) && node.depth > maxDepth;
  return isTooDeep ? faultAt(node, 'too-deep') : undefined;
}

function sizeOf(value: unknown): number {
  return isContainer(value) ? Object.keys(value).length : 0;
}

function childrenOf(node: Node): Node[] {
  if (!isContainer(node.value)) return [];
  return Object.entries(node.value).map(([key, value]: [string, unknown]) => ({
    value,
    depth: node.depth + 1,
    held: { by: node, key },
  }));
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function faultAt(node: Node, reason: JsonFault['reason']): JsonFault {
  return { pointer: pointerTo(node), reason };
}

function pointerTo(node: Node): string {
  const tokens: string[] = [];
  for (let { held } = node; held !== undefined; { held } = held.by) tokens.push(held.key);
  return tokens
    .reverse()
    .map((token) => `/${pointerToken(token)}`)
    .join('');
}
