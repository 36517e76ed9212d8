import { ApiProperty } from '@nestjs/swagger';
import { TextDto } from '../../shared/http/text.dto.js';

/** A version of a policy pack, as loaded; it never changes. */
export class PolicySummaryDto {
  id!: string;

  /** @example 'kikuyo' */
  packId!: string;

  /** @example '2026-11' */
  version!: string;

  title!: TextDto;

  /** SHA-256 of its content. */
  contentHash!: string;

  /** False for a base that only others build on. */
  adoptable!: boolean;

  /** The first day from which the body runs on it; null where it never adopted it. */
  adoptedFrom!: string | null;
}

export class PolicyPageDto {
  items!: PolicySummaryDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

/** A document of the policy. */
export class PolicyDocumentDto {
  id!: string;

  title!: TextDto;

  /** As published, e.g. 令和８年訓令第２号. */
  number?: TextDto;

  /** `public` or `internal`. */
  disclosure!: string;

  /** True where the body chose what stands in it: it is no text of its published policy. */
  chosen?: boolean;
}

/** When the policy came into force by its own text. */
export class EffectiveDto {
  printed!: TextDto;

  /** A day, or a month where no day is printed. @example '2026-06-05' */
  from?: string;

  /** True where it is the day of publication: the adoption has to tell it. */
  onPublication?: boolean;
}

/** A part of the body (適用範囲). */
export class ScopePartDto {
  /** Named by org units. @example 'fire-headquarters' */
  id!: string;

  label!: TextDto;

  /** Whether the policy applies to it. */
  applies!: boolean;
}

/** A category of staff. */
export class StaffCategoryDto {
  /** Named by people. */
  id!: string;

  label!: TextDto;
}

/** A word of the body for what bodies call differently. */
export class WordDto {
  /** @example 'incident-plan' */
  key!: string;

  ja!: string;

  en!: string;

  /** Other words of the policy for the same. */
  alsoCalled!: string[];
}

/** Two segments whose communication paths are split (通信経路の分割). */
export class SegmentSplitDto {
  @ApiProperty({ type: [String] })
  between!: readonly string[];

  /** Whether what passes between them must be sanitised (無害化通信). */
  sanitised!: boolean;
}

/** A kind of record, as staff file it to prove a duty. */
export class RecordKindDto {
  /** Sent as the `kind` of a record. @example 'impact-review' */
  id!: string;

  title!: TextDto;

  /** What it must state. */
  guidance!: TextDto;
}

/** A kind of rule document of the body itself. */
export class RuleDocumentKindDto {
  /** Sent in the `kinds` of a rule document. @example 'incident-response-plan' */
  id!: string;

  title!: TextDto;

  /** Key of the article that asks for it. */
  article?: string;
}

/** A kind of report. */
export class ReportKindDto {
  id!: string;

  title!: TextDto;

  /** `vendor` or `body`. */
  from!: string;

  /** `schedule`, `event` or `end`. */
  trigger!: string;

  /** Ids of the roles it goes to. */
  @ApiProperty({ type: [String] })
  recipientRoles!: readonly string[];
}

/** A role of the policy; who holds it is told by `/v1/posts`. */
export class RoleDto {
  id!: string;

  /** @example 'SISM' */
  abbreviation!: string;

  label!: TextDto;

  /** Key of the article that establishes it. */
  article?: string;

  /** What it may do in the product. */
  @ApiProperty({ type: [String] })
  duties!: readonly string[];

  /** Roles of other bodies whose place it takes here. */
  @ApiProperty({ type: [String], required: false })
  standsFor?: readonly string[];
}

/** A class of information. */
export class InformationClassDto {
  /** @example 'C3A' */
  id!: string;

  label!: TextDto;

  /** Higher is more sensitive. */
  @ApiProperty({ type: 'integer' })
  rank!: number;

  /** Facts that follow from holding such information. */
  @ApiProperty({ type: [String] })
  marks!: readonly string[];
}

export class ClassificationDto {
  @ApiProperty({ type: [InformationClassDto] })
  confidentiality!: readonly InformationClassDto[];

  @ApiProperty({ type: [InformationClassDto] })
  integrity!: readonly InformationClassDto[];

  @ApiProperty({ type: [InformationClassDto] })
  availability!: readonly InformationClassDto[];
}

/** A network segment. */
export class SegmentDto {
  id!: string;

  label!: TextDto;

  /** Confidentiality classes that may be handled here without a permitted exception. */
  @ApiProperty({ type: [String] })
  admits!: readonly string[];

  /** By what way it reaches the Internet, where the policy says it. */
  egress?: TextDto;
}

/** A policy version with the lists that other requests name ids of. */
export class PolicyResponseDto extends PolicySummaryDto {
  @ApiProperty({ type: [PolicyDocumentDto] })
  documents!: readonly PolicyDocumentDto[];

  @ApiProperty({ type: [RoleDto] })
  roles!: readonly RoleDto[];

  classification!: ClassificationDto;

  @ApiProperty({ type: [SegmentDto] })
  segments!: readonly SegmentDto[];

  segmentSplit!: SegmentSplitDto | null;

  effective!: EffectiveDto | null;

  @ApiProperty({ type: [ScopePartDto] })
  scope!: readonly ScopePartDto[];

  @ApiProperty({ type: [StaffCategoryDto] })
  staffCategories!: readonly StaffCategoryDto[];

  @ApiProperty({ type: [WordDto] })
  words!: readonly WordDto[];

  @ApiProperty({ type: [RecordKindDto] })
  recordKinds!: readonly RecordKindDto[];

  @ApiProperty({ type: [RuleDocumentKindDto] })
  ruleDocumentKinds!: readonly RuleDocumentKindDto[];

  @ApiProperty({ type: [ReportKindDto] })
  reports!: readonly ReportKindDto[];
}
