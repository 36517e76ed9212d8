import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { NdaDto, NdaListDto, RecordNdaDto } from './dto/nda.dto.js';
import { NdasService } from './ndas.service.js';

@ApiTags('contracts')
@Controller('v1/engagements/:id/ndas')
export class NdasController {
  constructor(private readonly service: NdasService) {}

  /** Records a non-disclosure agreement that both sides have signed. */
  @Post()
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
  @Get()
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  listNdas(@CurrentCaller() caller: Caller, @Id() id: string): Promise<NdaListDto> {
    return this.service.agreements(caller, id);
  }
}
