import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { COURSES, ENGAGEMENT_STATUSES } from '../../engagements/index.js';
import type { Course, EngagementStatus } from '../../engagements/index.js';
import { ENGAGEMENT_KINDS, type EngagementKind } from '../../policies/index.js';
import { IsId, MayBeLeftOut } from '../../shared/http/validators.js';
import { LedgerTermDto, LedgerQuery } from './ledger.dto.js';
import { ObligationCountsDto } from './obligation-counts.dto.js';

export class EngagementLedgerQuery extends LedgerQuery {
  /** Only those in this status. */
  @MayBeLeftOut()
  @IsIn(ENGAGEMENT_STATUSES)
  @ApiPropertyOptional({ enum: ENGAGEMENT_STATUSES })
  status?: EngagementStatus;

  /** Only those of a section. */
  @MayBeLeftOut()
  @IsId()
  @ApiPropertyOptional({ type: 'string', format: 'uuid' })
  unitId?: string;

  /** Fiscal year (April to March): engagements whose period touches it. @example 2026 */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100 })
  fiscalYear?: number;
}

/** An engagement in the ledger of outsourcing and cloud use (外部委託・クラウド利用台帳). */
export class EngagementLedgerLineDto {
  /** The engagement. */
  id!: string;

  title!: string;

  unitId!: string;

  unitName!: string;

  /** Null before selection. */
  vendorId!: string | null;

  vendorName!: string | null;

  /** 法人番号; null for a sole proprietor. */
  vendorCorporateNumber!: string | null;

  cloudServiceId!: string | null;

  cloudServiceName!: string | null;

  @ApiProperty({ enum: ENGAGEMENT_KINDS, isArray: true })
  kinds!: EngagementKind[];

  @ApiProperty({ enum: COURSES })
  course!: Course;

  /** The highest class of the information handled; null while none is recorded. */
  @ApiProperty({ type: () => LedgerTermDto, nullable: true })
  confidentiality!: LedgerTermDto | null;

  @ApiProperty({ type: () => LedgerTermDto, nullable: true })
  integrity!: LedgerTermDto | null;

  @ApiProperty({ type: () => LedgerTermDto, nullable: true })
  availability!: LedgerTermDto | null;

  personalInformation!: boolean;

  /** Whether My Number is among it (特定個人情報). */
  specificPersonalInformation!: boolean;

  /** The network segment. */
  segment!: LedgerTermDto;

  /** The sets of rules of the policy it falls under. */
  regimes!: LedgerTermDto[];

  @ApiProperty({ enum: ENGAGEMENT_STATUSES })
  status!: EngagementStatus;

  startsOn!: string;

  endsOn!: string | null;

  /** The day it was entered here. */
  registeredOn!: string;

  /** The day it was closed or cancelled; null while it runs. */
  closedOn!: string | null;

  obligations!: ObligationCountsDto;
}

export class EngagementLedgerPageDto {
  items!: EngagementLedgerLineDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
