import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import {
  CalendarDay,
  CountryCode,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';
import { EXTENTS, type Extent } from '../domain/subcontract-input.js';
import { SUBCONTRACT_STATUSES, type SubcontractStatus } from '../domain/subcontract-lifecycle.js';
import {
  SubcontractDecisionDto,
  SubcontractDiscoveryDto,
  SubcontractSubmissionDto,
} from './subcontract-history.dto.js';

export class DraftSubcontractDto {
  /** The contract whose work is passed on. An approval counts for this contract only. */
  @IsId()
  contractId!: string;

  /** The hop whose firm passes the work on (再委託元); left out or null where the contractor (元請) itself does. */
  @IsOptional()
  @IsId()
  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  passedOnById?: string | null;

  /** The firm that takes the work (再委託先), as it is registered under `/v1/vendors`. A person who works under a contract of their own is one, too; temporary staff are not. */
  @IsId()
  vendorId!: string;

  /** The part of the work that is passed on. @example '夜間の運用監視' */
  @LongText()
  work!: string;

  /** How much of the work it is; only a part can be approved. Needed to apply. */
  @MayBeLeftOut()
  @IsIn(EXTENTS)
  @ApiPropertyOptional({ enum: EXTENTS })
  extent?: Extent;

  /** Why it is passed on. Needed to apply. */
  @MayBeLeftOut()
  @LongText()
  reason?: string;

  /** The items of information the firm handles: no more than whoever passes the work on. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsId({ each: true })
  dataItemIds?: string[];

  /** Where the work is done. Needed to apply. @example '福岡市博多区 運用センター' */
  @MayBeLeftOut()
  @ShortText()
  place?: string;

  /** The country of that place. Needed to apply. */
  @MayBeLeftOut()
  @CountryCode()
  country?: string;

  /** How the information is protected there (安全管理の方法). Needed to apply. */
  @MayBeLeftOut()
  @LongText()
  safeguards?: string;

  /** What shows that the firm is bound to the duties of the contract: the agreement with it, or the clauses of it. Needed for approval. @example '再委託契約書（写し）第5条から第14条まで' */
  @MayBeLeftOut()
  @LongText()
  flowDown?: string;

  /** The firm's pledge of secrecy (誓約書の写し). Needed for approval where it handles personal information. */
  @MayBeLeftOut()
  @ShortText()
  pledge?: string;

  /** Whether the firm belongs to the group of whoever passes the work on. It needs approval all the same. */
  @MayBeLeftOut()
  @IsBoolean()
  affiliate?: boolean;

  /** The first day of the work. Needed to apply. */
  @MayBeLeftOut()
  @CalendarDay()
  from?: string;

  /** The last day; left out or null where it has none of its own. */
  @IsOptional()
  @CalendarDay()
  @ApiPropertyOptional({ type: 'string', format: 'date', nullable: true })
  until?: string | null;
}

/** What is changed; everything left out stays as it was. */
export class ChangeSubcontractDto extends PartialType(
  OmitType(DraftSubcontractDto, ['contractId'] as const),
  { skipNullProperties: false },
) {}

/** The contractor's written application (再委託承諾申請書), taken in. */
export class ApplyForSubcontractDto {
  /** Who of the contractor applied, with the post. @example '代表取締役 検証 太郎' */
  @ShortText()
  appliedBy!: string;

  /** The day of the application. */
  @CalendarDay()
  appliedOn!: string;

  /** Number of the application, as the body received it. @example '収受第210号' */
  @ShortText()
  documentNumber!: string;

  /** The application and what came with it, as files of `POST /v1/files`; they stay from then on. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsId({ each: true })
  fileIds?: string[];
}

/** A firm of the chain and the part of the work it takes over. */
export class SubcontractDto {
  id!: string;

  /** Rises with every change of the hop and of the dossier of its engagement; also sent as `ETag`. */
  version!: string;

  engagementId!: string;

  contractId!: string;

  /** The hop whose firm passes the work on; null where the contractor does. */
  passedOnById!: string | null;

  vendorId!: string;

  vendorName!: string;

  /** The firm's corporate number (法人番号); null where it has none. */
  corporateNumber!: string | null;

  /** How far from the body (何次): the contractor is the first, its re-subcontractors the second. */
  @ApiProperty({ type: 'integer' })
  rank!: number;

  @ApiProperty({ enum: SUBCONTRACT_STATUSES })
  status!: SubcontractStatus;

  /** Whether the firm was ever found at work without approval; it stays true, whatever was decided later. */
  wasUnauthorized!: boolean;

  work!: string;

  @ApiProperty({ enum: [...EXTENTS, null], nullable: true, type: 'string' })
  extent!: Extent | null;

  reason!: string | null;

  dataItemIds!: string[];

  place!: string | null;

  country!: string | null;

  safeguards!: string | null;

  flowDown!: string | null;

  pledge!: string | null;

  affiliate!: boolean;

  from!: string | null;

  until!: string | null;

  authorId!: string;

  startedOn!: string | null;

  endedOn!: string | null;

  endReason!: string | null;

  /** Why the approval fell; null where it did not, or since it was applied for anew. */
  voidedReason!: string | null;
}

export class SubcontractListDto {
  /** Each hop before those below it. */
  items!: SubcontractDto[];
}

/** A hop with its applications, decisions and discoveries, oldest first. */
export class SubcontractDetailDto extends SubcontractDto {
  submissions!: SubcontractSubmissionDto[];

  decisions!: SubcontractDecisionDto[];

  discoveries!: SubcontractDiscoveryDto[];
}
