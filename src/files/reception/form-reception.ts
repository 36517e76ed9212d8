import type { Multipart, MultipartFile } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { rm } from 'node:fs/promises';
import type { Text } from '../../shared/domain/text.js';
import { FORM_LIMITS } from '../../shared/http/body-limits.js';
import { fieldsOf } from '../../shared/http/request-form.js';
import { fileNameFault, keptName } from '../domain/file-name.js';
import { FileTooLarge, unfitUpload } from '../domain/file.errors.js';
import { FilesSettings } from '../files-settings.js';
import { EMPTY_FILE, placeToReceive, refusalOf, writtenTo, type ReceivedFile } from './receive.js';

/** A file that was chosen in a field of a form: received in a place of its own, or why it is not taken. */
export type SentFile = { readonly field: string } & (
  { readonly file: ReceivedFile } | { readonly fault: Text }
);

/** What a form was filled in with. */
export interface ReceivedForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly SentFile[];
}

/** A form while it comes. */
interface ComingForm {
  readonly pairs: [string, string][];
  readonly files: SentFile[];
  /** Characters of its fields and bytes of its files. */
  characters: number;
  bytes: number;
}

/** A form has a field for a file for each question, and the fields without a file are counted too. */
const MOST_FILES = 200;

/** More than any field may say, so that what is too long is told of and not cut off. */
const FIELD_BYTES = 64 * 1024;

/** Receives forms of pages with files (`multipart/form-data`); together the files may be as large as one upload. */
@Injectable()
export class FormReception {
  constructor(private readonly settings: FilesSettings) {}

  /** What the files of a form may have together. */
  get maxBytes(): number {
    return this.settings.maxBytes;
  }

  /**
   * Writes the files to places of their own as they come, until {@link discard}. Where the form is refused nothing is left.
   * @throws InvalidInput, FileTooLarge
   */
  async receive(request: FastifyRequest): Promise<ReceivedForm> {
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > this.maxBytes + FORM_LIMITS.bytes) throw new FileTooLarge(this.maxBytes);
    const limits = {
      ...{ fileSize: this.maxBytes, files: MOST_FILES },
      ...{ fields: FORM_LIMITS.fields, fieldSize: FIELD_BYTES },
    };
    const form: ComingForm = { pairs: [], files: [], characters: 0, bytes: 0 };
    try {
      for await (const part of request.parts({ preservePath: true, limits })) {
        await this.take(form, part);
      }
      return { fields: fieldsOf(form.pairs), files: form.files };
    } catch (error) {
      await this.discard(form);
      throw refusalOf(error, TOO_MANY_PARTS);
    }
  }

  async discard({ files }: Pick<ReceivedForm, 'files'>): Promise<void> {
    for (const sent of files) {
      if ('file' in sent) await rm(sent.file.path, { force: true });
    }
  }

  private async take(form: ComingForm, part: Multipart): Promise<void> {
    if (part.type === 'file') return this.takeFile(form, part);
    const value = String(part.value);
    form.characters += value.length;
    if (part.valueTruncated || form.characters > FORM_LIMITS.bytes) {
      throw unfitUpload(TOO_LONG);
    }
    form.pairs.push([part.fieldname, value]);
  }

  /** A field in which no file was chosen comes as one without a name. */
  private async takeFile(form: ComingForm, part: MultipartFile): Promise<void> {
    const { fieldname: field, file } = part;
    const name = keptName(part.filename);
    const fault = name === '' ? undefined : fileNameFault(name);
    if (fault !== undefined) form.files.push({ field, fault });
    if (name === '' || fault !== undefined) file.resume();
    else form.files.push({ field, ...(await this.received(form, name, file)) });
  }

  private async received(
    form: ComingForm,
    name: string,
    file: MultipartFile['file'],
  ): Promise<{ readonly file: ReceivedFile } | { readonly fault: Text }> {
    const path = await placeToReceive(this.settings.folder);
    try {
      const content = await writtenTo(path, file, this.maxBytes);
      form.bytes += content.bytes;
      if (form.bytes > this.maxBytes) throw new FileTooLarge(this.maxBytes);
      if (content.bytes > 0) return { file: { path, name, ...content } };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    await rm(path, { force: true });
    return { fault: EMPTY_FILE };
  }
}

const TOO_LONG = { ja: '入力が長すぎます。', en: 'The fields are too long.' };

const TOO_MANY_PARTS = {
  ja: '入力欄又はファイルが多すぎます。',
  en: 'It has too many fields or files.',
};
