import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { LANGUAGES, type Language } from '../../shared/domain/text.js';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { PageQuery } from '../../shared/http/page.js';
import {
  AmountOfYen,
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';
import {
  CONTRACT_STATUSES,
  END_REASONS,
  type ContractStatus,
  type EndReason,
} from '../domain/contract-lifecycle.js';

export class DraftContractDto {
  /** What the contract is called. @example '窓口予約システム導入運用業務委託契約' */
  @ShortText()
  title!: string;

  /** The other party; once a vendor is selected, that one. */
  @IsId()
  vendorId!: string;

  /** The cloud service it is about; null takes it away. */
  @IsOptional()
  @IsId()
  cloudServiceId?: string | null;

  /** First day of the term. */
  @CalendarDay()
  from!: string;

  /** Last day of the term; null, or left out, where it runs until it is ended. */
  @IsOptional()
  @CalendarDay()
  until?: string | null;

  /** Whole yen as a text of digits, so that none is lost; null takes it away. @example '12100000' */
  @IsOptional()
  @AmountOfYen()
  amount?: string | null;

  /** The place of jurisdiction as the contract names it; null takes it away. @example '熊本地方裁判所' */
  @IsOptional()
  @ShortText()
  jurisdiction?: string | null;

  /** The language in which it is concluded; Japanese where left out. */
  @MayBeLeftOut()
  @IsIn(LANGUAGES)
  @ApiPropertyOptional({ enum: LANGUAGES })
  language?: Language;
}

export class ChangeContractDto extends PartialType(DraftContractDto, {
  skipNullProperties: false,
}) {}

export class SignContractDto {
  /** The day both sides had signed. */
  @CalendarDay()
  signedOn!: string;

  /** Number under which the signed contract is kept. @example '総第123号' */
  @ShortText()
  documentNumber!: string;

  /** Who signed for the body, with the post. @example '試験町長 検証 花子' */
  @ShortText()
  bodySignatory!: string;

  /** Who signed for the vendor, with the post. @example '代表取締役 検証 太郎' */
  @ShortText()
  vendorSignatory!: string;
}

export class EndContractDto {
  /** The last day it was in force. */
  @CalendarDay()
  endedOn!: string;

  /** Performed to the end (`completed`), ended by agreement, for lack of budget (`budget-cut`), for a breach by the vendor, because the vendor failed, or for another reason. */
  @IsIn(END_REASONS)
  @ApiProperty({ enum: END_REASONS })
  reason!: EndReason;

  /** What happened, with document numbers. */
  @MayBeLeftOut()
  @LongText()
  note?: string;
}

export class ListContractsQuery extends PageQuery {
  /** Only those in this status. */
  @MayBeLeftOut()
  @IsIn(CONTRACT_STATUSES)
  @ApiPropertyOptional({ enum: CONTRACT_STATUSES })
  status?: ContractStatus;

  /** Only those of an engagement. */
  @MayBeLeftOut()
  @IsId()
  engagementId?: string;

  /** Only those with a vendor. */
  @MayBeLeftOut()
  @IsId()
  vendorId?: string;
}

/** Who signed a contract, when, and who recorded it. */
export class SignatureDto {
  signedOn!: string;

  documentNumber!: string;

  bodySignatory!: string;

  vendorSignatory!: string;

  recordedBy!: string;

  /** The role in which it was recorded. */
  recordedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  recordedIn!: HeldPostDto | null;

  /**
   * SHA-256 of what was signed: parties, term, clauses with their values, the annex and the specification
   * contained. None of it changes afterwards. Null where it was signed before hashes were kept.
   */
  contentHash!: string | null;
}

/** How a contract ended. */
export class ContractEndDto {
  endedOn!: string;

  @ApiProperty({ enum: END_REASONS })
  reason!: EndReason;

  note!: string | null;
}

/** A contract of an engagement. */
export class ContractDto {
  id!: string;

  engagementId!: string;

  /** Also sent as `ETag`; stands for the whole dossier it rests on. */
  version!: string;

  /** One whose last day has passed stays `signed` until its end is recorded. */
  @ApiProperty({ enum: CONTRACT_STATUSES })
  status!: ContractStatus;

  title!: string;

  vendorId!: string;

  cloudServiceId!: string | null;

  from!: string;

  until!: string | null;

  /** Whole yen. */
  amount!: string | null;

  jurisdiction!: string | null;

  @ApiProperty({ enum: LANGUAGES })
  language!: Language;

  /** The specification it contains; set at signature. */
  specificationId!: string | null;

  draftedBy!: string;

  @ApiProperty({ type: SignatureDto, nullable: true })
  signature!: SignatureDto | null;

  @ApiProperty({ type: ContractEndDto, nullable: true })
  end!: ContractEndDto | null;
}

export class ContractListDto {
  /** The latest first. */
  items!: ContractDto[];
}

export class ContractPageDto extends ContractListDto {
  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
