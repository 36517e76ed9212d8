import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { AnswerLinksService } from './answer-links.service.js';
import {
  AnswerLinkListDto,
  IssueAnswerLinkDto,
  IssuedAnswerLinkDto,
} from './dto/answer-link.dto.js';

@ApiTags('assessments')
@Controller('v1/assessments/:id/answer-links')
export class AnswerLinksController {
  constructor(private readonly service: AnswerLinksService) {}

  /**
   * Issues a link to a page on which somebody of a vendor without an account answers the checklist; told in the first
   * reply only. A link issued before is superseded; it expires with the last day for answers.
   */
  @Post()
  @Requires('vendor:link')
  @Idempotent()
  @ApiId()
  @ApiProblems(404, 422)
  issueAnswerLink(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: IssueAnswerLinkDto,
  ): Promise<IssuedAnswerLinkDto> {
    return this.service.issue(caller, id, body);
  }

  /** Lists the links of an assessment, the latest first; without the addresses they lead to. */
  @Get()
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  listAnswerLinks(@CurrentCaller() caller: Caller, @Id() id: string): Promise<AnswerLinkListDto> {
    return this.service.list(caller, id);
  }
}
