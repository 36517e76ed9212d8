import { Injectable, Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../shared/authorization/caller.js';
import type { ExpectedVersion } from '../shared/http/expected-version.js';
import { pageOf, positionAfter, type PageQuery } from '../shared/http/page.js';
import { Transactor } from '../shared/persistence/transactor.js';
import { Contents } from './contents.js';
import { FileQuarantined, NotTheUploader } from './domain/file.errors.js';
import type { FilePageDto, FileResponseDto } from './dto/file.dto.js';
import { FileBooks } from './file-books.js';
import { MalwareScanner } from './malware-scanner.js';
import type { ReceivedFile } from './reception/receive.js';
import { sniff } from './sniffing/sniff.js';

/** Evidence files: uploaded, read, and withdrawn while nothing names them. */
@Injectable()
export class FilesService {
  private readonly logger = new Logger(FilesService.name);

  constructor(
    private readonly transactor: Transactor,
    private readonly books: FileBooks,
    private readonly contents: Contents,
    private readonly scanner: MalwareScanner,
  ) {}

  /** @throws FileTypeRefused, FileNameContradictsContent, ScannerUnavailable */
  async store(caller: Caller, file: ReceivedFile): Promise<FileResponseDto> {
    const { mediaType } = await sniff(file);
    const scanned = await this.scanner.scan(file.path);
    const { name, bytes, sha256 } = file;
    return this.contents.keep(caller, file, async (tx) => {
      const uploaded = {
        uploadedBy: caller.personId,
        givenBy: null,
        uploadedAt: this.books.clock.now().toISOString(),
      };
      const row = {
        id: uuidv7(),
        version: 1,
        name,
        mediaType,
        bytes,
        sha256,
        ...scanned,
        ...uploaded,
      };
      await this.books.files.insert(tx, caller, row);
      const after = { ...row, attachments: [] };
      const action = row.state === 'quarantined' ? 'file.quarantined' : 'file.stored';
      const subject = { kind: 'file', id: row.id };
      const facts = { sha256, bytes, mediaType, ...scanned };
      await this.books.trail.append(tx, caller, { action, subject, after, facts });
      return after;
    });
  }

  /** @throws NotFound */
  read(caller: Caller, id: string): Promise<FileResponseDto> {
    return this.transactor.read(caller, (tx) => this.books.files.read(tx, caller, id));
  }

  /** Newest first. */
  async list(caller: Caller, query: PageQuery): Promise<FilePageDto> {
    const page = { after: positionAfter(query), limit: query.limit + 1 };
    const rows = await this.transactor.read(caller, (tx) =>
      this.books.files.list(tx, caller, page),
    );
    return pageOf(query, rows, {
      position: ({ id }) => ({ key: id, id }),
      item: (row) => row,
    });
  }

  /** @throws NotFound, FileQuarantined */
  async open(
    caller: Caller,
    id: string,
  ): Promise<{ readonly file: FileResponseDto; readonly content: Readable }> {
    const file = await this.read(caller, id);
    if (file.state === 'quarantined') throw new FileQuarantined(file.signature);
    return { file, content: await this.contents.read(caller, file) };
  }

  /** Withdraws an upload that nothing names. @throws NotFound, Stale, NotTheUploader, FileAttached */
  async withdraw(caller: Caller, id: string, expected: ExpectedVersion): Promise<void> {
    const { organizationId, personId } = caller;
    const { sha256 } = await this.transactor.write(caller, async (tx) => {
      const before = await this.books.files.lock(tx, caller, id, expected);
      if (before.uploadedBy !== personId) throw new NotTheUploader();
      await this.books.files.remove(tx, caller, id);
      const subject = { kind: 'file', id };
      await this.books.trail.append(tx, caller, { action: 'file.withdrawn', subject, before });
      return before;
    });
    // What stays because of a failure is swept later; the file is withdrawn all the same.
    await this.contents.removeUnused({ organizationId, sha256 }).catch((error: unknown) => {
      this.logger.error(error, 'The content of a withdrawn file could not be removed');
    });
  }
}
