import { Document as DocxDocument, Footer, Packer } from 'docx';
import type { Document } from './document.js';
import { docxPiece, footerParagraphs } from './docx-pieces.js';
import { FONT, FONT_TABLE, LANGUAGE, PARAGRAPH_STYLES, twips } from './docx-styles.js';
import { escapeMarkup } from './markup.js';
import { layOut, type Layout } from './layout.js';
import { BODY_SIZE, PAGE } from './text-styles.js';
import { pinEntryTimes } from './zip.js';

/**
 * The document as a Word file on A4 that a clerk can go on editing. The same document gives the
 * same bytes: the file names no moment and no author.
 */
export async function writeDocx(document: Document): Promise<Buffer> {
  const layout = layOut(document);
  const file = await Packer.toBuffer(docxDocument(layout), undefined, [
    { path: 'docProps/core.xml', data: coreProperties(layout.title) },
    { path: 'word/fontTable.xml', data: FONT_TABLE },
  ]);
  return pinEntryTimes(file);
}

function docxDocument({ title, footer, pieces }: Layout): DocxDocument {
  const margin = twips(PAGE.margin);
  return new DocxDocument({
    title,
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    styles: {
      default: {
        document: { run: { font: FONT, size: BODY_SIZE * 2, language: LANGUAGE } },
      },
      paragraphStyles: [...PARAGRAPH_STYLES],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: { top: margin, right: margin, bottom: margin, left: margin, footer: twips(30) },
          },
        },
        footers: { default: new Footer({ children: footerParagraphs(footer) }) },
        children: pieces.flatMap(docxPiece),
      },
    ],
  });
}

/** In place of the library's, which names the moment of writing (ECMA-376 part 2, core properties). */
function coreProperties(title: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeMarkup(title)}</dc:title></cp:coreProperties>`;
}
