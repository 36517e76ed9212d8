import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { PolicyPageDto, PolicyResponseDto } from './dto/policy.dto.js';
import { PoliciesQueries } from './policies.queries.js';

@ApiTags('policy')
@Controller('v1/policies')
export class PoliciesController {
  constructor(private readonly queries: PoliciesQueries) {}

  /** Lists the policy versions that are loaded. */
  @Get()
  @Requires('policy:read')
  listPolicies(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<PolicyPageDto> {
    return this.queries.list(caller, query);
  }

  /** Reads a policy version: its documents, roles, classification and segments. */
  @Get(':id')
  @Requires('policy:read')
  @ApiId()
  @ApiProblems(404)
  readPolicy(@CurrentCaller() caller: Caller, @Id() id: string): Promise<PolicyResponseDto> {
    return this.queries.read(caller, id);
  }
}
