import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { PageQuery } from '../shared/http/page.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  ChangeOrgUnitDto,
  OrgUnitPageDto,
  OrgUnitResponseDto,
  RegisterOrgUnitDto,
} from './dto/org-unit.dto.js';
import { OrgUnitsService } from './org-units.service.js';

@ApiTags('organization')
@Controller('v1/org-units')
export class OrgUnitsController {
  constructor(private readonly service: OrgUnitsService) {}

  /** Registers a unit. */
  @Post()
  @Requires('organization:administer')
  @Idempotent()
  registerOrgUnit(
    @CurrentCaller() caller: Caller,
    @Body() body: RegisterOrgUnitDto,
  ): Promise<OrgUnitResponseDto> {
    return this.service.register(caller, body);
  }

  /** Lists the units in the order they were registered, ended ones included. */
  @Get()
  @Requires('organization:read')
  listOrgUnits(
    @CurrentCaller() caller: Caller,
    @Query() query: PageQuery,
  ): Promise<OrgUnitPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads a unit. */
  @Get(':id')
  @Requires('organization:read')
  @ApiId()
  @ApiProblems(404)
  readOrgUnit(@CurrentCaller() caller: Caller, @Id() id: string): Promise<OrgUnitResponseDto> {
    return this.service.read(caller, id);
  }

  /** Renames a unit, moves it under another one, or says when it ends. */
  @Patch(':id')
  @Requires('organization:administer')
  @Versioned()
  @ApiId()
  @ApiProblems(422)
  changeOrgUnit(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: ChangeOrgUnitDto,
  ): Promise<OrgUnitResponseDto> {
    return this.service.change(caller, id, expected, body);
  }
}
