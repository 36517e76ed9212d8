import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { EngagementResponseDto } from './dto/engagement.dto.js';
import {
  DecideNotApplicableDto,
  GateListDto,
  ListObligationsQuery,
  ObligationDto,
  ObligationListDto,
  TakeBackNotApplicableDto,
  TransitionDto,
} from './dto/obligation.dto.js';
import { ObligationsService } from './obligations.service.js';
import { TransitionsService } from './transitions.service.js';

@ApiTags('engagements')
@Controller('v1/engagements/:id')
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly transitions: TransitionsService,
  ) {}

  /** Lists what the policy puts on the engagement, with its proofs and where each duty stands today. */
  @Get('obligations')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  listObligations(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: ListObligationsQuery,
  ): Promise<ObligationListDto> {
    return this.obligations.list(caller, id, query);
  }

  /** Decides, with a reason, that a duty does not arise here (`If-Match` of the engagement). */
  @Post('obligations/:obligationId/not-applicability')
  @HttpCode(200)
  @Requires('engagement:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  @ApiId('obligationId')
  decideNotApplicable(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Id('obligationId') obligationId: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: DecideNotApplicableDto,
  ): Promise<ObligationDto> {
    const at = { engagementId: id, obligationId };
    return this.obligations.decideNotApplicable(caller, at, expected, body);
  }

  /** Takes back that a duty does not arise: it is open again, or as its proofs say (`If-Match` of the engagement). */
  @Post('obligations/:obligationId/not-applicability/revocation')
  @HttpCode(200)
  @Requires('engagement:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  @ApiId('obligationId')
  takeBackNotApplicable(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Id('obligationId') obligationId: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: TakeBackNotApplicableDto,
  ): Promise<ObligationDto> {
    const at = { engagementId: id, obligationId };
    return this.obligations.takeBackNotApplicable(caller, at, expected, body);
  }

  /** Tells of every gate whether it is open today, and what keeps it shut. */
  @Get('gates')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  listGates(@CurrentCaller() caller: Caller, @Id() id: string): Promise<GateListDto> {
    return this.obligations.gates(caller, id);
  }

  /** Takes the engagement to its next step. Refused with 422 naming every unmet obligation. */
  @Post('transitions')
  @HttpCode(200)
  @Requires('engagement:transition')
  @Versioned()
  @Idempotent()
  @ApiId()
  moveEngagement(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: TransitionDto,
  ): Promise<EngagementResponseDto> {
    return this.transitions.move(caller, id, expected, body);
  }
}
