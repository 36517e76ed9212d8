import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { AssessmentDto, InviteCandidateDto } from './dto/assessment.dto.js';
import {
  CancelProcedureDto,
  ExtendProcedureDto,
  FrozenChecklistDto,
  OpenProcedureDto,
  PermitLateAnswersDto,
  ProcedureDto,
  ProcedureListDto,
} from './dto/procedure.dto.js';
import { ProcedureStepsService } from './procedure-steps.service.js';
import { ProceduresQueries } from './procedures.queries.js';
import { ProceduresService } from './procedures.service.js';

@ApiTags('selection procedures')
@Controller('v1')
export class ProceduresController {
  constructor(
    private readonly service: ProceduresService,
    private readonly steps: ProcedureStepsService,
    private readonly queries: ProceduresQueries,
  ) {}

  /** Opens a selection procedure: the checklist is frozen, and every candidate is asked the same by the same day. */
  @Post('engagements/:id/selection-procedures')
  @Requires('selection:conduct')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  openSelectionProcedure(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: OpenProcedureDto,
  ): Promise<ProcedureDto> {
    return this.service.open(caller, id, body);
  }

  /** Lists the selection procedures of an engagement, those given up included. */
  @Get('engagements/:id/selection-procedures')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  listSelectionProcedures(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<ProcedureListDto> {
    return this.queries.ofEngagement(caller, id);
  }

  /** Reads a selection procedure with its candidates. */
  @Get('selection-procedures/:id')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  readSelectionProcedure(@CurrentCaller() caller: Caller, @Id() id: string): Promise<ProcedureDto> {
    return this.queries.read(caller, id);
  }

  /** Reads the frozen checklist, as it is published to candidates. */
  @Get('selection-procedures/:id/checklist')
  @Requires('assessment:read')
  @ApiId()
  @ApiProblems(404)
  readFrozenChecklist(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<FrozenChecklistDto> {
    return this.queries.checklist(caller, id);
  }

  /** Invites another candidate, who is asked the same by the same day. */
  @Post('selection-procedures/:id/candidates')
  @Requires('selection:conduct')
  @Versioned()
  @Idempotent()
  @ApiId()
  inviteCandidate(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: InviteCandidateDto,
  ): Promise<ProcedureDto> {
    return this.service.invite(caller, id, expected, body);
  }

  /** Moves the last day for every candidate alike, before it has passed. */
  @Post('selection-procedures/:id/extension')
  @HttpCode(200)
  @Requires('selection:conduct')
  @Versioned()
  @Idempotent()
  @ApiId()
  extendSelectionProcedure(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ExtendProcedureDto,
  ): Promise<ProcedureDto> {
    return this.steps.extend(caller, id, expected, body);
  }

  /** Closes it before its last day, when every candidate has handed in or withdrawn. */
  @Post('selection-procedures/:id/closing')
  @HttpCode(200)
  @Requires('selection:conduct')
  @Versioned()
  @Idempotent()
  @ApiId()
  closeSelectionProcedure(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<ProcedureDto> {
    return this.steps.close(caller, id, expected);
  }

  /** Gives the procedure up; its candidates are assessed no further. */
  @Post('selection-procedures/:id/cancellation')
  @HttpCode(200)
  @Requires('selection:conduct')
  @Versioned()
  @Idempotent()
  @ApiId()
  cancelSelectionProcedure(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: CancelProcedureDto,
  ): Promise<ProcedureDto> {
    return this.steps.cancel(caller, id, expected, body);
  }

  /**
   * Lets one candidate answer after the last day, for a reason that is kept. In a tender nobody may; by the other methods
   * nobody whose first answers are waited for once another candidate of the procedure is reviewed (409).
   */
  @Post('assessments/:id/late-answers')
  @HttpCode(200)
  @Requires('selection:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  @ApiProblems(409)
  permitLateAnswers(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: PermitLateAnswersDto,
  ): Promise<AssessmentDto> {
    return this.steps.permitLate(caller, id, expected, body);
  }
}
