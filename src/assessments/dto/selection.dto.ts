import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateNested } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { MadeElsewhereDto } from '../../shared/http/made-elsewhere.dto.js';
import { IsId, LongText, MayBeLeftOut } from '../../shared/http/validators.js';
import { SELECTION_METHODS, type SelectionMethod } from '../domain/selection.js';

const ELIGIBLE = ['suitable', 'conditional'] as const;

export class SelectVendorDto {
  /** The assessment of the candidate selected; its outcome is suitable or conditional. */
  @IsId()
  assessmentId!: string;

  /**
   * 入札 (`tender`), 総合評価, プロポーザル (`proposal`) or 随意契約 (`negotiated`): the one in which the candidate was asked, which
   * may be left out. Only a decision made elsewhere may name another.
   */
  @MayBeLeftOut()
  @IsIn(SELECTION_METHODS)
  @ApiPropertyOptional({ enum: SELECTION_METHODS })
  method?: SelectionMethod;

  /** Why this candidate. */
  @LongText()
  reasons!: string;

  /** Where the decision was made in the document system and is only recorded here. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => MadeElsewhereDto)
  madeElsewhere?: MadeElsewhereDto;
}

/** The selection that took the place of another. */
export class ReplacingSelectionDto {
  id!: string;

  /** The day it was decided. */
  decidedOn!: string;
}

/** Which candidate is entrusted, and why (選定結果). */
export class SelectionDto {
  id!: string;

  engagementId!: string;

  assessmentId!: string;

  /** The outcome it rests on. */
  outcomeId!: string;

  vendorId!: string;

  cloudServiceId!: string | null;

  @ApiProperty({ enum: ELIGIBLE })
  result!: (typeof ELIGIBLE)[number];

  @ApiProperty({ enum: SELECTION_METHODS })
  method!: SelectionMethod;

  reasons!: string;

  /** Who of the body submitted the answers; null where the vendor did. */
  submittedBy!: string | null;

  reviewedBy!: string[];

  /** Who decided; null where it was decided elsewhere. */
  decidedBy!: string | null;

  /** The role in which it was decided here, or in which a decision made elsewhere was recorded. */
  recordedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  recordedIn!: HeldPostDto | null;

  recordedBy!: string;

  decidedOn!: string;

  @ApiProperty({ type: MadeElsewhereDto, nullable: true })
  madeElsewhere!: MadeElsewhereDto | null;

  /** Whether the body lets one person review and select. */
  dutiesJoined!: boolean;

  /** The waiver under which one person submitted or reviewed, and selected; null where these were two people. */
  dutyWaiverId!: string | null;

  /** The comparison it was decided on (`GET /v1/comparisons/{id}`); null where it was decided before this was kept. */
  comparisonId!: string | null;

  /** SHA-256 of the material content decided on. */
  contentHash!: string;

  /** Since when it is to be looked at again, as what was decided on changed after the work had begun. */
  reReviewSince!: string | null;

  voidedOn!: string | null;

  voidedReason!: string | null;

  /** The selection that took its place, after it was voided or by replacing it; null while none did. */
  @ApiProperty({ type: ReplacingSelectionDto, nullable: true })
  replacedBy!: ReplacingSelectionDto | null;
}

export class SelectionListDto {
  items!: SelectionDto[];
}
