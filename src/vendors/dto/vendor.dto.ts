import { PartialType } from '@nestjs/swagger';
import { IsEmail, IsOptional, MaxLength } from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import {
  CalendarDay,
  IsCorporateNumber,
  MayBeLeftOut,
  ShortText,
} from '../../shared/http/validators.js';

export class RegisterVendorDto {
  /** Name as the firm writes it; searched regardless of width, legal form and old characters. @example '株式会社髙橋システム' */
  @ShortText()
  name!: string;

  /** Corporate number (法人番号). Leave out for a sole proprietor; never give a My Number. */
  @IsOptional()
  @IsCorporateNumber()
  corporateNumber?: string | null;

  /** Where the firm has its seat. @example '熊本県熊本市中央区一丁目1番1号' */
  @IsOptional()
  @ShortText()
  address?: string | null;

  /** Whom to speak to. @example '営業部 山田' */
  @IsOptional()
  @ShortText()
  contactName?: string | null;

  /** Where the contact is reached by mail. */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  contactEmail?: string | null;

  /** Last day of a suspension from tendering (指名停止); null once it is lifted. */
  @IsOptional()
  @CalendarDay()
  suspendedUntil?: string | null;
}

export class ChangeVendorDto extends PartialType(RegisterVendorDto, {
  skipNullProperties: false,
}) {}

export class ListVendorsQuery extends PageQuery {
  /** Part of the name; width, legal form and old characters do not matter. @example '高橋' */
  @MayBeLeftOut()
  @ShortText()
  name?: string;

  /** Only the vendor with this corporate number (法人番号). */
  @MayBeLeftOut()
  @IsCorporateNumber()
  corporateNumber?: string;
}

/** A vendor of the body. */
export class VendorResponseDto {
  id!: string;

  /** Also sent as `ETag`. */
  version!: number;

  name!: string;

  corporateNumber!: string | null;

  address!: string | null;

  contactName!: string | null;

  contactEmail!: string | null;

  suspendedUntil!: string | null;

  /** Whether the vendor is suspended from tendering today: no new selection; running work goes on. */
  isSuspended!: boolean;
}

export class VendorPageDto {
  items!: VendorResponseDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
