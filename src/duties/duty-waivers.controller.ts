import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import { DutyWaiversService } from './duty-waivers.service.js';
import {
  DutyWaiverDto,
  DutyWaiverPageDto,
  EndDutyWaiverDto,
  ListDutyWaiversQuery,
  PermitDutyWaiverDto,
} from './dto/duty-waiver.dto.js';

@ApiTags('duty-waivers')
@Controller('v1/duty-waivers')
export class DutyWaiversController {
  constructor(private readonly service: DutyWaiversService) {}

  /** Permits that one person does both of two acts that fall to two people, where it cannot be avoided. */
  @Post()
  @Requires('duty-waiver:permit')
  @Idempotent()
  permitDutyWaiver(
    @CurrentCaller() caller: Caller,
    @Body() body: PermitDutyWaiverDto,
  ): Promise<DutyWaiverDto> {
    return this.service.permit(caller, body);
  }

  /** Lists waivers, the next to lapse first. */
  @Get()
  @Requires('duty-waiver:read')
  listDutyWaivers(
    @CurrentCaller() caller: Caller,
    @Query() query: ListDutyWaiversQuery,
  ): Promise<DutyWaiverPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads a waiver. */
  @Get(':id')
  @Requires('duty-waiver:read')
  @ApiId()
  @ApiProblems(404)
  readDutyWaiver(@CurrentCaller() caller: Caller, @Id() id: string): Promise<DutyWaiverDto> {
    return this.service.read(caller, id);
  }

  /** Ends a waiver before its last day; what was done under it stands. */
  @Post(':id/end')
  @HttpCode(200)
  @Requires('duty-waiver:permit')
  @Versioned()
  @Idempotent()
  @ApiId()
  endDutyWaiver(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: EndDutyWaiverDto,
  ): Promise<DutyWaiverDto> {
    return this.service.end(caller, id, expected, body);
  }
}
