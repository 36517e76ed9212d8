import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import { REPORT_STATUSES, type ReportStatus } from '../domain/report.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';

const FORMATS = ['json', 'xlsx', 'csv'] as const;

export class ReportLedgerQuery extends PageQuery {
  /** Fiscal year (April to March): reports whose period ends in it or that are due in it. @example 2026 */
  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100 })
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear?: number;

  /** `xlsx` and `csv` hold the whole ledger, whatever the limit. */
  @MayBeLeftOut()
  @IsIn(FORMATS)
  @ApiPropertyOptional({ enum: FORMATS, default: 'json' })
  format?: (typeof FORMATS)[number];
}

/** A line of the ledger of reports. */
export class ReportLedgerLineDto {
  /** The report. */
  id!: string;

  engagementId!: string;

  engagementTitle!: string;

  /** Null while no vendor is recorded. */
  vendorName!: string | null;

  kind!: string;

  /** The kind in the language asked for. */
  kindTitle!: string;

  periodFrom!: string;

  periodUntil!: string;

  dueOn!: string;

  originalDueOn!: string;

  @ApiProperty({ enum: REPORT_STATUSES })
  status!: ReportStatus;

  isOverdue!: boolean;

  isLate!: boolean;

  /** The day the last version was handed in. */
  submittedOn!: string | null;

  acceptedOn!: string | null;

  waivedReason!: string | null;
}

export class ReportLedgerPageDto {
  items!: ReportLedgerLineDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
