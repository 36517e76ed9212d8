import type { Text } from '../../shared/domain/text.js';

/** One entry of the directory of a ZIP archive (PKWARE APPNOTE 4.3.12). */
export interface ArchiveEntry {
  /** Its path inside, with slashes. */
  readonly name: string;
  /** In bytes, as the directory claims. */
  readonly uncompressedSize: number;
  readonly isEncrypted: boolean;
}

/** An Office document has hundreds of entries; one with more is made to be a burden. */
export const MOST_ENTRIES = 10_000;
/** Tables of numbers shrink to a twentieth, XML of nothing but spaces to a thousandth. */
const MOST_EXPANSION = 200;
/** A small archive may expand more, since this much is no burden to anybody. */
const HARMLESS_BYTES = 64 * 1024 * 1024;

/** VBA (MS-OVBA), macro sheets of Excel 4.0, and the macros of OpenDocument. */
const MACRO = /(?:^|\/)vbaProject\.bin$|(?:^|\/)macrosheets\/|^(?:Basic|Scripts)\//i;

const MACROS: Text = { ja: 'マクロを含む文書', en: 'a document with macros' };
const ENCRYPTED: Text = { ja: '暗号化された文書', en: 'an encrypted document' };
const BOMB: Text = {
  ja: '展開すると異常に大きくなる圧縮ファイル',
  en: 'an archive that expands beyond reason',
};

/**
 * Why a document that is an archive is not kept, judged by its directory alone; nothing is unpacked.
 *
 * @param bytes the size of the archive
 */
export function archiveFault(entries: readonly ArchiveEntry[], bytes: number): Text | undefined {
  const expanded = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isBomb = expanded > HARMLESS_BYTES && expanded > bytes * MOST_EXPANSION;
  if (isBomb || entries.length > MOST_ENTRIES) return BOMB;
  if (entries.some(({ isEncrypted }) => isEncrypted)) return ENCRYPTED;
  return entries.some(({ name }) => MACRO.test(name)) ? MACROS : undefined;
}
