import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  ValidateNested,
} from 'class-validator';
import { HeldPostDto } from '../../shared/http/held-post.dto.js';
import { PageQuery } from '../../shared/http/page.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { CalendarDay, IsId, MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import { ROSTER_CHANGES, type RosterChange } from '../domain/roster.js';
import { WORKER_MEMBERS, type WorkerMember } from '../domain/roster-differences.js';

export class FiledWorkerDto {
  /** The worker's name. @example '検証 三郎' */
  @ShortText()
  name!: string;

  /** What tells people of one name apart, as the firm marks them; needed only where two have the same. */
  @MayBeLeftOut()
  @ShortText()
  distinction?: string;

  /** The agency that sends the worker (派遣元) where it is temporary staff; left out where the firm itself employs. Who works under a contract of their own is a re-subcontractor instead. */
  @MayBeLeftOut()
  @ShortText()
  employer?: string;

  /** Role and work. @example '運用担当者' */
  @ShortText()
  work!: string;

  /** Names of the sites of this roster where the work is done. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @ShortText({ each: true })
  sites!: string[];

  /** The paper by which the employment was confirmed, not its content. @example '雇用証明書（令和8年12月1日確認）' */
  @ShortText()
  evidence!: string;
}

export class RosterSiteDto {
  /** What the site is called. @example '本社運用センター' */
  @ShortText()
  name!: string;

  /** Where it is. */
  @ShortText()
  address!: string;

  /** The work that is done there. */
  @ShortText()
  work!: string;

  /** Who is let in, and how that is held to. @example 'ICカードによる入退室管理' */
  @ShortText()
  accessControl!: string;
}

export class FileRosterDto {
  /** The firm whose people they are: the contractor, or one of the chain. */
  @IsId()
  vendorId!: string;

  /** The day from which it stands. */
  @CalendarDay()
  from!: string;

  /** The day on which the firm handed it in; not in the future. */
  @CalendarDay()
  submittedOn!: string;

  /** The paper by which it did. @example '従事者名簿（収受第230号）' */
  @ShortText()
  documentNumber!: string;

  /** How the body learned of the change: `first` for the first roster of the firm, then `notified` in advance, `approved`, or `after-the-fact` where it was neither. */
  @IsIn(ROSTER_CHANGES)
  @ApiProperty({ enum: ROSTER_CHANGES })
  change!: RosterChange;

  /** Who of the firm is responsible for the work, with the post. @example 'システム運用部長 検証 次郎' */
  @ShortText()
  responsible!: string;

  /** Everybody of the firm who does part of the work: the whole roster, not what changed of it. The request must stay within 1 MiB. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => FiledWorkerDto)
  workers!: FiledWorkerDto[];

  /** Every place where they do it. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RosterSiteDto)
  sites!: RosterSiteDto[];
}

/** Somebody of a firm who does part of the work. */
export class RosterWorkerDto {
  name!: string;

  /** What tells people of one name apart; null where nothing has to. */
  distinction!: string | null;

  /** The agency that sends temporary staff; null where the firm itself employs. */
  employer!: string | null;

  work!: string;

  sites!: string[];

  evidence!: string;
}

/** Who of a firm of the chain does the work and where, as it stands from a day (従事者名簿). */
export class RosterDto extends OmitType(FileRosterDto, ['workers'] as const) {
  id!: string;

  engagementId!: string;

  workers!: RosterWorkerDto[];

  recordedBy!: string;

  /** The role in which it was recorded. */
  recordedAs!: string;

  /** The post of that role, and whether it was held for another (職務代理). */
  recordedIn!: HeldPostDto | null;
}

/** A roster without its people and places. */
export class RosterHeadDto extends OmitType(RosterDto, ['workers', 'sites'] as const) {
  /** How many people it names. */
  @ApiProperty({ type: 'integer' })
  workers!: number;

  /** How many places it names. */
  @ApiProperty({ type: 'integer' })
  sites!: number;
}

export class RosterPageDto {
  /** The one that stands from the last day first. */
  items!: RosterHeadDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}

export class ListRostersQuery extends PageQuery {
  /** Only those of this firm. */
  @ApiPropertyOptional({ type: 'string', format: 'uuid' })
  @MayBeLeftOut()
  @IsId()
  vendorId?: string;
}

export class RosterDifferencesQuery {
  /** The roster to compare with: another of the same firm in the same engagement. */
  @IsId()
  from!: string;
}

/** Somebody who left. */
export class LeftWorkerDto {
  worker!: RosterWorkerDto;

  /** What to take back: the ways of access of the contract that concern the person, then what is confirmed in any case. */
  toRevoke!: TextDto[];
}

/** Somebody who stays, but with another employer, work or place. */
export class ChangedWorkerDto {
  before!: RosterWorkerDto;

  after!: RosterWorkerDto;

  @ApiProperty({ enum: WORKER_MEMBERS, isArray: true })
  members!: WorkerMember[];

  /** What to look at, as the person had it before. */
  toRevoke!: TextDto[];
}

/** A place of which something else than the name changed. */
export class ChangedSiteDto {
  before!: RosterSiteDto;

  after!: RosterSiteDto;
}

/** What differs from one roster of a firm to another. */
export class RosterDifferencesDto {
  /** Id of the roster compared with. */
  fromId!: string;

  /** Id of the roster that was asked for. */
  toId!: string;

  joined!: RosterWorkerDto[];

  left!: LeftWorkerDto[];

  changed!: ChangedWorkerDto[];

  sitesAdded!: RosterSiteDto[];

  sitesRemoved!: RosterSiteDto[];

  sitesChanged!: ChangedSiteDto[];
}
