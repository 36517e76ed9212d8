import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ChangeOrganizationDto, OrganizationResponseDto } from './dto/organization.dto.js';
import { OrganizationService } from './organization.service.js';

@ApiTags('organization')
@Controller('v1/organization')
export class OrganizationController {
  constructor(private readonly service: OrganizationService) {}

  /** Reads the body. */
  @Get()
  @Requires('organization:read')
  readOrganization(@CurrentCaller() caller: Caller): Promise<OrganizationResponseDto> {
    return this.service.read(caller);
  }

  /** Changes what is given of the body. */
  @Patch()
  @Requires('organization:administer')
  @Versioned()
  changeOrganization(
    @CurrentCaller() caller: Caller,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeOrganizationDto,
  ): Promise<OrganizationResponseDto> {
    return this.service.change(caller, expected, body);
  }
}
