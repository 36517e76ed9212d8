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

  /** `public` or `internal`. */
  disclosure!: string;
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
}
