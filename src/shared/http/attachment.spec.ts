import { describe, expect, it } from 'vitest';
import { attachment } from './attachment.js';

function dispositionFor(name: string): string | undefined {
  const { disposition } = attachment({
    kind: 'docx',
    content: 'x',
    name,
    plainName: 'annex',
  }).getHeaders();
  return Array.isArray(disposition) ? disposition[0] : disposition;
}

describe('the name of an attachment', () => {
  it.each([
    ['特記仕様書', '%E7%89%B9%E8%A8%98%E4%BB%95%E6%A7%98%E6%9B%B8.docx'],
    ["it's (1)*", 'it%27s%20%281%29_.docx'],
    ['../etc/passwd\r\nX: 1', '.._etc_passwd__X_%201.docx'],
  ])('%j is percent-encoded beside a plain one', (name, encoded) => {
    expect(dispositionFor(name)).toBe(
      `attachment; filename="annex.docx"; filename*=UTF-8''${encoded}`,
    );
  });

  it('is cut without cutting a character in two', () => {
    const encoded = dispositionFor(`${'町'.repeat(79)}𠮷`)?.split("''")[1] ?? '';
    expect(decodeURIComponent(encoded)).toBe(`${'町'.repeat(79)}.docx`);
  });

  it('comes with the type of the file', () => {
    const file = attachment({ kind: 'pdf', content: 'x', name: 'x', plainName: 'x' });
    expect(file.getHeaders()).toMatchObject({ type: 'application/pdf', length: 1 });
  });
});
