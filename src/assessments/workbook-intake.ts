import { Injectable } from '@nestjs/common';
import { StoredFiles } from '../files/index.js';
import type { Caller } from '../shared/authorization/caller.js';
import {
  readWorkbook,
  WorkbookUnreadable,
  type ReadSheet,
} from '../shared/documents/xlsx-reader.js';
import { InvalidInput } from '../shared/domain/domain-error.js';

const POINTER = '#/fileId';
const MOST_BYTES = 8 * 1024 * 1024;
/** The longest of the files that are read here, a CAIQ, has some 300 rows. */
const MOST_ROWS = 2_000;

/** Reads a workbook that was uploaded before. */
@Injectable()
export class WorkbookIntake {
  constructor(private readonly files: StoredFiles) {}

  /** @throws InvalidInput where there is no such file or it is no workbook, FileQuarantined */
  async read(caller: Caller, fileId: string): Promise<ReadSheet[]> {
    const content = await this.files.read(caller, { id: fileId, pointer: POINTER }, MOST_BYTES);
    try {
      return await readWorkbook(content, MOST_ROWS);
    } catch (error) {
      if (!(error instanceof WorkbookUnreadable)) throw error;
      throw new InvalidInput([{ pointer: POINTER, detail: error.detail }]);
    }
  }
}
