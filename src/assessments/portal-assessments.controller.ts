import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Limited } from '../shared/http/limited.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  AskQuestionDto,
  CandidateClarificationDto,
  CandidateClarificationPageDto,
} from './dto/clarification.dto.js';
import { MakeOfferDto } from './dto/offer.dto.js';
import {
  DraftAnswersDto,
  HandInAnswersDto,
  ListPortalAssessmentsQuery,
  PortalAssessmentPageDto,
  TakePrefilledAnswersDto,
  VendorChecklistDto,
  WithdrawCandidateDto,
} from './dto/vendor-checklist.dto.js';
import { PortalAssessmentsQueries } from './portal-assessments.queries.js';
import { PortalClarificationsService } from './portal-clarifications.service.js';
import { PortalAssessmentsService } from './portal-assessments.service.js';

@ApiTags('portal')
@Controller('v1/portal/assessments')
export class PortalAssessmentsController {
  constructor(
    private readonly service: PortalAssessmentsService,
    private readonly queries: PortalAssessmentsQueries,
    private readonly clarifications: PortalClarificationsService,
  ) {}

  /** Lists the checklists that bodies sent to the firm, over all bodies it is linked to, the next due first. */
  @Get()
  @Requires('firm:read')
  listPortalAssessments(
    @CurrentCaller() caller: Caller,
    @Query() query: ListPortalAssessmentsQuery,
  ): Promise<PortalAssessmentPageDto> {
    return this.queries.list(caller, query);
  }

  /** Reads a checklist with its questions and the answers so far. Points are shown only where the method has them published. */
  @Get(':id')
  @Requires('firm:read')
  @ApiId()
  @ApiProblems(404)
  readPortalAssessment(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<VendorChecklistDto> {
    return this.service.read(caller, id);
  }

  /** Lists the questions and answers of the selection procedure that the candidate gets to see, and requests to it. */
  @Get(':id/clarifications')
  @Requires('firm:read')
  @ApiId()
  @ApiProblems(404)
  listPortalClarifications(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: PageQuery,
  ): Promise<CandidateClarificationPageDto> {
    return this.clarifications.list(caller, id, query);
  }

  /**
   * Asks the body about a question of the checklist, or about none in particular (質問), as long as its procedure takes questions.
   * Other candidates may be shown question and answer, never who asked.
   */
  @Post(':id/clarifications')
  @Requires('firm:answer')
  @Idempotent()
  @ApiId()
  @ApiProblems(404, 422)
  askPortalClarification(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: AskQuestionDto,
  ): Promise<CandidateClarificationDto> {
    return this.clarifications.ask(caller, id, body);
  }

  /** Drafts answers, all of them or none; some now and others later. The body sees nothing of it before it is handed in. */
  @Put(':id/answers')
  @Requires('firm:answer')
  @Versioned()
  @ApiId()
  @ApiProblems(409, 422)
  draftAnswers(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() { answers }: DraftAnswersDto,
  ): Promise<VendorChecklistDto> {
    return this.service.draft(caller, id, expected, answers);
  }

  /**
   * Takes answers of the library of the firm (`prefill`) as drafts, all of them or none: the firm confirms that they hold
   * here too. One whose question has changed or whose evidence has lapsed is answered anew by `PUT …/answers`.
   */
  @Post(':id/prefilled-answers')
  @HttpCode(200)
  @Requires('firm:answer')
  @Versioned()
  @Idempotent()
  @ApiId()
  @ApiProblems(409, 422)
  takePrefilledAnswers(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() { criterionIds }: TakePrefilledAnswersDto,
  ): Promise<VendorChecklistDto> {
    return this.service.takePrefilled(caller, id, expected, criterionIds);
  }

  /**
   * Drafts what is offered beside the answers: subcontractors planned and the exit plan. It takes the place of what was drafted
   * before, and is seen by nobody of the body before it is handed in with the answers.
   */
  @Put(':id/offer')
  @Requires('firm:answer')
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  draftOffer(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() offer: MakeOfferDto,
  ): Promise<VendorChecklistDto> {
    return this.service.offer(caller, id, expected, offer);
  }

  /** Hands the answers in, once every question is answered; from then on the vendor changes nothing. */
  @Post(':id/submission')
  @HttpCode(200)
  @Requires('firm:answer')
  @Limited('heavy')
  @Versioned()
  @Idempotent()
  @ApiId()
  @ApiProblems(422)
  handInAnswers(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() { confirmed }: HandInAnswersDto,
  ): Promise<VendorChecklistDto> {
    return this.service.submit(caller, id, expected, confirmed);
  }

  /** Withdraws (辞退), until the last day for answers. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('firm:answer')
  @Versioned()
  @Idempotent()
  @ApiId()
  @ApiProblems(422)
  withdrawCandidate(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() { reason }: WithdrawCandidateDto,
  ): Promise<VendorChecklistDto> {
    return this.service.withdraw(caller, id, expected, reason);
  }
}
