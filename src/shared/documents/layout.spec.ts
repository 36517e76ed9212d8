import { describe, expect, it } from 'vitest';
import type { Article, Block, DocumentLanguage } from './document.js';
import { layOut } from './layout.js';
import type { Piece } from './pieces.js';

function pieces(blocks: readonly Block[], language: DocumentLanguage = 'ja'): readonly Piece[] {
  return layOut({ language, title: '題', blocks }).pieces.slice(1);
}

function article(paragraphs: number): Article {
  const texts = Array.from({ length: paragraphs }, () => ({ text: '文' }));
  return { kind: 'article', label: '第１条', caption: '目的', paragraphs: texts };
}

function markers(block: Block, language: DocumentLanguage): readonly unknown[] {
  return pieces([block], language).flatMap((piece) => {
    if (piece.kind === 'list') return piece.items.map(({ marker }) => marker);
    return piece.kind === 'text' && piece.style !== 'article' ? [piece.marker] : [];
  });
}

describe('the paragraphs of an article', () => {
  it.each([
    ['a single Japanese one has no number', 1, 'ja', [undefined]],
    [
      'Japanese ones are numbered in full width from the second on',
      3,
      'ja',
      [undefined, '２', '３'],
    ],
    ['a single English one has no number', 1, 'en', [undefined]],
    ['English ones are all numbered', 2, 'en', ['1.', '2.']],
  ] as const)('%s', (_behaviour, count, language, expected) => {
    expect(markers(article(count), language)).toEqual(expected);
  });

  it('take both digits in full width from the tenth on', () => {
    expect(markers(article(10), 'ja').at(-1)).toBe('１０');
  });
});

describe('an article', () => {
  it.each([
    ['ja', '第１条（目的）'],
    ['en', '第１条 (目的)'],
  ] as const)('is headed by its label and caption (%s)', (language, text) => {
    expect(pieces([article(1)], language)[0]).toMatchObject({ style: 'article', text });
  });

  it('is headed by its label alone without a caption', () => {
    const [heading] = pieces([{ kind: 'article', label: '第１条', paragraphs: [] }]);
    expect(heading).toMatchObject({ text: '第１条' });
  });

  it('ranks below the heading it stands under', () => {
    const levels = pieces([article(0), { kind: 'heading', level: 2, text: '節' }, article(0)]).map(
      (piece) => (piece.kind === 'text' ? piece.level : undefined),
    );
    expect(levels).toEqual([2, 3, 4]);
  });

  it('keeps a paragraph with the list it introduces', () => {
    const list = { kind: 'list', marker: 'number', items: ['甲'] } as const;
    const [, plain, introducing] = pieces([
      { ...article(0), paragraphs: [{ text: '文' }, { text: '次に掲げる', details: [list] }] },
    ]);
    expect(plain).not.toHaveProperty('keepWithNext');
    expect(introducing).toHaveProperty('keepWithNext', true);
  });
});

describe('a list', () => {
  it.each([
    ['number', 'ja', ['(1)', '(2)']],
    ['bullet', 'ja', ['・', '・']],
    ['bullet', 'en', ['•', '•']],
  ] as const)('has a %s before each item (%s)', (marker, language, expected) => {
    expect(markers({ kind: 'list', marker, items: ['一', '二'] }, language)).toEqual(expected);
  });
});

describe('a table', () => {
  const columns = [
    { header: '番号', width: 1 },
    { header: '内容', width: 3 },
  ];

  it('shares the width out', () => {
    expect(pieces([{ kind: 'table', columns, rows: [] }])[0]).toMatchObject({
      widths: [0.25, 0.75],
    });
  });

  it.each([[['１']], [['１', '二', '三']]])('refuses a row of %j under two columns', (row) => {
    expect(() => pieces([{ kind: 'table', columns, rows: [row] }])).toThrow(RangeError);
  });
});

describe('a signature block', () => {
  it('is one block of the date, the roles and their fields', () => {
    const fields = [{ term: '名称', description: '㈱髙﨑' }];
    const signatories = [{ role: '甲', fields }];
    expect(pieces([{ kind: 'signatures', date: '令和８年４月１日', signatories }])).toMatchObject([
      {
        kind: 'block',
        lines: [{ text: '令和８年４月１日' }, { text: '甲' }, { marker: '名称', text: '㈱髙﨑' }],
      },
    ]);
  });
});

describe('the text of a document', () => {
  it('is made printable wherever it stands', () => {
    const row = ['a\u0000b', 'c\uD842d'];
    const columns = [
      { header: '\u202E番号', width: 1 },
      { header: '内容', width: 1 },
    ];
    const [table] = pieces([{ kind: 'table', columns, rows: [row] }]);
    expect(table).toMatchObject({ header: ['番号', '内容'], rows: [['ab', 'c〓d']] });
  });

  it('gives the file a title of one line', () => {
    expect(layOut({ language: 'ja', title: '一\r\n二', blocks: [] }).title).toBe('一 二');
  });
});
