import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';
import { NOTICE_CODES, type NoticeCode } from '../domain/notice-words.js';

export class ListNoticesQuery extends PageQuery {
  /** `true` for those not read yet, `false` for the rest. */
  @MayBeLeftOut()
  @IsIn(['true', 'false'])
  @ApiPropertyOptional({ enum: ['true', 'false'] })
  unread?: 'true' | 'false';
}

/** What a notice is about. */
export class NoticeSubjectDto {
  /** The kind of record, as the audit trail names it. @example 'use-application' */
  kind!: string;

  id!: string;
}

/** What one person was told of one event. */
export class NoticeDto {
  id!: string;

  /** What happened. */
  @ApiProperty({ enum: NOTICE_CODES })
  code!: NoticeCode;

  title!: TextDto;

  /** What it means, and what can be done. */
  text!: TextDto;

  subject!: NoticeSubjectDto;

  /** The engagement it belongs to; null where it belongs to none. */
  engagementId!: string | null;

  /** When it happened. */
  createdAt!: string;

  /** When it was first noted as read. */
  readAt!: string | null;
}

export class NoticePageDto {
  items!: NoticeDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
