import { IsBoolean, IsOptional } from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import { CalendarDay, IsId, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';

export class AppointDto {
  /** Who is to hold the post. */
  @IsId()
  personId!: string;

  /** Role of the policy in force, by its id (`roles` of `GET /v1/policies/{id}`). @example 'section-manager' */
  @ShortText()
  roleId!: string;

  /** The unit it is held in; null for a role of the whole body. */
  @IsOptional()
  @IsId()
  unitId?: string | null;

  /** The first day. */
  @CalendarDay()
  validFrom!: string;

  /** The last day; null while no end is known. */
  @IsOptional()
  @CalendarDay()
  validUntil?: string | null;

  /** Standing in for the holder (職務代理). */
  @MayBeLeftOut()
  @IsBoolean()
  acting?: boolean;
}

export class EndPostDto {
  /** The last day. The day before the first withdraws a post that was never held. */
  @CalendarDay()
  validUntil!: string;
}

export class ListPostsQuery extends PageQuery {
  /** Only posts in this role. @example 'section-manager' */
  @MayBeLeftOut()
  @ShortText()
  roleId?: string;

  /** Only posts of this person. */
  @MayBeLeftOut()
  @IsId()
  personId?: string;

  /** Only posts held on this day, by someone who then serves. */
  @MayBeLeftOut()
  @CalendarDay()
  on?: string;
}

/** A role of the policy held by a person for a time, in a unit or for the whole body. */
export class PostResponseDto {
  id!: string;

  /** Also sent as `ETag`. */
  version!: number;

  personId!: string;

  roleId!: string;

  unitId!: string | null;

  validFrom!: string;

  validUntil!: string | null;

  acting!: boolean;
}

export class PostPageDto {
  items!: PostResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
