import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ChangeEngagementDto,
  CreateEngagementDto,
  EngagementPageDto,
  EngagementResponseDto,
  ListEngagementsQuery,
  TakeOverEngagementDto,
} from './dto/engagement.dto.js';
import { EngagementsService } from './engagements.service.js';

@ApiTags('engagements')
@Controller('v1/engagements')
export class EngagementsController {
  constructor(private readonly service: EngagementsService) {}

  /** Plans an engagement. Kind, classification and segment decide its obligations. */
  @Post()
  @Requires('engagement:write')
  @Idempotent()
  planEngagement(
    @CurrentCaller() caller: Caller,
    @Body() body: CreateEngagementDto,
  ): Promise<EngagementResponseDto> {
    return this.service.create(caller, body);
  }

  /** Takes over a running engagement from another ledger, as active. */
  @Post('takeovers')
  @Requires('engagement:transition')
  @Idempotent()
  takeOverEngagement(
    @CurrentCaller() caller: Caller,
    @Body() body: TakeOverEngagementDto,
  ): Promise<EngagementResponseDto> {
    return this.service.takeOver(caller, body);
  }

  /** Lists engagements, the last changed first. */
  @Get()
  @Requires('engagement:read')
  listEngagements(
    @CurrentCaller() caller: Caller,
    @Query() query: ListEngagementsQuery,
  ): Promise<EngagementPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads an engagement. */
  @Get(':id')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  readEngagement(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<EngagementResponseDto> {
    return this.service.read(caller, id);
  }

  /**
   * Changes what is given; the obligations follow.
   * @remarks The kinds cannot change, because regime, course and obligations rest on them from the start: cancel the engagement (`POST /v1/engagements/{id}/transitions`) and plan it anew.
   */
  @Patch(':id')
  @Requires('engagement:write')
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  changeEngagement(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeEngagementDto,
  ): Promise<EngagementResponseDto> {
    return this.service.change(caller, id, expected, body);
  }
}
