import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { AnswersService } from './answers.service.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { GiveAnswersDto, SubmitAnswersDto } from './dto/answer.dto.js';
import { AssessmentDetailDto, ReadRoundQuery } from './dto/assessment-detail.dto.js';
import {
  AssessmentDto,
  AssessmentListDto,
  AssessmentPageDto,
  ListAssessmentsQuery,
  ReopenAssessmentDto,
  SendAssessmentDto,
  WithdrawAssessmentDto,
} from './dto/assessment.dto.js';
import { MakeOfferDto, OfferDto } from './dto/offer.dto.js';
import { OffersService } from './offers.service.js';
import { RoundsService } from './rounds.service.js';
import { SendingsService } from './sendings.service.js';

@ApiTags('assessments')
@Controller('v1')
export class AssessmentsController {
  constructor(
    private readonly sendings: SendingsService,
    private readonly answers: AnswersService,
    private readonly rounds: RoundsService,
    private readonly offers: OffersService,
    private readonly queries: AssessmentsQueries,
  ) {}

  /** Sends a candidate the checklist of the policy for this engagement; it stands still from then on. */
  @Post('engagements/:id/assessments')
  @Requires('assessment:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  sendAssessment(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: SendAssessmentDto,
  ): Promise<AssessmentDto> {
    return this.sendings.send(caller, id, body);
  }

  /** Lists the assessments of an engagement, one for each candidate. */
  @Get('engagements/:id/assessments')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  listEngagementAssessments(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<AssessmentListDto> {
    return this.queries.ofEngagement(caller, id);
  }

  /** Lists assessments, the next due first. */
  @Get('assessments')
  @Requires('assessment:read')
  listAssessments(
    @CurrentCaller() caller: Caller,
    @Query() query: ListAssessmentsQuery,
  ): Promise<AssessmentPageDto> {
    return this.queries.list(caller, query);
  }

  /** Reads an assessment with its checklist, answers, reviews and outcome; of the present round or an earlier one. */
  @Get('assessments/:id')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  readAssessment(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() { round }: ReadRoundQuery,
  ): Promise<AssessmentDetailDto> {
    return this.queries.read(caller, id, round);
  }

  /** Enters answers on behalf of the vendor, all of them or none. */
  @Put('assessments/:id/answers')
  @Requires('assessment:write')
  @Versioned()
  @ApiProblems(422)
  @ApiId()
  giveAnswers(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: GiveAnswersDto,
  ): Promise<AssessmentDto> {
    return this.answers.answer(caller, id, expected, body);
  }

  /** Enters what the candidate offers beside its answers: subcontractors planned and the exit plan. */
  @Put('assessments/:id/offer')
  @Requires('assessment:write')
  @Versioned()
  @ApiProblems(422)
  @ApiId()
  makeOffer(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: MakeOfferDto,
  ): Promise<AssessmentDto> {
    return this.offers.make(caller, id, expected, body);
  }

  /** Reads what the candidate offers beside its answers. */
  @Get('assessments/:id/offer')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  readOffer(@CurrentCaller() caller: Caller, @Id() id: string): Promise<OfferDto> {
    return this.offers.read(caller, id);
  }

  /** Hands the answers in for review; every criterion must be answered. */
  @Post('assessments/:id/submission')
  @HttpCode(200)
  @Requires('assessment:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  submitAnswers(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: SubmitAnswersDto,
  ): Promise<AssessmentDto> {
    return this.answers.submit(caller, id, expected, body);
  }

  /** Asks the vendor again for what was not met, in a new round; its outcome counts no more. */
  @Post('assessments/:id/reopening')
  @HttpCode(200)
  @Requires('assessment:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  reopenAssessment(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ReopenAssessmentDto,
  ): Promise<AssessmentDto> {
    return this.rounds.reopen(caller, id, expected, body);
  }

  /** Assesses the candidate no further; what the assessment proved is open again. */
  @Post('assessments/:id/withdrawal')
  @HttpCode(200)
  @Requires('assessment:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  withdrawAssessment(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: WithdrawAssessmentDto,
  ): Promise<AssessmentDto> {
    return this.rounds.withdraw(caller, id, expected, body);
  }
}
