import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ChangeVendorDto,
  ListVendorsQuery,
  RegisterVendorDto,
  VendorPageDto,
  VendorResponseDto,
} from './dto/vendor.dto.js';
import { VendorsService } from './vendors.service.js';

@ApiTags('vendors')
@Controller('v1/vendors')
export class VendorsController {
  constructor(private readonly service: VendorsService) {}

  /** Registers a vendor. */
  @Post()
  @Requires('vendor:write')
  @Idempotent()
  @ApiProblems(409)
  registerVendor(
    @CurrentCaller() caller: Caller,
    @Body() body: RegisterVendorDto,
  ): Promise<VendorResponseDto> {
    return this.service.register(caller, body);
  }

  /** Lists vendors by name. */
  @Get()
  @Requires('vendor:read')
  listVendors(
    @CurrentCaller() caller: Caller,
    @Query() query: ListVendorsQuery,
  ): Promise<VendorPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads a vendor. */
  @Get(':id')
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  readVendor(@CurrentCaller() caller: Caller, @Id() id: string): Promise<VendorResponseDto> {
    return this.service.read(caller, id);
  }

  /** Changes what is given of a vendor. */
  @Patch(':id')
  @Requires('vendor:write')
  @Versioned()
  @ApiId()
  @ApiProblems(409)
  changeVendor(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeVendorDto,
  ): Promise<VendorResponseDto> {
    return this.service.change(caller, id, expected, body);
  }
}
