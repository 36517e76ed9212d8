import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ClarificationsService } from './clarifications.service.js';
import {
  AnswerClarificationDto,
  AskClarificationDto,
  ClarificationDto,
  ClarificationPageDto,
} from './dto/clarification.dto.js';

@ApiTags('selection procedures')
@Controller('v1')
export class ClarificationsController {
  constructor(private readonly service: ClarificationsService) {}

  /** Enters a question of a candidate, a request to one, or a notice to all. */
  @Post('selection-procedures/:id/clarifications')
  @Requires('selection:conduct')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  askClarification(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: AskClarificationDto,
  ): Promise<ClarificationDto> {
    return this.service.ask(caller, id, body);
  }

  /** Lists the questions, requests and notices of a selection procedure, the first asked first. */
  @Get('selection-procedures/:id/clarifications')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  listClarifications(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: PageQuery,
  ): Promise<ClarificationPageDto> {
    return this.service.list(caller, id, query);
  }

  /** Answers a question, or enters the answer of a candidate to a request; once. */
  @Post('clarifications/:id/answer')
  @HttpCode(200)
  @Requires('selection:conduct')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  answerClarification(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: AnswerClarificationDto,
  ): Promise<ClarificationDto> {
    return this.service.answer(caller, id, body);
  }
}
