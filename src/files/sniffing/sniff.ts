import { fileTypeFromFile } from 'file-type';
import type { Text } from '../../shared/domain/text.js';
import { archiveFault } from '../domain/archive-content.js';
import { FileNameContradictsContent, FileTypeRefused } from '../domain/file.errors.js';
import { endingOf } from '../domain/file-name.js';
import { FILE_TYPES, typeByEnding, type FileType } from '../domain/file-types.js';
import type { ReceivedFile } from '../reception/receive.js';
import { archiveEntries } from './archive-entries.js';
import { textForm } from './text-form.js';

/**
 * Tells what a file is by its content; the name has to agree.
 *
 * @throws FileTypeRefused, FileNameContradictsContent
 */
export async function sniff(file: ReceivedFile): Promise<FileType> {
  const signed = await signatureOf(file.path);
  const form = await textForm(file.path);
  const mayBeText = signed === undefined || MAY_BE_TEXT.has(signed.ext);
  if (mayBeText && form === 'plain') return textType(endingOf(file.name));
  if (mayBeText && typeof form === 'object') throw new FileTypeRefused(form);
  if (signed === undefined) throw new FileTypeRefused(UNKNOWN);
  return signedType(signed, file);
}

async function signedType(signed: Signature, file: ReceivedFile): Promise<FileType> {
  const declared = endingOf(file.name);
  const type = FILE_TYPES.find(({ mediaType }) => mediaType === signed.mime);
  if (type === undefined) throw new FileTypeRefused(toldOf(signed));
  if (typeByEnding(declared) !== type) throw new FileNameContradictsContent(declared, type.ending);
  if (type.isArchive === true) await refuseOddArchive(file);
  return type;
}

interface Signature {
  readonly ext: string;
  readonly mime: string;
}

/** What the first bytes say. A file that ends in the middle of what they promise says nothing. */
async function signatureOf(path: string): Promise<Signature | undefined> {
  return fileTypeFromFile(path).catch(() => undefined);
}

/** A table that begins with BMI or MZ is no image and no program: these are told by two letters alone. */
const MAY_BE_TEXT: ReadonlySet<string> = new Set(['bmp', 'exe']);

/** Nothing but its name tells a table from a memo. */
function textType(declared: string): FileType {
  const type = typeByEnding(declared);
  if (type === undefined) throw new FileTypeRefused(namedText(declared));
  if (type.isText !== true) throw new FileNameContradictsContent(declared, 'txt');
  return type;
}

async function refuseOddArchive({ path, bytes }: ReceivedFile): Promise<void> {
  const entries = await archiveEntries(path);
  const fault = entries === undefined ? BROKEN : archiveFault(entries, bytes);
  if (fault !== undefined) throw new FileTypeRefused(fault);
}

const UNKNOWN: Text = { ja: '種類の分からないデータ', en: 'data of an unknown kind' };
const BROKEN: Text = { ja: '壊れた圧縮ファイル', en: 'a broken archive' };
/** The container of old and of encrypted Office files (MS-CFB). */
const COMPOUND: Text = {
  ja: '旧形式又は暗号化された Office 文書',
  en: 'an Office document of the old format or encrypted',
};

function toldOf({ ext, mime }: Signature): Text {
  if (ext === 'cfb') return COMPOUND;
  const told = `${ext} (${mime})`;
  return { ja: told, en: told };
}

function namedText(declared: string): Text {
  return declared === ''
    ? { ja: '拡張子のないテキスト', en: 'a text whose name has no ending' }
    : { ja: `拡張子が ${declared} のテキスト`, en: `a text that ends in ${declared}` };
}
