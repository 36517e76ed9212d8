import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { SystemClock } from '../shared/time/clock.js';
import { Contents } from './contents.js';
import { FileQuarantined } from './domain/file.errors.js';
import type { Subject } from './file-attachments.js';
import { FileHandover } from './file-handover.js';
import type { HeldFile } from './held-file.entity.js';
import { HeldFilesRepository } from './held-files.repository.js';
import { MalwareScanner } from './malware-scanner.js';
import type { ReceivedFile } from './reception/receive.js';
import { sniff } from './sniffing/sniff.js';

/** A received file that may be held, under the id it will have. */
export type ExaminedFile = ReceivedFile & Pick<HeldFile, 'id' | 'mediaType' | 'state'>;

/** Files of people without an account, until what they were sent for is handed in. */
@Injectable()
export class HeldFiles {
  private readonly logger = new Logger(HeldFiles.name);

  constructor(
    private readonly held: HeldFilesRepository,
    private readonly contents: Contents,
    private readonly scanner: MalwareScanner,
    private readonly handover: FileHandover,
    private readonly clock: SystemClock,
  ) {}

  /** What may be held of what was received. @throws FileTypeRefused, FileNameContradictsContent, FileQuarantined, ScannerUnavailable */
  async examine(file: ReceivedFile): Promise<ExaminedFile> {
    const { mediaType } = await sniff(file);
    const { state, signature } = await this.scanner.scan(file.path);
    if (state === 'quarantined') throw new FileQuarantined(signature);
    return { ...file, id: uuidv7(), mediaType, state };
  }

  /** Does the work that may {@link hold} these files; whatever it comes to, no content stays that nothing names. */
  async around<T>(
    scope: Scope,
    files: readonly ExaminedFile[],
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await this.handover.attempt(async () => {
        for (const file of files) await this.contents.put(scope, file);
        return work();
      });
    } finally {
      for (const { sha256 } of files) await this.removeUnused(scope, sha256);
    }
  }

  /** Holds them for something, in the transaction that names them. @throws ContentSwept */
  async hold(
    tx: Tx,
    scope: Scope,
    subject: Subject,
    files: readonly ExaminedFile[],
  ): Promise<void> {
    if (files.length === 0) return;
    const contents = new Set(files.map(({ sha256 }) => sha256));
    for (const sha256 of [...contents].sort()) await this.contents.hold(tx, scope, sha256);
    const heldAt = this.clock.now().toISOString();
    const held = { subjectKind: subject.kind, subjectId: subject.id, heldAt };
    const rows = files.map(({ id, name, mediaType, bytes, sha256, state }) => ({
      ...{ id, name, mediaType, bytes, sha256, state },
      ...held,
    }));
    await this.held.insert(tx, scope, rows);
  }

  /** Makes those that are named files of the body and evidence of what they were sent for. */
  async handOver(
    tx: Tx,
    scope: Scope,
    subject: Subject,
    { ids, givenBy }: { readonly ids: readonly string[]; readonly givenBy: VendorPerson },
  ): Promise<void> {
    const files = await this.held.of(tx, scope, subject, ids);
    await this.handover.receive(tx, scope, { files, subject, givenBy });
  }

  /** Lets go of what is held for something, but for what is still named; contents go with the next sweep. */
  keepOnly(tx: Tx, scope: Scope, subject: Subject, ids: readonly string[] = []): Promise<void> {
    return this.held.keepOnly(tx, scope, subject, ids);
  }

  private async removeUnused({ organizationId }: Scope, sha256: string): Promise<void> {
    await this.contents.removeUnused({ organizationId, sha256 }).catch((error: unknown) => {
      this.logger.error(error, 'A content that nothing names could not be removed');
    });
  }
}
