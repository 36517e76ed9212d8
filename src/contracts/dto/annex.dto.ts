import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../../shared/domain/text.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';

export const ANNEX_FORMATS = ['json', 'docx', 'pdf', 'html'] as const;
export type AnnexFormat = (typeof ANNEX_FORMATS)[number];

export class ReadAnnexQuery {
  /** JSON where left out. */
  @MayBeLeftOut()
  @IsIn(ANNEX_FORMATS)
  @ApiPropertyOptional({ enum: ANNEX_FORMATS, default: 'json' })
  format?: AnnexFormat;

  /** The language `Accept-Language` asks for where left out. */
  @MayBeLeftOut()
  @IsIn(LANGUAGES)
  @ApiPropertyOptional({ enum: LANGUAGES })
  language?: Language;
}
