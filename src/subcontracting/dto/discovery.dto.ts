import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional } from 'class-validator';
import {
  CalendarDay,
  IsId,
  LongText,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';

export class DiscoverSubcontractDto {
  /** The day on which it was found. */
  @CalendarDay()
  discoveredOn!: string;

  /** How it was found, and what the firm was doing. */
  @LongText()
  statement!: string;

  /** Key of the article that is breached; it puts an obligation on the engagement. @example 'K9-1-2a-4-09' */
  @ShortText()
  articleKey!: string;
}

/** A firm found at work that stands nowhere in the chain. */
export class DiscoverFirmDto extends DiscoverSubcontractDto {
  /** The contract whose work it was doing. */
  @IsId()
  contractId!: string;

  /** The hop whose firm passed the work on; left out or null where the contractor did. */
  @IsOptional()
  @IsId()
  @ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true })
  passedOnById?: string | null;

  /** The firm, as it is registered under `/v1/vendors`. */
  @IsId()
  vendorId!: string;

  /** The part of the work it was doing. */
  @LongText()
  work!: string;

  /** The items of information it got to see, as far as is known: also such as whoever passed the work on was not to have. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsId({ each: true })
  dataItemIds?: string[];
}
