import { sha256 } from '../shared/hashing.js';
import type { Checkpoint } from './domain/checkpoint.js';
import { GrowingTree, type Hash } from './domain/merkle-tree.js';
import { provedCut, type ProvedCut } from './exported-cut.js';
import { exportedLine, idOf, isSealedAs, rowHashAs, type ExportedLine } from './exported-line.js';
import { signedCheckpoint } from './signed-checkpoint.js';
import { explained, suspectOf, type Surroundings, type SuspectRow } from './suspect-row.js';
import { EXPORT_FORMAT } from './trail-lines.js';
import type { TrailFault } from './trail-fault.js';

/** An export that holds, or what is first wrong with it. */
export type Verdict =
  | {
      readonly whole: true;
      readonly checkpoint: Checkpoint;
      readonly keyId: string;
      /** What was cut off before its first row; undefined where that is row 0. */
      readonly cut: ProvedCut | undefined;
    }
  | { readonly whole: false; readonly fault: TrailFault };

/** The file is no export of a trail. */
export class NotAnExport extends Error {
  constructor() {
    super('The file is no export of a trail');
    this.name = 'NotAnExport';
  }
}

/** Checks an export line by line and keeps none of them. */
export class ExportCheck {
  private tree = new GrowingTree(sha256);
  private line = 0;
  private head: { signed: Checkpoint; keyId: string; cut: ProvedCut | undefined } | undefined;
  private fault: TrailFault | undefined;
  private suspect: SuspectRow | undefined;
  private isUnreadable = false;
  private before: Surroundings['before'] = { line: 0, id: '', hash: undefined };
  /** The first row that no checkpoint has covered yet. */
  private uncovered: { index: number; line: number; id: string } | undefined;

  /** @param trusted public keys (SubjectPublicKeyInfo in base64); none where the one in the file is believed */
  constructor(private readonly trusted: readonly string[]) {}

  /** @throws NotAnExport at the first line */
  take(text: string): void {
    this.line += 1;
    if (this.fault !== undefined) return;
    const line = exportedLine(text);
    if (this.head === undefined) this.begin(line);
    else if (this.suspect !== undefined) this.search(line, this.suspect);
    else if (line?.checkpoint !== undefined) this.takeCheckpoint(line.checkpoint);
    else this.takeRow(line, this.head.signed);
  }

  /** @throws NotAnExport where there was no line */
  verdict(): Verdict {
    const fault = this.fault ?? this.faultAtEnd();
    if (fault !== undefined) return { whole: false, fault };
    if (this.head === undefined) throw new NotAnExport();
    const { signed: checkpoint, keyId, cut } = this.head;
    return { whole: true, checkpoint, keyId, cut };
  }

  private begin(line: ExportedLine | undefined): void {
    if (line?.format !== EXPORT_FORMAT) throw new NotAnExport();
    const given = (line.checkpoint ?? {}) as ExportedLine;
    const signed = signedCheckpoint(String(line.organizationId), given);
    if (signed === undefined) this.fault = { kind: 'checkpoint', line: this.line };
    else if (!this.isTrusted(given.publicKey)) this.fault = { kind: 'key', line: this.line };
    else {
      this.head = { signed, keyId: String(given.keyId), cut: undefined };
      if (line.cut !== undefined) this.beginBehind(line.cut, signed);
    }
  }

  /** The rows before the first one were cut off: what is left of them are the hashes that lead to every root. */
  private beginBehind(given: unknown, signed: Checkpoint): void {
    const cut = provedCut(signed.organizationId, given);
    if (cut === undefined || cut.treeSize > signed.treeSize) {
      this.fault = { kind: 'cut', line: this.line };
    } else if (!this.isTrusted(cut.publicKey)) this.fault = { kind: 'key', line: this.line };
    else {
      this.head = this.head && { ...this.head, cut };
      this.tree = new GrowingTree(sha256, cut.subtrees);
    }
  }

  private isTrusted(publicKey: unknown): boolean {
    return this.trusted.length === 0 || this.trusted.includes(String(publicKey));
  }

  private takeRow(row: ExportedLine | undefined, head: Checkpoint): void {
    const index = this.tree.size;
    const { line } = this;
    const id = idOf(row);
    if (index >= head.treeSize) {
      this.fault = { kind: 'inserted', line, index, id };
    } else if (row !== undefined && standsAs(row, index, head)) {
      this.tree.append(rowHashAs(row, index));
      this.before = { line, id, hash: row.leafHash };
      this.uncovered ??= { index, line, id };
    } else {
      this.isUnreadable = row === undefined;
      this.suspect = suspectOf(row, { line, index }, head.treeSize);
    }
  }

  private takeCheckpoint(given: unknown): void {
    const { line } = this;
    const signed = signedCheckpoint(this.head?.signed.organizationId ?? '', given as ExportedLine);
    const index = this.tree.size;
    if (signed === undefined) this.fault = { kind: 'checkpoint', line };
    else if (signed.treeSize > index) {
      this.suspect = { line, index, id: undefined, hash: undefined, sealedAs: signed.treeSize };
    } else if (signed.treeSize < index) {
      const { line: at, id } = this.before;
      this.fault = { kind: 'inserted', line: at, index: index - 1, id };
    } else this.compareRoot(signed.rootHash);
  }

  private compareRoot(root: Hash): void {
    const last = this.tree.size - 1;
    const isSame = Buffer.from(this.tree.root()).equals(root);
    if (!isSame) {
      this.fault = { kind: 'recomputed', line: this.line, index: 0, ...this.uncovered, last };
    }
    this.uncovered = undefined;
  }

  /** Whether the row that should stand in the place of the suspect is further down. */
  private search(line: ExportedLine | undefined, suspect: SuspectRow): void {
    if (line !== undefined && isSealedAs(line, suspect.index)) {
      this.fault = this.explained(suspect, true);
    }
  }

  private faultAtEnd(): TrailFault | undefined {
    if (this.head === undefined) return undefined;
    if (this.suspect !== undefined) return this.explained(this.suspect, false);
    const { size } = this.tree;
    if (size < this.head.signed.treeSize) {
      return { kind: 'missing', line: this.line + 1, index: size };
    }
    this.compareRoot(this.head.signed.rootHash);
    return this.fault;
  }

  private explained(suspect: SuspectRow, isBelow: boolean): TrailFault {
    const isCut = this.isUnreadable && suspect.line === this.line;
    return explained(suspect, { isBelow, isCut, before: this.before });
  }
}

function standsAs(row: ExportedLine, index: number, { organizationId }: Checkpoint): boolean {
  return row.index === index && row.organizationId === organizationId && isSealedAs(row, index);
}
