import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FilesConfig } from '../../shared/config/config.js';
import { DomainError } from '../../shared/domain/domain-error.js';
import type { Text } from '../../shared/domain/text.js';
import { fileNameFault, keptName } from '../domain/file-name.js';
import { FileTooLarge, unfitUpload } from '../domain/file.errors.js';

/** A file that was sent, in a place of its own until it is kept or refused. */
export interface ReceivedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the parts of a form say beside the file. */
const FORM_BYTES = 16 * 1024;

const ONE_FILE = {
  ja: '「file」という名前の部分に、ファイルを1つだけ、ファイル名を付けて送ってください。',
  en: 'Send one part named "file" with one file and its name, and nothing else.',
};
const NO_FORM = {
  ja: 'multipart/form-data として最後まで読み取れません。',
  en: 'It cannot be read to its end as multipart/form-data.',
};
/** That a file has no content. */
export const EMPTY_FILE = { ja: 'ファイルが空です。', en: 'The file is empty.' };

/**
 * Writes the one file of a form to a place of its own as it comes. Where it is refused, nothing is left of it.
 *
 * @throws InvalidInput, FileTooLarge
 */
export async function receive(
  request: FastifyRequest,
  { folder, maxBytes }: Pick<FilesConfig, 'folder' | 'maxBytes'>,
): Promise<ReceivedFile> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes + FORM_BYTES) throw new FileTooLarge(maxBytes);
  const path = await placeToReceive(folder);
  try {
    return await onlyFile(request, path, maxBytes);
  } catch (error) {
    await rm(path, { force: true });
    throw refusalOf(error);
  }
}

/** A place of its own for a content that comes. */
export async function placeToReceive(folder: string): Promise<string> {
  const incoming = incomingFolder(folder);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  return join(incoming, randomUUID());
}

/** Where files lie that are being received. */
export function incomingFolder(folder: string): string {
  return join(folder, 'incoming');
}

async function onlyFile(
  request: FastifyRequest,
  path: string,
  maxBytes: number,
): Promise<ReceivedFile> {
  const parts = request.parts({
    // A folder in the name is told of, not cut off.
    preservePath: true,
    limits: { fileSize: maxBytes, files: 1, fields: 0 },
  });
  let received: ReceivedFile | undefined;
  for await (const part of parts) {
    if (part.type !== 'file') throw unfitUpload(ONE_FILE);
    received = await written(part, path, maxBytes);
  }
  if (received === undefined) throw unfitUpload(ONE_FILE);
  return received;
}

async function written(
  { fieldname, filename, file }: MultipartFile,
  path: string,
  maxBytes: number,
): Promise<ReceivedFile> {
  const name = keptName(filename);
  const fault = fieldname === 'file' ? fileNameFault(name) : ONE_FILE;
  if (fault !== undefined) {
    // Who sends goes on until all is taken.
    file.resume();
    throw unfitUpload(fault);
  }
  const content = await writtenTo(path, file, maxBytes);
  if (content.bytes === 0) throw unfitUpload(EMPTY_FILE);
  return { path, name, ...content };
}

/** Writes a file that comes to a place of its own. @throws FileTooLarge */
export async function writtenTo(
  path: string,
  file: MultipartFile['file'],
  maxBytes: number,
): Promise<Pick<ReceivedFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    file,
    async function* (content: AsyncIterable<Buffer>) {
      for await (const part of content) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    },
    // What a row names has to be on the disk before the row is.
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  if (file.truncated) throw new FileTooLarge(maxBytes);
  return { bytes, sha256: hash.digest('hex') };
}

/** What the reader of the form says is a fault of the form, unless the disk says it. */
export function refusalOf(error: unknown, tooManyParts: Text = ONE_FILE): unknown {
  if (error instanceof DomainError || !(error instanceof Error) || 'syscall' in error) return error;
  const tooMany = 'code' in error && TOO_MANY.has(String(error.code));
  return unfitUpload(tooMany ? tooManyParts : NO_FORM);
}

const TOO_MANY: ReadonlySet<string> = new Set(['FST_FILES_LIMIT', 'FST_FIELDS_LIMIT']);
