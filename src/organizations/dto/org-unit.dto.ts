import { IsOptional } from 'class-validator';
import { CalendarDay, IsId, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';

export class RegisterOrgUnitDto {
  /** Name of the department or section. @example '総務課' */
  @ShortText()
  name!: string;

  /** The department a section belongs to; null at the top. */
  @IsOptional()
  @IsId()
  parentId?: string | null;

  /**
   * The part of the body it belongs to, by its id (`scope` of `GET /v1/policies/{id}`), e.g. the
   * assembly or the fire headquarters; null where the unit above says it. @example 'commissions'
   */
  @IsOptional()
  @ShortText()
  part?: string | null;
}

export class ChangeOrgUnitDto {
  /** Name of the department or section. */
  @MayBeLeftOut()
  @ShortText()
  name?: string;

  /** The department it belongs to; null moves it to the top. */
  @IsOptional()
  @IsId()
  parentId?: string | null;

  /** The part of the body it belongs to; null where the unit above says it. */
  @IsOptional()
  @ShortText()
  part?: string | null;

  /** The last day it exists (機構改革); null while no end is known. */
  @IsOptional()
  @CalendarDay()
  endedOn?: string | null;
}

/** A department or section of the body, or a commission in scope of its policy. */
export class OrgUnitResponseDto {
  id!: string;

  /** Also sent as `ETag`. */
  version!: number;

  name!: string;

  parentId!: string | null;

  /** The part of the body it belongs to; null where the unit above says it. */
  part!: string | null;

  endedOn!: string | null;
}

export class OrgUnitPageDto {
  items!: OrgUnitResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
