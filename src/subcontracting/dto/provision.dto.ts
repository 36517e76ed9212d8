import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean } from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import {
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';

export class RecordProvisionDto {
  /** The recipient: the selected vendor or contractor, or a firm of the chain that is at work on the day of delivery. Before either is known, a candidate. */
  @IsId()
  vendorId!: string;

  /** Data items of the engagement that are handed over: those that the access matrix of the contract names and, to a firm of the chain, that its approval covers. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsId({ each: true })
  dataItemIds!: string[];

  /** By what it was handed over. @example 'LGWANによるファイル送信' */
  @ShortText()
  medium!: string;

  /** How much it was. @example '住民1,200件' */
  @MayBeLeftOut()
  @ShortText()
  quantity?: string;

  /** Whether it was encrypted on the way. */
  @IsBoolean()
  encrypted!: boolean;

  /** Why it is not encrypted; asked for exactly where it is not. */
  @MayBeLeftOut()
  @LongText()
  unencryptedReason?: string;

  /** Who permitted it (3(2)⑨イ); the caller where left out. */
  @MayBeLeftOut()
  @IsId()
  permittedBy?: string;

  /** The day it was permitted; not after the day it was handed over. */
  @CalendarDay()
  permittedOn!: string;

  /** The day it was handed over; not in the future. */
  @CalendarDay()
  deliveredOn!: string;
}

/** A data item as it was when it was handed over. */
export class ProvidedItemDto {
  id!: string;

  name!: string;

  /** Confidentiality class. */
  confidentiality!: string;
}

/** Information handed to the contractor or to a firm of the chain. */
export class ProvisionDto {
  id!: string;

  engagementId!: string;

  vendorId!: string;

  /** The hop of the chain by which the recipient received it; null for the contractor or a candidate. */
  subcontractId!: string | null;

  /** The agreement that bound the recipient; null where none was called for, or where its duties in the chain bind a re-subcontractor. */
  ndaId!: string | null;

  items!: ProvidedItemDto[];

  medium!: string;

  quantity!: string | null;

  encrypted!: boolean;

  unencryptedReason!: string | null;

  permittedBy!: string;

  /** The role in which it was permitted. */
  permittedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理); null for what was done before this was kept. */
  permittedIn!: HeldPostDto | null;

  permittedOn!: string;

  deliveredOn!: string;

  recordedBy!: string;
}

export class ProvisionListDto {
  items!: ProvisionDto[];
}
