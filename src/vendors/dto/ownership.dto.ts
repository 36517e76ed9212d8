import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import {
  CalendarDay,
  CountryCode,
  LongText,
  MayBeLeftOut,
  Percentage,
  ShortText,
  WholeNumber,
} from '../../shared/http/validators.js';
import type { ControlChange } from '../domain/ownership.js';

/** A firm or a person. */
export class PartyDto {
  /** As it writes it. @example '株式会社髙橋ホールディングス' */
  @ShortText()
  name!: string;

  /** ISO 3166-1 alpha-2: the seat of a firm, the nationality of a person. @example 'JP' */
  @CountryCode()
  country!: string;
}

export class ShareholderDto extends PartyDto {
  /** Percentage of the capital, at most two decimals. @example '66.67' */
  @Percentage()
  share!: string;
}

export class OfficerDto {
  /** Name of the officer. @example '髙橋 一郎' */
  @ShortText()
  name!: string;

  /** The office held. @example '代表取締役' */
  @ShortText()
  position!: string;
}

export class AffiliationCountDto {
  /** Who employs them. @example '株式会社髙橋システム' */
  @ShortText()
  affiliation!: string;

  /** How many of those who serve the work they employ. */
  @WholeNumber(0, 1_000_000)
  count!: number;
}

export class QualificationCountDto {
  /** A qualification or training. @example '情報処理安全確保支援士' */
  @ShortText()
  qualification!: string;

  /** How many have it. */
  @WholeNumber(0, 1_000_000)
  count!: number;
}

export class NationalityCountDto {
  /** ISO 3166-1 alpha-2. */
  @CountryCode()
  country!: string;

  /** How many are of it. */
  @WholeNumber(0, 1_000_000)
  count!: number;
}

/** Those who serve the work, in numbers. */
export class PersonnelDto {
  /** How many serve the work. */
  @WholeNumber(0, 1_000_000)
  headcount!: number;

  /** Who employs how many of them; together at most the headcount. */
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AffiliationCountDto)
  affiliations!: AffiliationCountDto[];

  /** How many have which qualification or training. */
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => QualificationCountDto)
  qualifications!: QualificationCountDto[];

  /** What they have done before, without names. */
  @IsOptional()
  @LongText()
  trackRecord?: string | null;

  /** How many are of which nationality. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(250)
  @ValidateNested({ each: true })
  @Type(() => NationalityCountDto)
  nationalities?: NationalityCountDto[];

  /** Whose nationality it is; only together with the reason why numbers do not do. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => PartyDto)
  namedNationalities?: PartyDto[];

  /** Why the nationality of named persons must be known. */
  @IsOptional()
  @LongText()
  nationalityReason?: string | null;
}

export class DiscloseOwnershipDto {
  /** The day the disclosure is of; not in the future nor before the one in force. */
  @CalendarDay()
  disclosedOn!: string;

  /** What it was taken from. @example '登記事項証明書及び株主名簿（令和8年4月1日付け）' */
  @ShortText()
  source!: string;

  /** Who holds how much of the capital; together at most 100 percent. */
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ShareholderDto)
  holders!: ShareholderDto[];

  /** The parent (親会社); null where there is none. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  parent?: PartyDto | null;

  /** The firm at the top of the group; null where it is the parent, or where there is none. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  ultimateParent?: PartyDto | null;

  /** Its officers (役員). */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => OfficerDto)
  officers!: OfficerDto[];

  /** Null where nothing was disclosed of them. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PersonnelDto)
  personnel?: PersonnelDto | null;
}

/** Those who serve the work as they were disclosed. */
export class DisclosedPersonnelDto {
  headcount!: number;

  affiliations!: AffiliationCountDto[];

  qualifications!: QualificationCountDto[];

  trackRecord!: string | null;

  nationalities!: NationalityCountDto[];

  /** Null to a reader who does not work with vendors. */
  namedNationalities!: PartyDto[] | null;

  nationalityReason!: string | null;
}

/** What a vendor disclosed on a day of who owns, runs and staffs it. */
export class OwnershipDisclosureDto {
  id!: string;

  vendorId!: string;

  /** The disclosure it took the place of. */
  supersedesId!: string | null;

  /** The disclosure that took its place; null while it is in force. */
  supersededById!: string | null;

  disclosedOn!: string;

  source!: string;

  holders!: ShareholderDto[];

  parent!: PartyDto | null;

  ultimateParent!: PartyDto | null;

  officers!: OfficerDto[];

  personnel!: DisclosedPersonnelDto | null;

  /** Where control comes from: the country of the firm at the top, else of who holds more than half; null where nobody does. */
  countryOfControl!: string | null;

  /** In what control became another than in the disclosure before; `foreign` where it came into a country other than Japan. */
  controlChanges!: ControlChange[];

  recordedBy!: string;

  /** When it was recorded (UTC). */
  recordedAt!: string;
}

export class OwnershipDisclosurePageDto {
  items!: OwnershipDisclosureDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
