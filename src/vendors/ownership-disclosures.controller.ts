import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  DiscloseOwnershipDto,
  OwnershipDisclosureDto,
  OwnershipDisclosurePageDto,
} from './dto/ownership.dto.js';
import { OwnershipDisclosuresService } from './ownership-disclosures.service.js';

@ApiTags('vendors')
@Controller('v1/vendors/:id')
export class OwnershipDisclosuresController {
  constructor(private readonly service: OwnershipDisclosuresService) {}

  /**
   * Records what a vendor disclosed of who owns, runs and staffs it; it takes the place of the one in force.
   *
   * Where control passed to others, the approvals of its cloud services are held to it and those responsible for
   * its open engagements are told.
   */
  @Post('ownership-disclosures')
  @Requires('vendor:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  discloseOwnership(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
    @Body() body: DiscloseOwnershipDto,
  ): Promise<OwnershipDisclosureDto> {
    return this.service.disclose(caller, vendorId, body);
  }

  /** Lists the disclosures of a vendor, newest first. */
  @Get('ownership-disclosures')
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  listOwnershipDisclosures(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
    @Query() query: PageQuery,
  ): Promise<OwnershipDisclosurePageDto> {
    return this.service.list(caller, vendorId, query);
  }

  /** Reads a disclosure of a vendor. */
  @Get('ownership-disclosures/:disclosureId')
  @Requires('vendor:read')
  @ApiId()
  @ApiId('disclosureId')
  @ApiProblems(404)
  readOwnershipDisclosure(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
    @Id('disclosureId') id: string,
  ): Promise<OwnershipDisclosureDto> {
    return this.service.read(caller, { vendorId, id });
  }

  /** Reads the disclosure of a vendor that is in force. */
  @Get('ownership')
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  readOwnership(
    @CurrentCaller() caller: Caller,
    @Id() vendorId: string,
  ): Promise<OwnershipDisclosureDto> {
    return this.service.readInForce(caller, vendorId);
  }
}
