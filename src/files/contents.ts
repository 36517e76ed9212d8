import { Injectable, Logger } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Scope } from '../shared/persistence/scope.js';
import { Transactor } from '../shared/persistence/transactor.js';
import type { Tx } from '../shared/persistence/tx.js';
import { ContentStore, type ContentKey } from './content/content-store.js';
import { ContentDamaged, verified } from './content/verified.js';
import { FilesRepository } from './files.repository.js';

/** How often a content is put again that was swept away before anything named it. */
const ATTEMPTS = 3;

/** The content was swept away between being put and being named. */
export class ContentSwept extends Error {}

/**
 * Contents and the rows that name them. A content is put before its row is written and removed after its last row
 * is gone, each under one lock, so that a crash leaves at most a content without a row.
 */
@Injectable()
export class Contents {
  private readonly logger = new Logger(Contents.name);

  constructor(
    private readonly store: ContentStore,
    private readonly transactor: Transactor,
    private readonly files: FilesRepository,
  ) {}

  /** Keeps what is at the path and does the work that names it. */
  async keep<T>(
    scope: Scope,
    content: { readonly path: string; readonly sha256: string; readonly bytes: number },
    name: (tx: Tx) => Promise<T>,
    attempts = ATTEMPTS,
  ): Promise<T> {
    await this.put(scope, content);
    try {
      return await this.transactor.write(scope, async (tx) => {
        await this.hold(tx, scope, content.sha256);
        return name(tx);
      });
    } catch (error) {
      if (!(error instanceof ContentSwept) || attempts === 1) throw error;
      return this.keep(scope, content, name, attempts - 1);
    }
  }

  /** Puts what is at the path where the owner's contents are; nothing names it yet. */
  put(
    scope: Scope,
    {
      path,
      sha256,
      bytes,
    }: { readonly path: string; readonly sha256: string; readonly bytes: number },
  ): Promise<void> {
    return this.store.put(keyOf(scope, sha256), path, bytes);
  }

  /** Keeps a content that was put from being swept until a row names it. @throws ContentSwept */
  async hold(tx: Tx, scope: Scope, sha256: string): Promise<void> {
    const key = keyOf(scope, sha256);
    await this.files.lockContent(tx, key);
    if ((await this.store.sizeOf(key)) === undefined) throw new ContentSwept();
  }

  /** The content of a file as it comes; what is wrong with it breaks the stream. @throws ContentDamaged */
  async read(
    scope: Scope,
    { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
  ): Promise<Readable> {
    const key = keyOf(scope, sha256);
    if ((await this.store.sizeOf(key)) !== bytes) throw new ContentDamaged(key);
    const content = Readable.from(verified(await this.store.read(key), key));
    return content.once('error', (error) => {
      this.logger.error(error, 'A file could not be read to its end');
    });
  }

  /** Removes a content that no file has. */
  async removeUnused(key: ContentKey): Promise<void> {
    const { organizationId } = key;
    await this.transactor.write({ organizationId }, async (tx) => {
      await this.files.lockContent(tx, key);
      if (!(await this.files.hasContent(tx, key))) await this.store.remove(key);
    });
  }
}

function keyOf({ organizationId }: Scope, sha256: string): ContentKey {
  return { organizationId, sha256 };
}
