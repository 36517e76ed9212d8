import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateNested } from 'class-validator';
import { MadeElsewhereDto } from '../../shared/http/made-elsewhere.dto.js';
import { CalendarDay, LongText, MayBeLeftOut } from '../../shared/http/validators.js';
import { SUBCONTRACT_OUTCOMES, type SubcontractOutcome } from '../domain/subcontract-lifecycle.js';

const SCREENED = ['complete', 'return'] as const;

export class ScreenSubcontractDto {
  /** `complete`: it can be decided on; `return`: something is to be mended first. */
  @IsIn(SCREENED)
  @ApiProperty({ enum: SCREENED })
  outcome!: (typeof SCREENED)[number];

  /** What was looked at; needed to return it, then what is to be mended. */
  @MayBeLeftOut()
  @LongText()
  comment?: string;
}

export class DecideSubcontractDto {
  /** `approve`, `return` to be mended and applied for again, or `reject`. */
  @IsIn(SUBCONTRACT_OUTCOMES)
  @ApiProperty({ enum: SUBCONTRACT_OUTCOMES })
  outcome!: SubcontractOutcome;

  /** Why; needed to return or reject. */
  @MayBeLeftOut()
  @LongText()
  comment?: string;

  /** Where the decision was made in the document system and is only recorded here. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => MadeElsewhereDto)
  madeElsewhere?: MadeElsewhereDto;
}

export class RevokeSubcontractDto {
  /** Why the approval is taken back. */
  @LongText()
  reason!: string;

  /** Where it was decided in the document system and is only recorded here. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => MadeElsewhereDto)
  madeElsewhere?: MadeElsewhereDto;
}

export class StartSubcontractDto {
  /** The day on which the firm began; today where left out. Not before the approval, nor before its briefing was acknowledged or the firm above began, and within the term applied for. */
  @MayBeLeftOut()
  @CalendarDay()
  startedOn?: string;
}

export class EndSubcontractDto {
  /** The last day on which the firm did the work; today where left out. */
  @MayBeLeftOut()
  @CalendarDay()
  endedOn?: string;

  /** Why it ended. */
  @LongText()
  reason!: string;
}
