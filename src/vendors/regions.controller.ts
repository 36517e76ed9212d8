import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { RegionsDto, RegionsQuery, ReplaceRegionsDto } from './dto/region.dto.js';
import { RegionsService } from './regions.service.js';

@ApiTags('cloud-services')
@Controller('v1/cloud-services/:id/regions')
export class RegionsController {
  constructor(private readonly service: RegionsService) {}

  /** Replaces the regions of a cloud service as a whole, under the ETag of the service. */
  @Put()
  @Requires('vendor:write')
  @Versioned()
  @ApiId()
  replaceCloudServiceRegions(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ReplaceRegionsDto,
  ): Promise<RegionsDto> {
    return this.service.replace(caller, id, expected, body);
  }

  /** Reads where a cloud service handles information, today or on a day named. */
  @Get()
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  readCloudServiceRegions(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: RegionsQuery,
  ): Promise<RegionsDto> {
    return this.service.read(caller, id, query);
  }
}
