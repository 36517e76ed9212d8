import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ChangeFirmPersonDto,
  FirmPersonPageDto,
  FirmPersonResponseDto,
  FirmResponseDto,
} from './dto/firm.dto.js';
import { FirmPeopleService } from './firm-people.service.js';

@ApiTags('portal')
@Controller('v1/portal')
export class FirmPeopleController {
  constructor(private readonly service: FirmPeopleService) {}

  /** Reads the account of one's own firm. */
  @Get('firm')
  @Requires('firm:read')
  readMyFirm(@CurrentCaller() caller: Caller): Promise<FirmResponseDto> {
    return this.service.firm(caller);
  }

  /** Lists the people of the firm in the order they came, those who left included. */
  @Get('people')
  @Requires('firm:read')
  listFirmPeople(
    @CurrentCaller() caller: Caller,
    @Query() query: PageQuery,
  ): Promise<FirmPersonPageDto> {
    return this.service.list(caller, query);
  }

  /** Gives someone of the firm another role. Somebody always remains who administers it. */
  @Patch('people/:id')
  @Requires('firm:administer')
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  changeFirmPerson(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() { roleId }: ChangeFirmPersonDto,
  ): Promise<FirmPersonResponseDto> {
    return this.service.changeRole(caller, id, expected, roleId);
  }

  /** Takes someone out of the firm, at once: their sign-in is refused from now on. */
  @Post('people/:id/departure')
  @HttpCode(200)
  @Requires('firm:administer')
  @Idempotent()
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  recordFirmDeparture(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<FirmPersonResponseDto> {
    return this.service.leave(caller, id, expected);
  }
}
