import { ApiProperty } from '@nestjs/swagger';
import { ENGAGEMENT_STATUSES, type EngagementStatus } from '../../engagements/index.js';
import { ObligationCountsDto } from './obligation-counts.dto.js';

export const DUE_KINDS = [
  'obligation',
  'report',
  'finding',
  'policy-exception',
  'cloud-service-entry',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export class StatusCountDto {
  @ApiProperty({ enum: ENGAGEMENT_STATUSES })
  status!: EngagementStatus;

  @ApiProperty({ type: 'integer' })
  count!: number;
}

export class ReportsDueDto {
  @ApiProperty({ type: 'integer' })
  overdue!: number;

  /** Due today or in the 30 days after it. */
  @ApiProperty({ type: 'integer' })
  dueWithin30Days!: number;
}

export class ExceptionsEndingDto {
  /** Permitted ones whose last day is today or in the 30 days after it. */
  @ApiProperty({ type: 'integer' })
  endingWithin30Days!: number;

  @ApiProperty({ type: 'integer' })
  awaitingDecision!: number;
}

export class FindingsOpenDto {
  /** Not yet found to be corrected. */
  @ApiProperty({ type: 'integer' })
  open!: number;

  @ApiProperty({ type: 'integer' })
  overdue!: number;
}

export class CertificatesExpiringDto {
  /** Those in force, claimed ones too, whose last day is today or in the 90 days after it and that are not renewed. */
  @ApiProperty({ type: 'integer' })
  expiringWithin90Days!: number;
}

export class ApplicationsAwaitingDto {
  @ApiProperty({ type: 'integer' })
  awaitingDecision!: number;
}

/** Something that is due next. */
export class DueItemDto {
  @ApiProperty({ enum: DUE_KINDS })
  kind!: DueKind;

  id!: string;

  dueOn!: string;

  engagementId!: string;

  engagementTitle!: string;

  /** What it is, in the language asked for. */
  label!: string;

  /** Where it is read. */
  href!: string;
}

/** Where the body stands today. Duties, reports and exceptions are those of running engagements. */
export class DashboardDto {
  on!: string;

  /** By status, in the order of their life. */
  engagements!: StatusCountDto[];

  obligations!: ObligationCountsDto;

  reports!: ReportsDueDto;

  exceptions!: ExceptionsEndingDto;

  findings!: FindingsOpenDto;

  certificates!: CertificatesExpiringDto;

  useApplications!: ApplicationsAwaitingDto;

  /** The next ten from today on, the earliest first: open duties, reports, corrections, ends of exceptions and approvals. */
  nextDue!: DueItemDto[];
}
