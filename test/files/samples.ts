import { strToU8, zipSync, type Zippable } from 'fflate';
import { readdir } from 'node:fs/promises';
import type { TestService } from '../support/api.js';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(64)]);
export const TIFF = Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(64)]);

const MAIN_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
};

/** An Office document with these entries beside what makes it one. */
export function office(kind: keyof typeof MAIN_TYPES, more: Zippable = {}): Buffer {
  const part = {
    docx: '/word/document.xml',
    xlsx: '/xl/workbook.xml',
    pptx: '/ppt/presentation.xml',
  };
  const path = kind === 'docm' ? part.docx : part[kind];
  return zipped({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types><Override PartName="${path}" ContentType="${MAIN_TYPES[kind]}"/></Types>`,
    ),
    [path.slice(1)]: strToU8('<document/>'),
    ...more,
  });
}

/** An OpenDocument file; its type is its first entry, not compressed. */
export function openDocument(
  kind: 'text' | 'spreadsheet' | 'graphics',
  more: Zippable = {},
): Buffer {
  const type = strToU8(`application/vnd.oasis.opendocument.${kind}`);
  return zipped({ mimetype: [type, { level: 0 }], 'content.xml': strToU8('<x/>'), ...more });
}

export function zipped(entries: Zippable): Buffer {
  return Buffer.from(zipSync(entries));
}

/** The paths of everything that lies in the folder of a service, from there. */
export async function lyingIn(service: TestService): Promise<string[]> {
  const found = await readdir(service.files.folder, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(service.files.folder.length + 1))
    .sort();
}
