import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  ValidateNested,
} from 'class-validator';
import {
  ENGAGEMENT_KINDS,
  TIER_QUESTIONS,
  WORK_TYPES,
  type EngagementKind,
  type TierQuestion,
  type WorkType,
} from '../../policies/index.js';
import { PageQuery } from '../../shared/http/page.js';
import {
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';
import {
  ENGAGEMENT_STATUSES,
  type Course,
  type EngagementStatus,
} from '../domain/engagement-lifecycle.js';

/** A kind of information handled, classified by the body's own scheme. */
export class ClassifyDataItemDto {
  /** What the information is called at the body. @example '国民健康保険資格情報' */
  @ShortText()
  name!: string;

  /** Confidentiality class of the adopted policy, by its id (`classification.confidentiality` of `GET /v1/policies/{id}`). @example 'C2' */
  @ShortText()
  confidentiality!: string;

  /** Integrity class, by its id (`classification.integrity` of `GET /v1/policies/{id}`). @example 'I2' */
  @ShortText()
  integrity!: string;

  /** Availability class, by its id (`classification.availability` of `GET /v1/policies/{id}`). @example 'A2' */
  @ShortText()
  availability!: string;

  /** Whether it is personal information. */
  @IsBoolean()
  personalInformation!: boolean;

  /** Whether it contains My Number (特定個人情報). */
  @IsBoolean()
  specificPersonalInformation!: boolean;
}

export class DataItemResponseDto extends ClassifyDataItemDto {
  id!: string;

  engagementId!: string;
}

export class DataItemListDto {
  items!: DataItemResponseDto[];
}

export class CreateEngagementDto {
  /** What the work is called (案件名). @example '窓口予約システムの導入及び運用' */
  @ShortText()
  title!: string;

  /** The work that is entrusted or supported (業務内容の特定). */
  @LongText()
  description!: string;

  /** Outsourcing, a cloud service, or both; or a social-media service used with an account of the body, which stands alone. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ENGAGEMENT_KINDS, { each: true })
  @ApiProperty({ enum: ENGAGEMENT_KINDS, isArray: true })
  kinds!: EngagementKind[];

  /** What is done to systems, if anything. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayUnique()
  @IsIn(WORK_TYPES, { each: true })
  @ApiPropertyOptional({ enum: WORK_TYPES, isArray: true })
  workTypes?: WorkType[];

  /** The tier questions answered yes; they decide the depth of review. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayUnique()
  @IsIn(TIER_QUESTIONS, { each: true })
  @ApiPropertyOptional({ enum: TIER_QUESTIONS, isArray: true })
  tierAnswers?: TierQuestion[];

  /** The responsible section (所管課). */
  @IsId()
  unitId!: string;

  /** Network segment in which the information is handled, by its id (`segments` of `GET /v1/policies/{id}`). @example 'lgwan' */
  @ShortText()
  segment!: string;

  /** First day of the work. */
  @CalendarDay()
  startsOn!: string;

  /** Last day; leave out where it is open-ended. */
  @MayBeLeftOut()
  @CalendarDay()
  endsOn?: string;

  /** What information is handled. Without an item the engagement cannot be specified. */
  @MayBeLeftOut()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClassifyDataItemDto)
  dataItems?: ClassifyDataItemDto[];
}

/** A running engagement brought in from another ledger. */
export class TakeOverEngagementDto extends CreateEngagementDto {
  /** The day it began; its duties from before adoption are marked as such, not as proven. */
  @CalendarDay()
  since!: string;

  /** Where it was kept until now. @example '外部委託台帳（Excel）令和７年度 12行目' */
  @ShortText()
  source!: string;

  /** The vendor that does the work. */
  @MayBeLeftOut()
  @IsId()
  vendorId?: string;
}

/** What may still be changed of an engagement. */
export class ChangeEngagementDto extends PartialType(
  PickType(CreateEngagementDto, [
    'title',
    'description',
    'workTypes',
    'tierAnswers',
    'unitId',
    'segment',
    'startsOn',
    'endsOn',
  ] as const),
  { skipNullProperties: false },
) {}

export class ListEngagementsQuery extends PageQuery {
  /** Only those in this status. */
  @MayBeLeftOut()
  @IsIn(ENGAGEMENT_STATUSES)
  @ApiPropertyOptional({ enum: ENGAGEMENT_STATUSES })
  status?: EngagementStatus;

  /** Only those of a section. */
  @MayBeLeftOut()
  @IsId()
  unitId?: string;
}

/** One piece of entrusted work, one cloud use or one social-media service (案件). */
export class EngagementResponseDto {
  id!: string;

  /** Version of the whole dossier: also sent as `ETag`, it rises when anything of it changes. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  title!: string;

  description!: string;

  kinds!: string[];

  workTypes!: string[];

  tierAnswers!: string[];

  unitId!: string;

  segment!: string;

  policyVersionId!: string;

  startsOn!: string;

  endsOn!: string | null;

  @ApiProperty({ enum: ENGAGEMENT_STATUSES })
  status!: EngagementStatus;

  /** `light` where only a light regime applies (no selection, no contract of the body's own). */
  course!: Course;

  /** What follows from kind, classification and segment: marks, `regime:…`, `tier:…`. */
  facts!: string[];

  /** The vendor selected; null before selection. */
  vendorId!: string | null;

  /** The cloud or social-media service used; null before selection, and for outsourcing without one. */
  cloudServiceId!: string | null;

  draftedBy!: string;

  takenOverFrom!: string | null;

  /** The day it was entered here. */
  registeredOn!: string;

  /** The day it was closed or cancelled; null while it runs. */
  closedOn!: string | null;

  updatedAt!: string;
}

export class EngagementPageDto {
  items!: EngagementResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
