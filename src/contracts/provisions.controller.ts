import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  NdaDto,
  NdaListDto,
  ProvisionDto,
  ProvisionListDto,
  RecordNdaDto,
  RecordProvisionDto,
} from './dto/provision.dto.js';
import { ProvisionsService } from './provisions.service.js';

@ApiTags('contracts')
@Controller('v1/engagements/:id')
export class ProvisionsController {
  constructor(private readonly service: ProvisionsService) {}

  /** Records a non-disclosure agreement that both sides have signed. */
  @Post('ndas')
  @Requires('contract:sign')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  recordNda(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: RecordNdaDto,
  ): Promise<NdaDto> {
    return this.service.agree(caller, id, body);
  }

  /** Lists the non-disclosure agreements of an engagement. */
  @Get('ndas')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  listNdas(@CurrentCaller() caller: Caller, @Id() id: string): Promise<NdaListDto> {
    return this.service.agreements(caller, id);
  }

  /** Records that information was handed to the vendor. Asks the gate `provide`. */
  @Post('information-provisions')
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
  @Get('information-provisions')
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
