import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  MaxLength,
} from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { PageQuery } from '../../shared/http/page.js';
import { CalendarDay, IsId, LongText, MayBeLeftOut } from '../../shared/http/validators.js';
import { AUDIT_MODES, AUDIT_STATUSES, type AuditMode, type AuditStatus } from '../domain/audit.js';

export class PlanAuditDto {
  /** The engagement whose vendor is audited. */
  @IsId()
  engagementId!: string;

  /** The firm audited; left out, the vendor of the engagement. */
  @MayBeLeftOut()
  @IsId()
  vendorId?: string;

  /** `substitute-report` where a third party's report stands in for an audit of the body's own. */
  @IsIn(AUDIT_MODES)
  @ApiProperty({ enum: AUDIT_MODES })
  mode!: AuditMode;

  /** The day it is planned for. */
  @CalendarDay()
  plannedOn!: string;

  /** Keys of the articles audited; each puts an obligation on the engagement. @example ['K9-1-3a-1'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  scope!: string[];
}

export class ConcludeAuditDto {
  /** The day of the audit; the last one where it took several. */
  @CalendarDay()
  heldOn!: string;

  /** What the auditors conclude on the whole (監査意見); what falls short is raised as findings (`POST /v1/findings`). */
  @LongText()
  opinion!: string;

  /** Where evidence and working papers are kept (10(1)⑥). */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  evidence!: string[];
}

export class ListAuditsQuery extends PageQuery {
  /** Only those of an engagement. */
  @MayBeLeftOut()
  @IsId()
  engagementId?: string;
}

/** An audit of a firm of the chain. */
export class AuditResponseDto {
  id!: string;

  engagementId!: string;

  /** Also sent as `ETag`. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ enum: AUDIT_STATUSES })
  status!: AuditStatus;

  vendorId!: string;

  @ApiProperty({ enum: AUDIT_MODES })
  mode!: AuditMode;

  plannedOn!: string;

  scope!: string[];

  plannedBy!: string;

  heldOn!: string | null;

  opinion!: string | null;

  evidence!: string[];

  /** The auditor who answers for the opinion. */
  concludedBy!: string | null;

  /** The role in which it was concluded. */
  concludedAs!: string | null;

  /** The post of that role, and whether it was held for another (職務代理); null until then, and for what was done before this was kept. */
  concludedIn!: HeldPostDto | null;

  /** The waiver under which someone audited what they had a part in; null for an independent auditor. */
  dutyWaiverId!: string | null;
}

export class AuditPageDto {
  items!: AuditResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
