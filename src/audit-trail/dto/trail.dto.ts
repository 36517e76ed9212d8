import { PageQuery } from '../../shared/http/page.js';
import { IsId, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';

export class ListTrailQuery extends PageQuery {
  /** Only entries about this kind of thing. @example 'vendor' */
  @MayBeLeftOut()
  @ShortText()
  subjectKind?: string;

  /** Only entries about this thing; needs `subjectKind`. */
  @MayBeLeftOut()
  @IsId()
  subjectId?: string;
}

/** One change, recorded in the same transaction as the change itself. */
export class TrailEntryDto {
  id!: string;

  /** When it was recorded (UTC). */
  recordedAt!: string;

  /** Who acted; null for what the service does by itself. */
  personId!: string | null;

  /** The roles the person held at that moment. */
  roles!: string[];

  /** What was done. @example 'vendor.registered' */
  action!: string;

  subjectKind!: string;

  subjectId!: string;

  /** SHA-256 of the subject before the change; null where there was none. */
  beforeHash!: string | null;

  /** SHA-256 of the subject after the change. */
  afterHash!: string | null;

  /** What a reader needs to understand the entry. */
  facts!: Record<string, unknown>;
}

export class TrailPageDto {
  items!: TrailEntryDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
