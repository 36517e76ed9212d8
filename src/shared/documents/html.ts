import type { Document } from './document.js';
import { HTML_STYLE } from './html-style.js';
import { escapeMarkup } from './markup.js';
import { layOut } from './layout.js';
import type { ListPiece, Piece, TablePiece, TextPiece } from './pieces.js';

/**
 * The document as one page that needs nothing else: no scripts, no fonts, no images. Headings,
 * lists and table headers are marked up for screen readers; printed, it is A4 with page numbers.
 */
export function writeHtml(document: Document): string {
  const { language, title, footer, pieces } = layOut(document);
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>\n${HTML_STYLE}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...pieces.map(pieceHtml),
    '</main>',
    ...(footer ? [`<footer>${inline(footer)}</footer>`] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function pieceHtml(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return textHtml(piece);
    case 'list':
      return listHtml(piece);
    case 'table':
      return tableHtml(piece);
    case 'block':
      return ['<div class="block">', ...piece.lines.map(textHtml), '</div>'].join('\n');
    case 'page-break':
      return '<div class="page-break"></div>';
  }
}

function textHtml(piece: TextPiece): string {
  const tag = piece.level ? `h${String(piece.level)}` : 'p';
  const keep = piece.keepWithNext ? ' keep' : '';
  return `<${tag} class="${piece.style}${keep}">${markedText(piece)}</${tag}>`;
}

/** The space, inside the marker where it takes no room, keeps the two apart when copied. */
function markedText({ marker, text }: TextPiece): string {
  return marker ? `<span class="marker">${inline(marker)} </span>${inline(text)}` : inline(text);
}

/** The role keeps browsers from dropping the list when the style hides its own bullets. */
function listHtml({ items }: ListPiece): string {
  const lines = items.map((item) => `<li class="${item.style}">${markedText(item)}</li>`);
  return ['<ul role="list">', ...lines, '</ul>'].join('\n');
}

function tableHtml(table: TablePiece): string {
  return [
    `<table${table.nested ? ' class="nested"' : ''}>`,
    `<colgroup>${table.widths.map((width) => `<col style="width:${percent(width)}">`).join('')}</colgroup>`,
    ...(table.header.length > 0 ? [`<thead>${headerHtml(table.header)}</thead>`] : []),
    '<tbody>',
    ...bodyRows(table),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function headerHtml(header: readonly string[]): string {
  return `<tr>${header.map((text) => `<th scope="col">${inline(text)}</th>`).join('')}</tr>`;
}

function bodyRows({ header, rows, widths, placeholder }: TablePiece): readonly string[] {
  if (rows.length === 0)
    return [`<tr><td colspan="${String(widths.length)}">${inline(placeholder)}</td></tr>`];
  return rows.map((cells) => {
    const html = cells.map((text, column) =>
      header.length === 0 && column === 0
        ? `<th scope="row">${inline(text)}</th>`
        : `<td>${inline(text)}</td>`,
    );
    return `<tr>${html.join('')}</tr>`;
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function inline(text: string): string {
  return escapeMarkup(text).replaceAll('\n', '<br>');
}
