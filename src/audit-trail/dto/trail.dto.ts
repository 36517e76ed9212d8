import { ApiProperty } from '@nestjs/swagger';
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

/** Earlier entries whose period of retention was over, and that were cut off into an archive. */
export class TrailCutDto {
  /** Entries with a number below this one were cut off. @example 4711 */
  @ApiProperty({ type: 'integer', minimum: 1 })
  before!: number;

  /** Merkle root over them, SHA-256 in base64: that of the checkpoint of this size. */
  rootHash!: string;

  /** When that checkpoint was sealed (UTC). */
  sealedAt!: string;

  /** When they were cut off (UTC); an entry `trail.cut` of that moment tells by whom and why. */
  cutAt!: string;

  /** SHA-256 of the archive they were last written to. */
  archiveSha256!: string;
}

export class TrailPageDto {
  items!: TrailEntryDto[];

  /** What is not in the list any more; null where the trail is kept from its first entry on. */
  @ApiProperty({ type: () => TrailCutDto, nullable: true })
  cut!: TrailCutDto | null;

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
