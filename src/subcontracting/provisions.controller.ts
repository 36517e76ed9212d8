import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { ProvisionDto, ProvisionListDto, RecordProvisionDto } from './dto/provision.dto.js';
import { ProvisionsService } from './provisions.service.js';

@ApiTags('subcontracting')
@Controller('v1/engagements/:id/information-provisions')
export class ProvisionsController {
  constructor(private readonly service: ProvisionsService) {}

  /**
   * Records that information was handed to the contractor or to a firm of the chain (9(1)③ア(ア), 3(2)⑨). Asks the
   * gate `provide`, the access matrix of the contract and, for a firm of the chain, its approval.
   */
  @Post()
  @Requires('provision:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  recordInformationProvision(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: RecordProvisionDto,
  ): Promise<ProvisionDto> {
    return this.service.provide(caller, id, body);
  }

  /** Lists what information was handed over, to whom and under whose permission. */
  @Get()
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  listInformationProvisions(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<ProvisionListDto> {
    return this.service.provided(caller, id);
  }
}
