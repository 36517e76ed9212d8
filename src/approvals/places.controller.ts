import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { EngagementPlacesDto } from './dto/place.dto.js';
import { PlacesService } from './places.service.js';

@ApiTags('engagements')
@Controller('v1/engagements/:id/places')
export class PlacesController {
  constructor(private readonly service: PlacesService) {}

  /**
   * Tells where the cloud services that an engagement uses or applied for handle information today, each place held
   * against what the body allows for the classes handled and what it assessed of the law there.
   */
  @Get()
  @Requires('engagement:read')
  @ApiId()
  @ApiProblems(404)
  readEngagementPlaces(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
  ): Promise<EngagementPlacesDto> {
    return this.service.read(caller, id);
  }
}
