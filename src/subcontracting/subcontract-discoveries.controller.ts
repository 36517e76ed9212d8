import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { DiscoverFirmDto, DiscoverSubcontractDto } from './dto/discovery.dto.js';
import type { SubcontractDetailDto } from './dto/subcontract.dto.js';
import { SubcontractDiscoveriesService } from './subcontract-discoveries.service.js';

@ApiTags('subcontracting')
@Controller('v1')
export class SubcontractDiscoveriesController {
  constructor(private readonly service: SubcontractDiscoveriesService) {}

  /**
   * Enters a firm that was found at work and stands nowhere in the chain (無承認の再委託). It opens a major
   * finding; that the firm worked without approval stays on record, also where it is approved later.
   */
  @Post('engagements/:id/unauthorized-subcontracts')
  @Requires('finding:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  enterUnauthorizedSubcontract(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: DiscoverFirmDto,
  ): Promise<SubcontractDetailDto> {
    return this.service.enter(caller, id, body);
  }

  /** Marks a hop whose firm was found at work without an approval that holds. It opens a major finding. */
  @Post('subcontracts/:id/discovery')
  @HttpCode(200)
  @Requires('finding:write')
  @Versioned()
  @Idempotent()
  @ApiId()
  markSubcontractUnauthorized(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: DiscoverSubcontractDto,
  ): Promise<SubcontractDetailDto> {
    return this.service.mark(caller, id, expected, body);
  }
}
