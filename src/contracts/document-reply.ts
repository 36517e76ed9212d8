import type { StreamableFile } from '@nestjs/common';
import type { Document } from '../shared/documents/document.js';
import { writeDocx } from '../shared/documents/docx.js';
import { writeHtml } from '../shared/documents/html.js';
import { writePdf } from '../shared/documents/pdf.js';
import { attachment } from '../shared/http/attachment.js';
import type { DocumentDto } from '../shared/http/document.dto.js';
import type { DocumentFormat } from './dto/document-query.dto.js';

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
