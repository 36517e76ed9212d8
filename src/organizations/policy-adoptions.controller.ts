import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import {
  AdoptPolicyDto,
  PolicyAdoptionPageDto,
  PolicyAdoptionResponseDto,
} from './dto/policy-adoption.dto.js';
import { PolicyAdoptionsService } from './policy-adoptions.service.js';

@ApiTags('policy')
@Controller('v1/policy-adoptions')
export class PolicyAdoptionsController {
  constructor(private readonly service: PolicyAdoptionsService) {}

  /**
   * Records that the body runs on a policy version from a day on: today or later, and not before
   * the day the policy itself says. The reply lists the settings the body has still to decide.
   */
  @Post()
  @Requires('policy:adopt')
  @Idempotent()
  adoptPolicy(
    @CurrentCaller() caller: Caller,
    @Body() body: AdoptPolicyDto,
  ): Promise<PolicyAdoptionResponseDto> {
    return this.service.adopt(caller, body);
  }

  /** Lists the adoptions, the latest to come into force first. */
  @Get()
  @Requires('policy:read')
  listPolicyAdoptions(
    @CurrentCaller() caller: Caller,
    @Query() query: PageQuery,
  ): Promise<PolicyAdoptionPageDto> {
    return this.service.list(caller, query);
  }
}
