import { Injectable } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { VendorPerson } from '../shared/domain/vendor-person.js';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { Contents, ContentSwept } from './contents.js';
import { FileQuarantined } from './domain/file.errors.js';
import { FileAttachments, type Subject } from './file-attachments.js';
import { FileBooks } from './file-books.js';
import { FilesSettings } from './files-settings.js';
import type { HandedFile } from './files.repository.js';
import { placeToReceive } from './reception/receive.js';

/** Files of a firm that become evidence in the affairs of a body. */
export interface FileGift {
  readonly files: readonly HandedFile[];
  readonly subject: Subject;
  readonly givenBy: VendorPerson;
}

const ATTEMPTS = 3;

/** Hands files of a firm to a body as evidence: the body keeps rows and contents of its own, under the same ids. */
@Injectable()
export class FileHandover {
  constructor(
    private readonly contents: Contents,
    private readonly books: FileBooks,
    private readonly attachments: FileAttachments,
    private readonly settings: FilesSettings,
  ) {}

  /** Those of the files that the owner has. @throws FileQuarantined */
  async owned(tx: Tx, scope: Scope, ids: readonly string[]): Promise<readonly HandedFile[]> {
    if (ids.length === 0) return [];
    const files = await this.books.files.handed(tx, scope, ids);
    const bad = files.find(({ state }) => state === 'quarantined');
    if (bad !== undefined) throw new FileQuarantined(bad.signature);
    return files;
  }

  /** Puts the contents where the receiver's are, before the transaction that names them. @throws ContentDamaged */
  async copy(from: Scope, to: Scope, files: readonly HandedFile[]): Promise<void> {
    for (const { sha256, bytes } of files) {
      const path = await placeToReceive(this.settings.folder);
      try {
        const content = await this.contents.read(from, { sha256, bytes });
        await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
        await this.contents.put(to, { path, sha256, bytes });
      } finally {
        await rm(path, { force: true });
      }
    }
  }

  /** Enters and attaches them in the name of the receiver. @throws ContentSwept where a content is not there */
  async receive(tx: Tx, to: Scope, { files, subject, givenBy }: FileGift): Promise<void> {
    const { organizationId } = to;
    const actor = { organizationId, personId: null, posts: [] };
    const at = this.books.clock.now().toISOString();
    for (const file of files) {
      await this.contents.hold(tx, to, file.sha256);
      if (!(await this.books.files.receive(tx, to, file, { givenBy, at }))) continue;
      const { id, sha256, bytes, mediaType, state } = file;
      const facts = { sha256, bytes, mediaType, state };
      const stored = { action: 'file.received', subject: { kind: 'file', id }, facts };
      await this.books.trail.append(tx, actor, stored);
    }
    const named = files.map(({ id }) => ({ id, pointer: '#' }));
    await this.attachments.attach(tx, actor, subject, named);
  }

  /** Does what copies and receives; where a content was swept between the two, both are done again. */
  async attempt<T>(work: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ContentSwept) || attempts === 1) throw error;
      return this.attempt(work, attempts - 1);
    }
  }
}
