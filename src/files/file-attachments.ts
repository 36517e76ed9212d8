import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit-trail/index.js';
import { InvalidInput, unknownId } from '../shared/domain/domain-error.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { FileQuarantined } from './domain/file.errors.js';
import { FileAttachmentsRepository } from './file-attachments.repository.js';

/** Something that names files as its evidence, as the trail calls it. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** A file as a body names it. */
export interface NamedFile {
  readonly id: string;
  /** Where the body does, as a JSON pointer. */
  readonly pointer: string;
}

/** Names files as the evidence of something, in the transaction that writes it; from then on they stay. */
@Injectable()
export class FileAttachments {
  constructor(
    private readonly attachments: FileAttachmentsRepository,
    private readonly clock: SystemClock,
  ) {}

  /** What is attached already stays so. @throws InvalidInput where there is no such file, FileQuarantined */
  async attach(
    tx: Tx,
    { organizationId, personId }: Pick<Actor, 'organizationId' | 'personId'>,
    subject: Subject,
    named: readonly NamedFile[],
  ): Promise<void> {
    if (named.length === 0) return;
    const scope = { organizationId };
    const asked = named.map(({ id }) => id);
    const files = await this.attachments.lockFiles(tx, scope, asked);
    const fileIds = files.map(({ id }) => id);
    refuseUnknown(named, new Set(fileIds));
    const bad = files.find(({ state }) => state === 'quarantined');
    if (bad !== undefined) throw new FileQuarantined(bad.signature);
    const attached = { attachedBy: personId, attachedAt: this.clock.now().toISOString() };
    await this.attachments.insert(tx, scope, fileIds, {
      ...{ subjectKind: subject.kind, subjectId: subject.id },
      ...attached,
    });
  }

  /** The files of each of the subjects that has any. */
  async of(
    tx: Tx,
    scope: Scope,
    kind: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string[]>> {
    const rows = await this.attachments.of(tx, scope, kind, ids);
    const bySubject = new Map<string, string[]>();
    for (const { subjectId, fileId } of rows) {
      bySubject.set(subjectId, [...(bySubject.get(subjectId) ?? []), fileId]);
    }
    return bySubject;
  }
}

function refuseUnknown(named: readonly NamedFile[], known: ReadonlySet<string>): void {
  const faults = named.flatMap(({ id, pointer }) =>
    known.has(id.toLowerCase()) ? [] : unknownId(pointer).faults,
  );
  if (faults.length > 0) throw new InvalidInput(faults);
}
