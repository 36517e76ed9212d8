import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { CalendarDay, IsId, LongText, ShortText } from '../../shared/http/validators.js';

/** A document that a firm was told of. */
export class BriefedDocumentDto {
  /** What it is called. @example '情報セキュリティ対策基準（委託事業者が遵守すべき事項）' */
  @ShortText()
  title!: string;

  /** The version it had. @example '令和8年4月1日施行' */
  @ShortText()
  version!: string;
}

export class RecordBriefingDto {
  /** The firm that was told: the contractor, or one of the chain. */
  @IsId()
  vendorId!: string;

  /** The day on which it was told. */
  @CalendarDay()
  heldOn!: string;

  /** How: in person, by video, in writing. @example '対面（本庁舎会議室）' */
  @ShortText()
  method!: string;

  /** What it was told of, each document in its version; a later version calls for a new briefing. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => BriefedDocumentDto)
  documents!: BriefedDocumentDto[];

  /** What is to be kept secret. */
  @LongText()
  confidentialMatters!: string;

  /** Who of the firm took part, with their posts. @example ['運用課長 検証 次郎'] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ShortText({ each: true })
  attendees!: string[];

  /** The day on which the firm acknowledged it. */
  @CalendarDay()
  acknowledgedOn!: string;

  /** The paper by which it did. @example '受領確認書（令和8年11月20日）' */
  @ShortText()
  acknowledgement!: string;
}

/** That a firm was told what it must observe and keep secret (事業者への説明, 6(1)④). */
export class BriefingDto extends RecordBriefingDto {
  id!: string;

  engagementId!: string;

  recordedBy!: string;

  /** The role in which it was recorded. */
  recordedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理). */
  recordedIn!: HeldPostDto | null;
}

export class BriefingListDto {
  /** In the order in which they were acknowledged. */
  items!: BriefingDto[];
}
