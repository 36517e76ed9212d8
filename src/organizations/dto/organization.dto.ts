import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import {
  IsLocalGovernmentCode,
  MayBeLeftOut,
  ShortText,
  WholeNumber,
} from '../../shared/http/validators.js';
import { ORGANIZATION_TYPES, type OrganizationType } from '../domain/organization-type.js';

/** The highest ceiling of the law for any body. */
const MOST = 4_000_000;

/**
 * For each sort of contract the most, in yen, for which the body contracts without competition by its own rule (財務規則);
 * what it leaves out has no such way. The law sets ceilings (地方自治法施行令 別表第五).
 */
export class SmallContractLimitsDto {
  /** 工事又は製造の請負. */
  @MayBeLeftOut()
  @WholeNumber(0, MOST)
  manufacture?: number;

  /** 財産の買入れ. */
  @MayBeLeftOut()
  @WholeNumber(0, MOST)
  purchase?: number;

  /** 物件の借入れ, by the year or in total. */
  @MayBeLeftOut()
  @WholeNumber(0, MOST)
  lease?: number;

  /** Everything else, such as services (業務委託). */
  @MayBeLeftOut()
  @WholeNumber(0, MOST)
  other?: number;
}

export class ChangeOrganizationDto {
  /** Name of the body. @example '菊陽町' */
  @MayBeLeftOut()
  @ShortText()
  name?: string;

  /** Name for documents in English. @example 'Kikuyo Town' */
  @MayBeLeftOut()
  @ShortText()
  nameEn?: string;

  /** What kind of body it is; `association` (一部事務組合) or `union` (広域連合) where several towns formed it. */
  @MayBeLeftOut()
  @IsIn(ORGANIZATION_TYPES)
  type?: OrganizationType;

  /** 全国地方公共団体コード; null where the body has none. */
  @IsOptional()
  @IsLocalGovernmentCode()
  localGovernmentCode?: string | null;

  /**
   * For how many years entries of the audit trail are kept (文書保存期間), counted from 1 April after the fiscal year they
   * were made in; null keeps them for ever. When it has passed, the operator may cut them off into an archive. Entries made
   * since an engagement that is still open, or was closed within the period, was registered are kept however old.
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 100 })
  trailRetentionYears?: number | null;

  /** Up to what amounts small contracts are made without competition (少額随意契約); null where there is no such way. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SmallContractLimitsDto)
  @ApiPropertyOptional({ type: SmallContractLimitsDto, nullable: true })
  smallContractLimits?: SmallContractLimitsDto | null;
}

/** The body itself (地方公共団体). */
export class OrganizationResponseDto {
  id!: string;

  /** Also sent as `ETag`. */
  version!: number;

  name!: string;

  nameEn!: string;

  type!: OrganizationType;

  localGovernmentCode!: string | null;

  /** For how many fiscal years entries of the audit trail are kept (文書保存期間); null for ever. */
  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 100 })
  trailRetentionYears!: number | null;

  /** Up to what amounts small contracts are made without competition (少額随意契約); null where none is set. */
  @ApiProperty({ type: SmallContractLimitsDto, nullable: true })
  smallContractLimits!: SmallContractLimitsDto | null;
}
