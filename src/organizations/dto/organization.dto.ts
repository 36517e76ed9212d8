import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsLocalGovernmentCode, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { ORGANIZATION_TYPES, type OrganizationType } from '../domain/organization-type.js';

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
}
