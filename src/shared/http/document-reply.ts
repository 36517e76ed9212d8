import type { StreamableFile } from '@nestjs/common';
import type { Document } from '../documents/document.js';
import { writeDocx } from '../documents/docx.js';
import { writeHtml } from '../documents/html.js';
import { writePdf } from '../documents/pdf.js';
import { attachment } from './attachment.js';
import type { DocumentDto } from './document.dto.js';
import type { DocumentFormat } from './document-query.dto.js';

const WRITERS = { docx: writeDocx, pdf: writePdf, html: writeHtml } as const;

/**
 * A document in the format asked for; as JSON the document itself.
 * @param plainName the name of the file for clients that read no Japanese
 */
export async function documentReply(
  document: Document,
  format: DocumentFormat | undefined,
  plainName: string,
): Promise<DocumentDto | StreamableFile> {
  if (format === undefined || format === 'json') return document as DocumentDto;
  const content = await WRITERS[format](document);
  const name = `${document.title}${document.subtitle ?? ''}`;
  return attachment({ kind: format, content, name, plainName });
}
