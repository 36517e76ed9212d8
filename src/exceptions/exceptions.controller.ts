import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  DecideExceptionDto,
  EndExceptionDto,
  ExceptionPageDto,
  ExceptionResponseDto,
  ListExceptionsQuery,
  RequestExceptionDto,
} from './dto/policy-exception.dto.js';
import { ExceptionDecisionsService } from './exception-decisions.service.js';
import { ExceptionsService } from './exceptions.service.js';

@ApiTags('exceptions')
@Controller('v1/exceptions')
export class ExceptionsController {
  constructor(
    private readonly service: ExceptionsService,
    private readonly decisions: ExceptionDecisionsService,
  ) {}

  /** Applies for an exception to articles of the policy, or reports one an emergency forced. */
  @Post()
  @Requires('exception:request')
  @Idempotent()
  requestException(
    @CurrentCaller() caller: Caller,
    @Body() body: RequestExceptionDto,
  ): Promise<ExceptionResponseDto> {
    return this.service.request(caller, body);
  }

  /** Lists exceptions, the next to lapse first. */
  @Get()
  @Requires('engagement:read')
  listExceptions(
    @CurrentCaller() caller: Caller,
    @Query() query: ListExceptionsQuery,
  ): Promise<ExceptionPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads an exception. */
  @Get(':id')
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  readException(@CurrentCaller() caller: Caller, @Id() id: string): Promise<ExceptionResponseDto> {
    return this.service.read(caller, id);
  }

  /** Permits or denies it; whoever applied cannot. Permitted, it stands in until its last day. */
  @Post(':id/decision')
  @HttpCode(200)
  @Requires('exception:permit')
  @Versioned()
  @Idempotent()
  @ApiId()
  decideException(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: DecideExceptionDto,
  ): Promise<ExceptionResponseDto> {
    return this.decisions.decide(caller, id, expected, body);
  }

  /** Ends a permitted exception before its last day; what it stood in for is open again. */
  @Post(':id/end')
  @HttpCode(200)
  @Requires('exception:end')
  @Versioned()
  @Idempotent()
  @ApiId()
  endException(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: EndExceptionDto,
  ): Promise<ExceptionResponseDto> {
    return this.decisions.end(caller, id, expected, body);
  }
}
