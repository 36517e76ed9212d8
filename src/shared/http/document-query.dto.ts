import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../domain/text.js';
import { MayBeLeftOut } from './validators.js';

export const DOCUMENT_FORMATS = ['json', 'docx', 'pdf', 'html'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export class ReadDocumentQuery {
  /** JSON where left out. */
  @MayBeLeftOut()
  @IsIn(DOCUMENT_FORMATS)
  @ApiPropertyOptional({ enum: DOCUMENT_FORMATS, default: 'json' })
  format?: DocumentFormat;

  /** The language `Accept-Language` asks for where left out. */
  @MayBeLeftOut()
  @IsIn(LANGUAGES)
  @ApiPropertyOptional({ enum: LANGUAGES })
  language?: Language;
}
