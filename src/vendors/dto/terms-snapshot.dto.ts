import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  CalendarDay,
  CountryCode,
  IsNotBlank,
  Sha256,
  ShortText,
} from '../../shared/http/validators.js';
import { WebAddress } from './web-address.js';

export class TakeTermsSnapshotDto {
  /** The page the terms were read from; snapshots of one address follow on each other. */
  @WebAddress()
  url!: string;

  /** What the terms are called, with their edition. @example '利用規約（第12版）' */
  @ShortText()
  title!: string;

  /** The day the terms were read; not in the future. */
  @CalendarDay()
  takenOn!: string;

  /** SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits. Needed where no text is sent. */
  @IsOptional()
  @Sha256()
  contentHash?: string | null;

  /**
   * The text itself, at most 1,000,000 characters. The whole request must stay within 1 MiB, which
   * Japanese text reaches at some 340,000 characters; beyond that send the hash alone.
   */
  @IsOptional()
  @IsString()
  @IsNotBlank()
  @MaxLength(1_000_000)
  text?: string | null;

  /** The country whose law governs the terms (準拠法). @example 'JP' */
  @IsOptional()
  @CountryCode()
  governingLaw?: string | null;

  /** The court that has jurisdiction (裁判管轄). @example '東京地方裁判所' */
  @IsOptional()
  @ShortText()
  jurisdiction?: string | null;

  /** Whether they promise to tell the body of demands of foreign authorities to disclose its information. */
  @IsOptional()
  @IsBoolean()
  notifiesForeignDemands?: boolean | null;
}

/** The terms of a cloud service as they read on one day. */
export class TermsSnapshotDto {
  id!: string;

  cloudServiceId!: string;

  url!: string;

  title!: string;

  takenOn!: string;

  contentHash!: string;

  /** Whether the text itself is kept. */
  hasText!: boolean;

  /** The country whose law governs the terms; null where it was not noted. */
  governingLaw!: string | null;

  jurisdiction!: string | null;

  /** Whether the body is told of demands of foreign authorities; null where it was not noted. */
  notifiesForeignDemands!: boolean | null;

  /** Whether the content differs from the snapshot of the same address before; null for the first. */
  differsFromPrevious!: boolean | null;
}

/** A snapshot with its text. */
export class TermsSnapshotTextDto extends TermsSnapshotDto {
  text!: string | null;
}

export class TermsSnapshotPageDto {
  items!: TermsSnapshotDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
