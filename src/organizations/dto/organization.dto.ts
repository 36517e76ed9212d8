import { IsIn, IsOptional } from 'class-validator';
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
}
