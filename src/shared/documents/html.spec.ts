import { describe, expect, it } from 'vitest';
import { SAMPLE_ANNEX } from '../../../test/support/sample-annex.js';
import type { Block, Document } from './document.js';
import { writeHtml } from './html.js';

function documentOf(...blocks: readonly Block[]): Document {
  return { language: 'en', title: 'A & B', footer: '<footer>', blocks };
}

describe('writeHtml', () => {
  it('names its language and its title', () => {
    const page = writeHtml(documentOf());
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<title>A &amp; B</title>');
  });

  it('needs nothing but itself and runs nothing', () => {
    const page = writeHtml(SAMPLE_ANNEX);
    expect(page).not.toMatch(/<(script|link|img|iframe)|\bsrc=|\bhref=|\bon\w+=|@import|url\(/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('escapes all text', () => {
    const hostile = `<script>alert("x")</script>'&`;
    const page = writeHtml({
      ...documentOf(
        { kind: 'heading', level: 1, text: hostile },
        { kind: 'paragraph', text: hostile },
        { kind: 'list', marker: 'bullet', items: [hostile] },
        { kind: 'table', columns: [{ header: hostile, width: 1 }], rows: [[hostile]] },
        { kind: 'definitions', entries: [{ term: hostile, description: hostile }] },
        {
          kind: 'signatures',
          signatories: [{ role: hostile, fields: [{ term: hostile, description: hostile }] }],
        },
      ),
      title: hostile,
      footer: hostile,
    });
    const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;';
    expect(page).not.toContain('<script');
    expect(page.split(escaped)).toHaveLength(14);
  });

  it('marks up headings by rank, headers by what they head, and lists as lists', () => {
    const page = writeHtml(
      documentOf(
        { kind: 'heading', level: 1, text: 'General' },
        { kind: 'article', label: 'Article 1', paragraphs: [] },
        { kind: 'table', columns: [{ header: 'No.', width: 1 }], rows: [['1']] },
        { kind: 'definitions', entries: [{ term: 'Name', description: 'Town' }] },
        { kind: 'list', marker: 'number', items: ['one'] },
      ),
    );
    expect(page).toMatch(
      /<h1 [^>]*>A &amp; B<\/h1>\n<h2 [^>]*>General<\/h2>\n<h3 [^>]*>Article 1<\/h3>/,
    );
    expect(page).toContain('<thead><tr><th scope="col">No.</th></tr></thead>');
    expect(page).toContain('<tr><th scope="row">Name</th><td>Town</td></tr>');
    expect(page).toContain('<li class="item"><span class="marker">(1) </span>one</li>');
  });

  it('says None across a table without rows', () => {
    const columns = [
      { header: 'a', width: 1 },
      { header: 'b', width: 1 },
    ];
    const page = writeHtml(documentOf({ kind: 'table', columns, rows: [] }));
    expect(page).toContain('<td colspan="2">None</td>');
  });

  it('keeps a heading with what follows when it is printed', () => {
    const page = writeHtml(documentOf({ kind: 'heading', level: 1, text: 'General' }));
    expect(page).toContain('<h2 class="heading-1 keep">');
    expect(page).toMatch(/@media print \{.*\.keep \{ break-after: avoid; \}/s);
  });

  it('keeps line feeds as line breaks', () => {
    expect(writeHtml(documentOf({ kind: 'paragraph', text: 'a\nb' }))).toContain('a<br>b');
  });
});
