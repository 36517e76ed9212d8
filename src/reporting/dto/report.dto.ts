import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, MaxLength, ValidateNested } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { PageQuery } from '../../shared/http/page.js';
import {
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
  WholeNumber,
} from '../../shared/http/validators.js';
import { REPORT_STATUSES, type ReportStatus } from '../domain/report.js';

const STATUS_FILTERS = [...REPORT_STATUSES, 'overdue'] as const;

export class ScheduleReportsDto {
  /** Kind of a periodic report of the policy: its id. A refusal names those that arise in the engagement. @example 'R1' */
  @ShortText()
  kind!: string;

  /** Months between two reports; left out, what the policy says for the kind or the review tier. */
  @MayBeLeftOut()
  @WholeNumber(1, 12)
  everyMonths?: number;

  /** Business days from the end of a period to its due date; left out, the setting of the body. */
  @MayBeLeftOut()
  @WholeNumber(0, 250)
  dueBusinessDays?: number;
}

export class OpenReportDto {
  /** The engagement that is reported on. */
  @IsId()
  engagementId!: string;

  /** Kind of report that an occasion or the end of the work calls for: its id. A refusal names those that arise in the engagement. @example 'R8' */
  @ShortText()
  kind!: string;

  /** First day of what it tells of. */
  @CalendarDay()
  periodFrom!: string;

  /** Last day of what it tells of. */
  @CalendarDay()
  periodUntil!: string;

  /** Left out where a setting of the body gives the business days to it. */
  @MayBeLeftOut()
  @CalendarDay()
  dueOn?: string;
}

/** Whether one measure was performed. */
export class MeasurePerformedDto {
  /** Key of the article the measure serves. */
  @MayBeLeftOut()
  @ShortText()
  articleKey?: string;

  /** Whether the measure was performed in the period. */
  @IsIn(['performed', 'not-performed'])
  @ApiProperty({ enum: ['performed', 'not-performed'] })
  status!: 'performed' | 'not-performed';

  /** How it was performed, or why not and what follows. */
  @LongText()
  note!: string;
}

export class SubmitReportDto {
  /** The day it was handed in. */
  @CalendarDay()
  submittedOn!: string;

  /** Who made it: the vendor, or staff of the body. */
  @IsIn(['vendor', 'clerk'])
  @ApiProperty({ enum: ['vendor', 'clerk'] })
  submittedBy!: 'vendor' | 'clerk';

  /** How it came in. @example '書面（収受番号 総第456号）' */
  @ShortText()
  source!: string;

  /** What is said of each measure that the contract asks for; empty where the report is of none. */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => MeasurePerformedDto)
  measures!: MeasurePerformedDto[];

  /** What it tells, in running text, under the headings that the policy names for its kind. */
  @LongText()
  text!: string;

  /** Where the evidence is kept: document numbers or addresses. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  evidence!: string[];
}

export class ReviewReportDto {
  /** `accept` it, or `return` it to be corrected in a new version. */
  @IsIn(['accept', 'return'])
  @ApiProperty({ enum: ['accept', 'return'] })
  decision!: 'accept' | 'return';

  /** What was confirmed, or what must be corrected. */
  @LongText()
  comment!: string;
}

export class WaiveReportDto {
  /** Why this period needs no report. */
  @LongText()
  reason!: string;
}

export class ListReportsQuery extends PageQuery {
  /** Only those in this status; `overdue`: the due date passed and nothing is there to review. */
  @MayBeLeftOut()
  @IsIn(STATUS_FILTERS)
  @ApiPropertyOptional({ enum: STATUS_FILTERS })
  status?: (typeof STATUS_FILTERS)[number];

  /** Only those of an engagement. */
  @MayBeLeftOut()
  @IsId()
  engagementId?: string;
}

/** The body's answer to a version of a report. */
export class ReportReviewDto extends PickType(ReviewReportDto, ['decision', 'comment'] as const) {
  reviewedBy!: string;

  /** The role in which it was reviewed. */
  reviewedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  reviewedIn!: HeldPostDto | null;

  reviewedOn!: string;

  /** The waiver under which one person entered and reviewed it; null where these were two people. */
  dutyWaiverId!: string | null;
}

/** One version of a report. */
export class ReportSubmissionDto extends SubmitReportDto {
  id!: string;

  /** 1 for the first version. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  enteredBy!: string;

  recordedAt!: string;

  @ApiProperty({ type: ReportReviewDto, nullable: true })
  review!: ReportReviewDto | null;
}

/** One report that is due for an engagement. */
export class ReportResponseDto {
  id!: string;

  engagementId!: string;

  /** The schedule it belongs to; null for a report on an occasion. */
  scheduleId!: string | null;

  kind!: string;

  /** Also sent as `ETag`. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  /** `due` from the day after the period ended. */
  @ApiProperty({ enum: REPORT_STATUSES })
  status!: ReportStatus;

  /** Whether the due date passed and nothing is there to review. */
  isOverdue!: boolean;

  periodFrom!: string;

  periodUntil!: string;

  dueOn!: string;

  /** The due date it was first given. */
  originalDueOn!: string;

  /** Whether it was first submitted after its due date; it stays so. */
  isLate!: boolean;

  acceptedOn!: string | null;

  waivedOn!: string | null;

  waivedBy!: string | null;

  waivedReason!: string | null;
}

/** A report with every version of it. */
export class ReportDetailDto extends ReportResponseDto {
  submissions!: ReportSubmissionDto[];
}

export class ReportListDto {
  items!: ReportResponseDto[];
}

export class ReportPageDto extends ReportListDto {
  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
