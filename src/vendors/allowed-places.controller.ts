import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { AllowedPlacesService } from './allowed-places.service.js';
import { AllowedPlacesDto, DecideAllowedPlacesDto } from './dto/allowed-places.dto.js';

@ApiTags('organization')
@Controller('v1/organization/allowed-places')
export class AllowedPlacesController {
  constructor(private readonly service: AllowedPlacesService) {}

  /** Reads where information of each class may be handled; its ETag is "0" while the body has not decided. */
  @Get()
  @Requires('organization:read')
  readAllowedPlaces(@CurrentCaller() caller: Caller): Promise<AllowedPlacesDto> {
    return this.service.read(caller);
  }

  /**
   * Decides where information of each class may be handled, for all classes at once. Where it takes a place
   * away, approvals of the services that handle information there are void, or go to re-review once in use.
   */
  @Put()
  @Requires('organization:administer')
  @Versioned()
  @ApiProblems(422)
  decideAllowedPlaces(
    @CurrentCaller() caller: Caller,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: DecideAllowedPlacesDto,
  ): Promise<AllowedPlacesDto> {
    return this.service.decide(caller, expected, body);
  }
}
