import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { CloudServicesService } from './cloud-services.service.js';
import {
  ChangeCloudServiceDto,
  CloudServiceDto,
  CloudServicePageDto,
  ListCloudServicesQuery,
  RegisterCloudServiceDto,
} from './dto/cloud-service.dto.js';

@ApiTags('cloud-services')
@Controller('v1/cloud-services')
export class CloudServicesController {
  constructor(private readonly service: CloudServicesService) {}

  /** Registers a cloud service of a vendor; a social-media service is registered here too. */
  @Post()
  @Requires('vendor:write')
  @Idempotent()
  registerCloudService(
    @CurrentCaller() caller: Caller,
    @Body() body: RegisterCloudServiceDto,
  ): Promise<CloudServiceDto> {
    return this.service.register(caller, body);
  }

  /** Lists cloud services by name. */
  @Get()
  @Requires('vendor:read')
  listCloudServices(
    @CurrentCaller() caller: Caller,
    @Query() query: ListCloudServicesQuery,
  ): Promise<CloudServicePageDto> {
    return this.service.list(caller, query);
  }

  /** Reads a cloud service. */
  @Get(':id')
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  readCloudService(@CurrentCaller() caller: Caller, @Id() id: string): Promise<CloudServiceDto> {
    return this.service.read(caller, id);
  }

  /** Changes what is given of a cloud service; its provider stays. */
  @Patch(':id')
  @Requires('vendor:write')
  @Versioned()
  @ApiId()
  changeCloudService(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeCloudServiceDto,
  ): Promise<CloudServiceDto> {
    return this.service.change(caller, id, expected, body);
  }
}
