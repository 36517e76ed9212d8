import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  JudgeTrustDto,
  TrustJudgementDto,
  TrustJudgementListDto,
} from './dto/trust-judgement.dto.js';
import { TrustJudgementsService } from './trust-judgements.service.js';

@ApiTags('approvals')
@Controller('v1/engagements/:id/trust-judgements')
export class TrustJudgementsController {
  constructor(private readonly service: TrustJudgementsService) {}

  /** Judges whether the provider can be trusted; the judgement before it counts no more. */
  @Post()
  @Requires('trust:judge')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  judgeTrust(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: JudgeTrustDto,
  ): Promise<TrustJudgementDto> {
    return this.service.judge(caller, id, body);
  }

  /** Lists the judgements of an engagement, the latest first. */
  @Get()
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  listTrustJudgements(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<TrustJudgementListDto> {
    return this.service.list(caller, id);
  }
}
