import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { pdfPages, pdfText } from '../../../test/support/document-text.js';
import { SAMPLE_ANNEX } from '../../../test/support/sample-annex.js';
import type { Block, Document, Table } from './document.js';
import { writePdf } from './pdf.js';

const COLUMNS = [
  { header: '番号', width: 1 },
  { header: '義務の内容', width: 6 },
];

function documentOf(...blocks: readonly Block[]): Document {
  return { language: 'ja', title: '題', footer: '案件番号', blocks };
}

function tableOf(
  count: number,
  text = '受託者は、業務に従事する者に対し、教育を実施する。',
): Table {
  const rows = Array.from({ length: count }, (_, index) => [`第${String(index + 1)}号`, text]);
  return { kind: 'table', columns: COLUMNS, rows };
}

/** Paragraphs that end at ever other heights about the foot of the first page. */
function fillers(): readonly (readonly Block[])[] {
  return [33, 34, 35, 36, 37, 38, 39].flatMap((lines) =>
    [1, 3, 5].map((paragraphs) => {
      const text = Array.from({ length: lines - paragraphs }, () => '行').join('\n');
      const short = Array.from(
        { length: paragraphs },
        () => ({ kind: 'paragraph', text: '行' }) as const,
      );
      return [{ kind: 'paragraph', text } as const, ...short];
    }),
  );
}

/** The types of the structure elements, each with those inside it: H1, Table(TR(TH TH)). */
function outline(node: { role?: string; children?: readonly object[] }): string {
  const children = (node.children ?? []).map(outline).filter((text) => text !== '');
  const inside = children.length > 0 ? `(${children.join(' ')})` : '';
  return node.role ? `${node.role}${inside}` : '';
}

async function structure(document: Document): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await writePdf(document)));
  const page = await pdf.getPage(1);
  return outline(await page.getStructTree());
}

describe('the properties of the PDF', () => {
  it('name its title and language, and no real time', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await writePdf(documentOf())));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: '題', Language: 'ja', CreationDate: 'D:20000101000000Z' });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('embed the fonts as subsets', async () => {
    const file = (await writePdf(SAMPLE_ANNEX)).toString('latin1');
    expect(file).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansJP-Regular/);
    expect(file).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansJP-Bold/);
    expect(file.length).toBeLessThan(200_000);
  });

  it('are those of A4', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await writePdf(documentOf())));
    expect((await pdf.getPage(1)).view).toEqual([0, 0, 595.28, 841.89]);
  });
});

describe('the tags of the PDF', () => {
  it('tell headings, paragraphs, lists and tables', async () => {
    const list = { kind: 'list', marker: 'number', items: ['一', '二'] } as const;
    expect(
      await structure(
        documentOf(
          { kind: 'heading', level: 1, text: '総則' },
          { kind: 'article', label: '第１条', paragraphs: [{ text: '文', details: [list] }] },
          tableOf(1),
          { kind: 'definitions', entries: [{ term: '甲', description: '菊陽町' }] },
        ),
      ),
    ).toBe(
      'Root(Document(H1 H2 H3 P L(LI(Lbl LBody) LI(Lbl LBody)) Table(TR(TH TH) TR(TD TD)) Table(TR(TH TD))))',
    );
  });
});

