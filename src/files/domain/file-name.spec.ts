import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingOf, fileNameFault, keptName, stemOf } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    '報告書（第1四半期）.pdf',
    'ISMS登録証 𠮷野.tiff',
    '..pdf',
    'a.tar.csv',
    '見積書?*.xlsx',
  ])('may be %j', (name) => {
    expect(fileNameFault(name)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['blanks', '\u3000 '],
    ['a path', '../../etc/passwd.txt'],
    ['a path of Windows', 'C:\\evidence\\a.pdf'],
    ['a NUL', 'a\0.pdf'],
    ['a line end', 'a\r\nX-Evil: 1.pdf'],
    ['a line separator', 'a\u2028b.pdf'],
    ['a character that turns text', 'rep\u202Efdp.exe.pdf'],
    ['an isolate', 'a\u2066b.pdf'],
    ['half a character', 'a\uD800.pdf'],
    ['bytes that were no UTF-8', 'a\uFFFD.pdf'],
    ['too many characters', `${'あ'.repeat(197)}.pdf`],
  ])('is refused where it is %s', (_, name) => {
    expect(fileNameFault(name)).toBeDefined();
  });

  it('may have 200 characters, however many bytes they take', () => {
    expect(fileNameFault(`${'𠮷'.repeat(196)}.pdf`)).toBeUndefined();
  });

  it('is composed, so that a name from macOS is found again', () => {
    expect(keptName('か\u3099いこ\u3099.pdf')).toBe('がいご.pdf');
  });

  it('ends behind its last dot', () => {
    expect(endingOf('報告.PDF')).toBe('pdf');
    for (const name of ['報告', '.pdf', 'a.', 'a.p df', 'a.ｐｄｆ'])
      expect(endingOf(name)).toBe('');
  });

  it('is its stem, a dot and its ending', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('pdf', 'csv'), (stem, ending) => {
        fc.pre(!stem.endsWith('.'));
        expect(stemOf(`${stem}.${ending}`)).toBe(stem);
        expect(endingOf(`${stem}.${ending}`)).toBe(ending);
      }),
    );
  });
});
