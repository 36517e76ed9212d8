import { CalendarDay, IsId, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';

export class RecordNdaDto {
  /** The vendor, or a candidate who is shown important information before selection. */
  @IsId()
  vendorId!: string;

  /** Number under which the agreement is kept. @example '総第88号' */
  @ShortText()
  documentNumber!: string;

  /** The day both sides had signed. */
  @CalendarDay()
  concludedOn!: string;

  /** The last day it binds; leave out where it has no end. */
  @MayBeLeftOut()
  @CalendarDay()
  validUntil?: string;

  /** Who signed for the vendor, with the post. @example '代表取締役 検証 太郎' */
  @ShortText()
  countersignedBy!: string;
}

/** A non-disclosure agreement (秘密保持契約). */
export class NdaDto {
  id!: string;

  engagementId!: string;

  vendorId!: string;

  documentNumber!: string;

  concludedOn!: string;

  /** Null where it has no end. */
  validUntil!: string | null;

  countersignedBy!: string;

  recordedBy!: string;
}

export class NdaListDto {
  items!: NdaDto[];
}
