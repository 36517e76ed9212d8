import type { StreamableFile } from '@nestjs/common';
import type { Document } from '../shared/documents/document.js';
import { writeDocx } from '../shared/documents/docx.js';
import { writeHtml } from '../shared/documents/html.js';
import { writePdf } from '../shared/documents/pdf.js';
import { attachment } from '../shared/http/attachment.js';
import type { DocumentDto } from '../shared/http/document.dto.js';
import type { AnnexFormat } from './dto/annex.dto.js';

const WRITERS = { docx: writeDocx, pdf: writePdf, html: writeHtml } as const;

/** The annex in the format asked for; as JSON the document itself. */
export async function annexReply(
  document: Document,
  format: AnnexFormat,
): Promise<DocumentDto | StreamableFile> {
  if (format === 'json') return document as DocumentDto;
  const content = await WRITERS[format](document);
  const name = `${document.title}${document.subtitle ?? ''}`;
  return attachment({ kind: format, content, name, plainName: 'security-annex' });
}