describe('the pages of the PDF', () => {
  it('have the footer and their number at the foot', async () => {
    const pages = await pdfPages(
      await writePdf(documentOf({ kind: 'page-break' }, { kind: 'paragraph', text: '二' })),
    );
    expect(pages.map(({ artifacts }) => artifacts.join(''))).toEqual([
      '案件番号1 / 2',
      '案件番号2 / 2',
    ]);
  });

  it('repeat the header of a table of 200 rows', async () => {
    const pages = await pdfPages(await writePdf(documentOf(tableOf(200))));
    expect(pages.length).toBeGreaterThan(5);
    for (const { artifacts } of pages.slice(1)) {
      expect(artifacts.join('')).toMatch(/^番号 ?義務の内容/);
    }
    const rows = pages.flatMap(({ content }) => content.filter((line) => line.startsWith('第')));
    expect(rows).toEqual(Array.from({ length: 200 }, (_, index) => `第${String(index + 1)}号`));
  });

  it('break no row and leave no header alone, wherever a table begins', async () => {
    for (const before of fillers()) {
      for (const { content } of await pdfPages(
        await writePdf(documentOf(...before, tableOf(3, '上\n下'))),
      )) {
        expect(content.filter((line) => line === '上').length).toBe(
          content.filter((line) => line === '下').length,
        );
        if (content.includes('番号')) expect(content).toContain('第1号');
      }
    }
  });

  it('go on with a row higher than any page', async () => {
    const text = '一、'.repeat(3_000);
    const file = await writePdf(documentOf(tableOf(1, text)));
    expect(await pdfPages(file)).toHaveLength(4);
    expect(await pdfText(file)).toContain(text);
  });

  it('come to an end even below a header higher than a page', async () => {
    const columns = [{ header: '高い見出し'.repeat(400), width: 1 }];
    const rows = Array.from({ length: 50 }, () => ['行']);
    const file = await writePdf(documentOf({ kind: 'table', columns, rows }));
    expect(await pdfText(file)).toMatch(/行{50}$/);
    expect((await pdfPages(file)).at(-1)?.artifacts.join('')).not.toContain('高い見出し');
  });

  it('do not end with a heading', async () => {
    const heading = { kind: 'heading', level: 1, text: '見出し' } as const;
    for (const before of fillers()) {
      for (const { content } of await pdfPages(
        await writePdf(documentOf(...before, heading, tableOf(1))),
      )) {
        expect(content.filter((line) => line !== '').at(-1)).not.toBe('見出し');
      }
    }
  });

  it.each([1, 2, 3, 4, 5])('do not end with a heading above %i lines', async (count) => {
    const heading = { kind: 'heading', level: 2, text: '見出し' } as const;
    const text = Array.from({ length: count }, () => '文').join('\n');
    const article = { kind: 'article', label: '第１条', paragraphs: [{ text }] } as const;
    for (const lines of [28, 29, 30, 31, 32, 33, 34, 35, 36]) {
      const before = { kind: 'paragraph', text: '行\n'.repeat(lines) } as const;
      const file = await writePdf(documentOf(before, heading, article));
      for (const { content } of await pdfPages(file)) {
        expect(content.filter((line) => line !== '').at(-1)).not.toMatch(/見出し|第１条/);
      }
    }
  });

  it('hold a signature block in one piece', async () => {
    const signatories = [{ role: '署名者', fields: [{ term: '名称', description: '菊陽町' }] }];
    const block = { kind: 'signatures', date: '日付', signatories } as const;
    for (const before of fillers()) {
      const pages = await pdfPages(await writePdf(documentOf(...before, block)));
      const texts = pages.map(({ content }) => content.join(''));
      expect(texts.filter((text) => /日付|署名者|菊陽町/.test(text))).toEqual([
        expect.stringMatching(/日付.*署名者.*名称.*菊陽町$/),
      ]);
    }
  });

  it.each(['本\n本', '本\n本\n本', '本\n本\n本\n本'])('leave no line of %j alone', async (text) => {
    for (const before of fillers()) {
      const file = await writePdf(documentOf(...before, { kind: 'paragraph', text }));
      for (const { content } of await pdfPages(file)) {
        expect(content.filter((line) => line === '本')).not.toHaveLength(1);
      }
    }
  });

  it('begin no line with a mark that may not begin one', async () => {
    for (const { content } of await pdfPages(await writePdf(SAMPLE_ANNEX))) {
      for (const line of content) expect(line).not.toMatch(/^[、。，．）」』ーっゃゅょ]|[（「『]$/);
    }
  });

  it('do not begin with an empty one where a page break follows the end of a page', async () => {
    const pages = await pdfPages(
      await writePdf(
        documentOf(
          { kind: 'page-break' },
          { kind: 'page-break' },
          { kind: 'paragraph', text: '終' },
        ),
      ),
    );
    expect(pages).toHaveLength(2);
  });
});

describe('the lines of the PDF', () => {
  const RIGHT_MARGIN = 595.28 - 70.87;

  /** Where the lines of a paragraph of あ and A end, from the first to the last. */
  async function rightEdges(text: string): Promise<readonly number[]> {
    const file = await writePdf(documentOf({ kind: 'paragraph', text }));
    const pdf = await getDocumentProxy(new Uint8Array(file));
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const edges = new Map<number, number>();
    for (const item of items) {
      if (!('str' in item) || !/[あA]/.test(item.str)) continue;
      edges.set(Number(item.transform[5]), Number(item.transform[4]) + item.width);
    }
    return [...edges.values()];
  }

  it('fill the width where the text goes on', async () => {
    const edges = await rightEdges('あ'.repeat(43 + 43 + 42));
    expect(edges).toHaveLength(3);
    for (const edge of edges.slice(0, -1)) expect(edge).toBeCloseTo(RIGHT_MARGIN, 0);
    expect(edges.at(-1)).toBeLessThan(RIGHT_MARGIN - 10);
  });

  it('are not torn apart where they are far from full', async () => {
    const [edge] = await rightEdges(`${'あ'.repeat(10)} ${'A'.repeat(65)}`);
    expect(edge).toBeLessThan(RIGHT_MARGIN - 100);
  });
});

describe('the text of the PDF', () => {
  it('can be copied, unusual kanji and markup included', async () => {
    const text = '<script>&"髙﨑祇園①②③㈱𠮷鷗ｶﾅ';
    expect(await pdfText(await writePdf(documentOf({ kind: 'paragraph', text })))).toBe(
      `題${text}`,
    );
  });

  it('has a geta mark for what the fonts lack', async () => {
    expect(await pdfText(await writePdf(documentOf({ kind: 'paragraph', text: '絵🙂' })))).toBe(
      '題絵〓',
    );
  });

  it('says 該当なし in a table without rows', async () => {
    const document = documentOf(tableOf(0));
    expect(await pdfText(await writePdf(document))).toBe('題番号義務の内容該当なし');
    expect(await structure(document)).toContain('Table(TR(TH TH) TR(TD TD))');
  });
});
