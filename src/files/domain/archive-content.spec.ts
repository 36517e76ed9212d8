import { describe, expect, it } from 'vitest';
import { archiveFault, MOST_ENTRIES, type ArchiveEntry } from './archive-content.js';

function entry(name: string, given: Partial<ArchiveEntry> = {}): ArchiveEntry {
  return { name, uncompressedSize: 1000, isEncrypted: false, ...given };
}

const WORD = [entry('[Content_Types].xml'), entry('word/document.xml'), entry('word/media/1.png')];

describe('a document that is an archive', () => {
  it('is kept where there is nothing odd in it', () => {
    expect(archiveFault(WORD, 1200)).toBeUndefined();
  });

  it.each([
    'word/vbaProject.bin',
    'xl/VBAPROJECT.BIN',
    'vbaProject.bin',
    'xl/macrosheets/sheet1.xml',
    'Basic/Standard/Module1.xml',
    'Scripts/python/a.py',
  ])('is refused for its macros in %j', (name) => {
    expect(archiveFault([...WORD, entry(name)], 1200)?.en).toMatch('macros');
  });

  it('is refused where an entry is encrypted', () => {
    expect(archiveFault([entry('a.xml', { isEncrypted: true })], 100)?.en).toMatch('encrypted');
  });

  it.each([
    ['expands two hundredfold', 64 * 1024 * 1024, 320_000, true],
    ['expands as much but is small whole', 1024 * 1024, 1000, true],
    ['expands beyond that', 64 * 1024 * 1024 + 1, 320_000, false],
  ])('that %s is kept: %s, %s, %s', (_, uncompressedSize, bytes, isKept) => {
    expect(archiveFault([entry('a.xml', { uncompressedSize })], bytes) === undefined).toBe(isKept);
  });

  it('is refused with more entries than any document has', () => {
    const entries = Array.from({ length: MOST_ENTRIES + 1 }, (_, n) => entry(`${String(n)}.xml`));
    expect(archiveFault(entries, 10_000_000)?.en).toMatch('expands');
  });
});
