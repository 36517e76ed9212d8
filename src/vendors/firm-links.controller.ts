import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { EndFirmLinkDto, FirmLinkPageDto, FirmLinkResponseDto } from './dto/firm-link.dto.js';
import { FirmLinksService } from './firm-links.service.js';

@ApiTags('vendors')
@Controller('v1/vendors/:id/firm-link')
export class FirmLinksController {
  constructor(private readonly service: FirmLinksService) {}

  /** Reads the latest link of a vendor to the account of a firm. */
  @Get()
  @Requires('vendor:read')
  @ApiId()
  @ApiProblems(404)
  readFirmLink(@CurrentCaller() caller: Caller, @Id() id: string): Promise<FirmLinkResponseDto> {
    return this.service.readOfVendor(caller, id);
  }

  /** Agrees to whoever accepted for the firm, where it was somebody else than the person invited. */
  @Post('confirmation')
  @HttpCode(200)
  @Requires('vendor:link')
  @Idempotent()
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  confirmFirmLink(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<FirmLinkResponseDto> {
    return this.service.confirm(caller, id, expected);
  }

  /** Ends the link: the firm sees nothing more of the body. What it submitted stays. */
  @Post('end')
  @HttpCode(200)
  @Requires('vendor:link')
  @Idempotent()
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  endFirmLink(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() { reason }: EndFirmLinkDto,
  ): Promise<FirmLinkResponseDto> {
    return this.service.endByBody(caller, id, expected, reason);
  }
}

@ApiTags('portal')
@Controller('v1/portal/links')
export class PortalLinksController {
  constructor(private readonly service: FirmLinksService) {}

  /** Lists the bodies that the firm is or was linked to. */
  @Get()
  @Requires('firm:read')
  listMyFirmLinks(
    @CurrentCaller() caller: Caller,
    @Query() query: PageQuery,
  ): Promise<FirmLinkPageDto> {
    return this.service.listOfFirm(caller, query);
  }

  /** Ends the link from the side of the firm. */
  @Post(':id/end')
  @HttpCode(200)
  @Requires('firm:administer')
  @Idempotent()
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  endMyFirmLink(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() { reason }: EndFirmLinkDto,
  ): Promise<FirmLinkResponseDto> {
    return this.service.endByFirm(caller, id, expected, reason);
  }
}
