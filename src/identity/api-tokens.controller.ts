import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ApiTokensService } from './api-tokens.service.js';
import {
  ApiTokenPageDto,
  ApiTokenResponseDto,
  IssueApiTokenDto,
  IssuedApiTokenResponseDto,
} from './dto/api-token.dto.js';

@ApiTags('sign-in')
@Controller('v1/api-tokens')
export class ApiTokensController {
  constructor(private readonly service: ApiTokensService) {}

  /** Issues a token to another system, told in the first reply only. */
  @Post()
  @Requires('organization:administer')
  @Idempotent()
  issueApiToken(
    @CurrentCaller() caller: Caller,
    @Body() body: IssueApiTokenDto,
  ): Promise<IssuedApiTokenResponseDto> {
    return this.service.issue(caller, body);
  }

  /** Lists the tokens in the order they were issued, those that ended included. */
  @Get()
  @Requires('organization:administer')
  listApiTokens(
    @CurrentCaller() caller: Caller,
    @Query() query: PageQuery,
  ): Promise<ApiTokenPageDto> {
    return this.service.list(caller, query);
  }

  /** Revokes a token; it is refused from now on. */
  @Post(':id/revocation')
  @HttpCode(200)
  @Requires('organization:administer')
  @Idempotent()
  @ApiId()
  @ApiProblems(404, 422)
  revokeApiToken(@CurrentCaller() caller: Caller, @Id() id: string): Promise<ApiTokenResponseDto> {
    return this.service.revoke(caller, id);
  }
}
