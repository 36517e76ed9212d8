import { ApiProperty, PartialType, PickType } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, MaxLength } from 'class-validator';
import { CalendarDay, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';

export class RegisterRuleDocumentDto {
  /** Kinds of the adopted policy it answers for; one file may hold several. They are the ids that an obligation proved by a `rule-document` names (`obligations[].proof.of` of `GET /v1/policies/{id}/articles`). @example ['cloud-use-criteria'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  kinds!: string[];

  /** What it is called. @example '菊陽町クラウドサービス利用規程' */
  @ShortText()
  title!: string;

  /** As printed on it. @example '令和８年訓令第２号' */
  @ShortText()
  number!: string;

  /** First day in force. */
  @CalendarDay()
  effectiveFrom!: string;

  /** Last day in force; leave out while none is known. */
  @MayBeLeftOut()
  @CalendarDay()
  effectiveUntil?: string;

  /** An internal document is never shown to vendors or in public exports. */
  @IsIn(['public', 'internal'])
  @ApiProperty({ enum: ['public', 'internal'] })
  disclosure!: 'public' | 'internal';

  /** Where the text is kept. @example '文書管理システム 総-2026-0012' */
  @ShortText()
  location!: string;
}

export class ChangeRuleDocumentDto extends PartialType(
  PickType(RegisterRuleDocumentDto, ['effectiveUntil', 'location'] as const),
  { skipNullProperties: false },
) {}

/** A rule document of the body. */
export class RuleDocumentResponseDto {
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  kinds!: string[];

  title!: string;

  number!: string;

  effectiveFrom!: string;

  effectiveUntil!: string | null;

  @ApiProperty({ enum: ['public', 'internal'] })
  disclosure!: 'public' | 'internal';

  location!: string;
}

export class RuleDocumentListDto {
  items!: RuleDocumentResponseDto[];
}
