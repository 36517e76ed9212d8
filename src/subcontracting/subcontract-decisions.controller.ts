import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  DecideSubcontractDto,
  EndSubcontractDto,
  RevokeSubcontractDto,
  ScreenSubcontractDto,
  StartSubcontractDto,
} from './dto/subcontract-decision.dto.js';
import type { SubcontractDetailDto } from './dto/subcontract.dto.js';
import { SubcontractCourseService } from './subcontract-course.service.js';
import { SubcontractDecisionsService } from './subcontract-decisions.service.js';

@ApiTags('subcontracting')
@Controller('v1/subcontracts/:id')
export class SubcontractDecisionsController {
  constructor(
    private readonly decisions: SubcontractDecisionsService,
    private readonly course: SubcontractCourseService,
  ) {}

  /** Finds an application complete, so that it can be decided on, or returns it to be mended. */
  @Post('screening')
  @HttpCode(200)
  @Requires('subcontract:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  screenSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ScreenSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.decisions.screen(caller, id, expected, body);
  }

  /**
   * Approves, returns or rejects what was read, by the criteria in force, which the decision cites. Not by
   * whoever drew up or took in the application.
   */
  @Post('decision')
  @HttpCode(200)
  @Requires('subcontract:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  decideSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: DecideSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.decisions.decide(caller, id, expected, body);
  }

  /** Takes an approval back (承認の取消し); those of the hops below fall with it. */
  @Post('revocation')
  @HttpCode(200)
  @Requires('subcontract:decide')
  @Versioned()
  @Idempotent()
  @ApiId()
  revokeSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: RevokeSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.decisions.revoke(caller, id, expected, body);
  }

  /** The firm begins its work: approved, briefed, below firms that are at work under a contract that runs. */
  @Post('start')
  @HttpCode(200)
  @Requires('subcontract:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  startSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: StartSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.course.start(caller, id, expected, body);
  }

  /** The firm leaves the chain; those it passed work on to need approval anew. */
  @Post('end')
  @HttpCode(200)
  @Requires('subcontract:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  endSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: EndSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.course.end(caller, id, expected, body);
  }
}
