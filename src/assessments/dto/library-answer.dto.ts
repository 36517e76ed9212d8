import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '../../shared/http/page.js';
import { TextDto } from '../../shared/http/text.dto.js';
import { CalendarDay, MayBeLeftOut } from '../../shared/http/validators.js';
import { KeptAnswerDto } from './vendor-checklist.dto.js';

export class ListLibraryAnswersQuery extends PageQuery {
  /** Only those whose evidence counts no more on this day: today, or a day to come. */
  @MayBeLeftOut()
  @CalendarDay()
  lapsedOn?: string;
}

/** The last answer of the firm to a question, whichever body asked it. */
export class LibraryAnswerDto extends KeptAnswerDto {
  id!: string;

  /** Rises when the question is answered again. */
  @ApiProperty({ type: 'integer' })
  version!: number;

  /** Id of the criterion in the policies. Asked in other words, it is another answer. */
  criterionId!: string;

  topic!: TextDto;

  /** As it was asked. */
  question!: TextDto;

  /** The day the firm last handed it in. */
  answeredOn!: string;
}

export class LibraryAnswerPageDto {
  items!: LibraryAnswerDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
