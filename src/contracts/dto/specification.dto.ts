import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { LongText, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { SPECIFICATION_STATUSES, type SpecificationStatus } from '../domain/specification.js';

export class NamedConditionDto {
  /** A criterion of the policy that must be a selection condition here. @example 'G-01' */
  @ShortText()
  criterionId!: string;

  /** The body's own wording of the condition; leave out to let the policy's stand. */
  @MayBeLeftOut()
  @LongText()
  statement?: string;
}

export class RequirementDto {
  /** What is required, in a word. @example '多要素認証' */
  @ShortText()
  title!: string;

  /** The requirement as it is put to the candidates. */
  @LongText()
  text!: string;
}

export class DraftSpecificationDto {
  /** What the specification is called. @example '窓口予約システム調達仕様書（情報セキュリティ）' */
  @ShortText()
  title!: string;

  /** Number under which it is kept; null takes it away. @example '総第101号' */
  @IsOptional()
  @ShortText()
  documentNumber?: string | null;

  /** The selection conditions it carries; leave out to take up all that the policy puts on the engagement. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NamedConditionDto)
  conditions?: NamedConditionDto[];

  /** Requirements of the body's own, such as the technical security functions (7(3)①). */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => RequirementDto)
  requirements?: RequirementDto[];
}

export class ChangeSpecificationDto extends PartialType(DraftSpecificationDto, {
  skipNullProperties: false,
}) {}

/** A selection condition as the specification carries it. */
export class SelectionConditionDto {
  criterionId!: string;

  topic!: TextDto;

  /** As it is asked of the candidates. */
  question!: TextDto;

  /** Keys of the articles it serves. */
  articles!: string[];

  /** The body's own wording; null where the policy's stands. */
  statement!: string | null;
}

/** A condition the policy asks for that the specification does not carry. */
export class MissingConditionDto {
  criterionId!: string;

  topic!: TextDto;
}

/** A version of the security part of a procurement specification. */
export class SpecificationDto {
  id!: string;

  engagementId!: string;

  /** Also sent as `ETag`; stands for the whole dossier it rests on. */
  version!: string;

  /** Counts the versions of the engagement's specification from 1. */
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ enum: SPECIFICATION_STATUSES })
  status!: SpecificationStatus;

  title!: string;

  documentNumber!: string | null;

  conditions!: SelectionConditionDto[];

  requirements!: RequirementDto[];

  /** What it lacks of the conditions the policy puts on the engagement today; confirmation asks for none. */
  missing!: MissingConditionDto[];

  draftedBy!: string;

  confirmedBy!: string | null;

  /** The role in which it was confirmed. */
  confirmedAs!: string | null;

  /** The post of that role, and whether it was held for another (職務代理); null until then, and for what was done before this was kept. */
  confirmedIn!: HeldPostDto | null;

  confirmedOn!: string | null;

  /** The day a later version was confirmed. */
  supersededOn!: string | null;

  /** SHA-256 of everything its document says, as kept at confirmation; null until then, and for what was confirmed before this was kept. */
  contentHash!: string | null;
}

export class SpecificationListDto {
  /** The last version first. */
  items!: SpecificationDto[];
}
