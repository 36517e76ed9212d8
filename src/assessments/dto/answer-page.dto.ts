import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery } from '../../shared/http/page.js';
import { MayBeLeftOut } from '../../shared/http/validators.js';

const SHOWN = ['questions', 'withdrawal'] as const;
const DONE = ['asked'] as const;

export class ShowAnswerPageQuery extends PageQuery {
  /** What is shown in place of the checklist: questions and answers, or where the candidate withdraws. */
  @MayBeLeftOut()
  @IsIn(SHOWN)
  @ApiPropertyOptional({ enum: SHOWN })
  show?: (typeof SHOWN)[number];

  /** What was done just before, which the page says. */
  @MayBeLeftOut()
  @IsIn(DONE)
  @ApiPropertyOptional({ enum: DONE })
  done?: (typeof DONE)[number];
}
