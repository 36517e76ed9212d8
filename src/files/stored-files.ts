import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { Caller } from '../shared/authorization/caller.js';
import { InvalidInput, NotFound, unknownId } from '../shared/domain/domain-error.js';
import type { NamedFile } from './file-attachments.js';
import { FilesService } from './files.service.js';

/** Hands the content of an evidence file to a feature that reads it. */
@Injectable()
export class StoredFiles {
  constructor(private readonly files: FilesService) {}

  /** @throws InvalidInput where there is no such file or it has more bytes, FileQuarantined */
  async read(caller: Caller, { id, pointer }: NamedFile, mostBytes: number): Promise<Buffer> {
    const { file, content } = await this.files.open(caller, id).catch((error: unknown) => {
      throw error instanceof NotFound ? unknownId(pointer) : error;
    });
    if (file.bytes <= mostBytes) return buffer(content);
    content.destroy();
    const limit = String(mostBytes);
    throw new InvalidInput([
      {
        pointer,
        detail: {
          ja: `${limit} バイト以下のファイルを指定してください。`,
          en: `Name a file of at most ${limit} bytes.`,
        },
      },
    ]);
  }
}
