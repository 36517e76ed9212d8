import { ArrayMaxSize, ArrayUnique, IsArray, IsString, MaxLength } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import {
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';

export class FileRecordDto {
  /** Kind of record of the adopted policy: an id that an obligation proved by a `record` names (`obligations[].proof.of` of `GET /v1/policies/{id}/articles`). @example 'impact-review' */
  @ShortText()
  kind!: string;

  /** The day of what it tells. */
  @CalendarDay()
  statedOn!: string;

  /** What was reviewed, confirmed or decided, with the result. */
  @LongText()
  statement!: string;

  /** Where the evidence is kept: document numbers or addresses. @example ['文書番号 総第123号'] */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  evidence?: string[];

  /** Evidence files uploaded before (`POST /v1/files`); attached to the record, they stay. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  fileIds?: string[];

  /** The last day it proves anything; leave out where it does not lapse. */
  @MayBeLeftOut()
  @CalendarDay()
  validUntil?: string;
}

export class VoidRecordDto {
  /** Why it counts no more. */
  @LongText()
  reason!: string;
}

/** A record filed for an engagement. */
export class RecordResponseDto {
  id!: string;

  engagementId!: string;

  kind!: string;

  statedOn!: string;

  statement!: string;

  evidence!: string[];

  /** The evidence files attached to it. */
  fileIds!: string[];

  validUntil!: string | null;

  recordedBy!: string;

  /** The role in which it was recorded. */
  recordedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  recordedIn!: HeldPostDto | null;

  recordedAt!: string;

  voidedOn!: string | null;

  voidedReason!: string | null;

  /** The obligations it was recorded for, by their id in the policy. */
  discharges!: string[];
}

export class RecordListDto {
  items!: RecordResponseDto[];
}
