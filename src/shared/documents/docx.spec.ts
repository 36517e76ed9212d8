import { describe, expect, it } from 'vitest';
import { docxText, zipPart } from '../../../test/support/document-text.js';
import type { Block, Document } from './document.js';
import { writeDocx } from './docx.js';

const COLUMNS = [
  { header: '番号', width: 1 },
  { header: '内容', width: 3 },
];

function documentOf(...blocks: readonly Block[]): Document {
  return { language: 'ja', title: '題 <1> & "2"', footer: '案件\u0001番号', blocks };
}

async function mainPart(...blocks: readonly Block[]): Promise<string> {
  return zipPart(await writeDocx(documentOf(...blocks)), 'word/document.xml');
}

describe('writeDocx', () => {
  it('names the title but no author and no time in the properties', async () => {
    const properties = zipPart(await writeDocx(documentOf()), 'docProps/core.xml');
    expect(properties).toContain('<dc:title>題 &lt;1&gt; &amp; &quot;2&quot;</dc:title>');
    expect(properties).not.toMatch(/creator|created|modified/);
  });

  it('is A4 with margins of 25 mm', async () => {
    const xml = await mainPart();
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/);
  });

  it('sets East Asian text in Noto Sans JP as Japanese and names the fonts to fall back to', async () => {
    const file = await writeDocx(documentOf());
    expect(zipPart(file, 'word/styles.xml')).toMatch(
      /w:eastAsia="Noto Sans JP".*<w:lang [^>]*w:eastAsia="ja-JP"/,
    );
    expect(zipPart(file, 'word/fontTable.xml')).toMatch(/w:altName w:val="Yu Gothic,.*MS Gothic/);
  });

  it('puts the footer and the page of all pages at the foot', async () => {
    const footer = zipPart(await writeDocx(documentOf()), 'word/footer1.xml');
    expect(footer).toMatch(/案件番号.*PAGE.* \/ .*NUMPAGES/);
  });

  it('repeats the header row of a table and breaks no row', async () => {
    const rows = [
      ['１', '一'],
      ['２', '二'],
    ];
    const xml = await mainPart({ kind: 'table', columns: COLUMNS, rows });
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  });

  it('says 該当なし across a table without rows', async () => {
    const xml = await mainPart({ kind: 'table', columns: COLUMNS, rows: [] });
    expect(xml).toMatch(/<w:gridSpan w:val="2"\/>.*該当なし/);
  });

  it('parts two tables, which Word would join', async () => {
    const table = { kind: 'table', columns: COLUMNS, rows: [] } as const;
    expect(await mainPart(table, table)).toMatch(/<\/w:tbl><w:p>.*<\/w:p><w:tbl>/);
  });

  it('keeps a table with the paragraph that announces it', async () => {
    const table = { kind: 'table', columns: COLUMNS, rows: [] } as const;
    const paragraphs = [{ text: '次のとおりとする。', details: [table] }];
    const xml = await mainPart({ kind: 'article', label: '第１条', paragraphs });
    const before = xml.slice(xml.indexOf('clause'), xml.indexOf('<w:tbl>'));
    expect(before.match(/<w:keepNext\/>/g)).toHaveLength(2);
  });

  it('keeps a heading with what follows and gives it its outline level', async () => {
    const xml = await mainPart({ kind: 'heading', level: 1, text: '総則' });
    expect(xml).toMatch(
      /<w:pStyle w:val="heading-1"\/><w:keepNext\/>.*<w:outlineLvl w:val="1"\/>.*総則/,
    );
  });

  it('holds a signature block in one row that no page breaks and no rule shows', async () => {
    const signatories = [{ role: '甲', fields: [{ term: '名称', description: '菊陽町' }] }];
    const xml = await mainPart({ kind: 'signatures', signatories });
    expect(xml).toMatch(/<w:cantSplit\/>.*甲.*名称.*菊陽町.*<\/w:tr>/);
    expect(xml).not.toContain('w:val="single"');
  });

  it('begins a page where the document says so', async () => {
    expect(await mainPart({ kind: 'page-break' })).toContain('<w:pageBreakBefore/>');
  });

  it('hangs the number of a paragraph to the left of its text, and nothing where there is none', async () => {
    const paragraphs = [{ text: '一' }, { text: '二' }];
    const xml = await mainPart({ kind: 'article', label: '第１条', paragraphs });
    expect(xml).toMatch(
      /<w:pStyle w:val="clause"\/><w:ind w:hanging="0"\/>.*一<.*<w:pStyle w:val="clause"\/><\/w:pPr>.*２<.*<w:tab\/>.*二</,
    );
  });

  it('does not stretch a line that ends in a line break', async () => {
    expect(zipPart(await writeDocx(documentOf()), 'word/settings.xml')).toContain(
      '<w:doNotExpandShiftReturn/>',
    );
  });

  it('breaks lines at line feeds', async () => {
    expect(await mainPart({ kind: 'paragraph', text: '一\n二' })).toMatch(/一.*<w:br\/>.*二/);
  });

  it('writes markup and unusual kanji as the text they are', async () => {
    const text = '<script>alert("x")</script> & \'髙﨑祇園①㈱𠮷鷗ｶﾅ\'';
    const file = await writeDocx(documentOf({ kind: 'paragraph', text }));
    expect(docxText(file)).toContain(text.replaceAll(' ', ''));
  });
});
