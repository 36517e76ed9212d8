import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { ReadRoundQuery } from './dto/assessment-detail.dto.js';
import { AssessmentDto } from './dto/assessment.dto.js';
import { OutcomeDto, SettleOutcomeDto } from './dto/outcome.dto.js';
import { ReconcileReviewsDto, ReviewAnswersDto } from './dto/review.dto.js';
import { OutcomesService } from './outcomes.service.js';
import { ReviewsService } from './reviews.service.js';

@ApiTags('assessments')
@Controller('v1/assessments/:id')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly outcomes: OutcomesService,
    private readonly queries: AssessmentsQueries,
  ) {}

  /**
   * Scores every answer independently. Reviewers do not wait for each other and need no `If-Match`;
   * with the last review needed the outcome is settled, unless the reviews differ.
   */
  @Post('reviews')
  @Requires('assessment:review')
  @Idempotent()
  @ApiId()
  @ApiProblems(404, 412)
  reviewAnswers(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: ReviewAnswersDto,
  ): Promise<AssessmentDto> {
    return this.reviews.review(caller, id, body);
  }

  /** Decides what the reviews differ on; whoever gave or reviewed the answers cannot. */
  @Post('reconciliation')
  @HttpCode(200)
  @Requires('assessment:reconcile')
  @Versioned()
  @Idempotent()
  @ApiId()
  reconcileReviews(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ReconcileReviewsDto,
  ): Promise<AssessmentDto> {
    return this.reviews.reconcile(caller, id, expected, body);
  }

  /** Reads the last outcome of a round, with everything it follows from. */
  @Get('outcome')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  readOutcome(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() { round }: ReadRoundQuery,
  ): Promise<OutcomeDto> {
    return this.queries.outcome(caller, id, round);
  }

  /** Settles the outcome anew from the same reviews: with conditions, and with exceptions permitted since. */
  @Post('outcome')
  @HttpCode(200)
  @Requires('assessment:review')
  @Versioned()
  @Idempotent()
  @ApiId()
  settleOutcome(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: SettleOutcomeDto,
  ): Promise<AssessmentDto> {
    return this.outcomes.settle(caller, id, expected, body);
  }
}
