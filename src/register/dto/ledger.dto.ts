import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';

const FORMATS = ['json', 'xlsx', 'csv'] as const;

export class LedgerQuery extends PageQuery {
  /** `xlsx` and `csv` hold the whole ledger, whatever the limit. */
  @MayBeLeftOut()
  @IsIn(FORMATS)
  @ApiPropertyOptional({ enum: FORMATS, default: 'json' })
  format?: (typeof FORMATS)[number];
}

/** Something the policy names, by its id and its name in the language asked for. */
export class LedgerTermDto {
  id!: string;

  label!: string;
}
