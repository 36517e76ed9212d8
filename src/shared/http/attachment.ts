import { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';

/** The kinds of file the service hands out, with their media type. */
export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl',
} as const;

/** A file as the contract describes what it holds. */
export const FILE_CONTENT = { schema: { type: 'string', format: 'binary' } } as const;

export type FileKind = keyof typeof MEDIA_TYPES;

/** A file as it is answered. */
export interface Attachment {
  readonly kind: FileKind;
  /** A stream where it is too long to hold. */
  readonly content: Buffer | string | Readable;
  /** Its name for people, in any script and without ending. */
  readonly name: string;
  /** Its name for clients that read no other script: letters, digits and hyphens. */
  readonly plainName: string;
}

/** A reply to be kept as a file. */
export function attachment({ kind, content, name, plainName }: Attachment): StreamableFile {
  const headers = headersOf(MEDIA_TYPES[kind], { name, plainName, ending: kind });
  const isHeld = typeof content === 'string' || Buffer.isBuffer(content);
  return isHeld
    ? new StreamableFile(Buffer.from(content), headers)
    : new StreamableFile(content, headers);
}

/** A file that somebody sent, as it is answered: under the name it came with. */
export interface KeptFile extends Named {
  readonly content: Readable;
  /** In bytes. */
  readonly length: number;
  readonly mediaType: string;
}

/** A reply with a file that somebody sent. */
export function keptFile({ content, length, mediaType, ...named }: KeptFile): StreamableFile {
  return new StreamableFile(content, { ...headersOf(mediaType, named), length });
}

interface Named {
  /** For people, in any script and without ending. */
  readonly name: string;
  /** For clients that read no other script. */
  readonly plainName: string;
  /** Without the dot. */
  readonly ending: string;
}

function headersOf(
  type: string,
  { name, plainName, ending }: Named,
): { readonly type: string; readonly disposition: string } {
  return {
    type,
    disposition: dispositionOf(`${fileName(name)}.${ending}`, `${plainName}.${ending}`),
  };
}

/** The header with a plain name and, by RFC 6266 and RFC 8187, the one with every character. */
function dispositionOf(name: string, plainName: string): string {
  return `attachment; filename="${plainName}"; filename*=UTF-8''${extended(name)}`;
}

/** A name is data, not a path: what file systems refuse is an underscore. */
function fileName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .slice(0, LONGEST_NAME)
    .replace(/\p{Surrogate}$/u, '');
}

/** Percent-encodes all but the attr-char of RFC 8187. */
function extended(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Kanji take three bytes each, and file systems hold names of 255 bytes. */
const LONGEST_NAME = 80;
