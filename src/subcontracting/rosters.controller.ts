import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Idempotent } from '../shared/http/idempotent.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { ApiId, Id } from '../shared/http/validators.js';
import {
  FileRosterDto,
  ListRostersQuery,
  RosterDifferencesDto,
  RosterDifferencesQuery,
  RosterDto,
  RosterPageDto,
} from './dto/roster.dto.js';
import { RostersService } from './rosters.service.js';

@ApiTags('subcontracting')
@Controller('v1')
export class RostersController {
  constructor(private readonly service: RostersService) {}

  /**
   * Files the whole roster of a firm as it stands from a day: who does the work, employed by whom, and where
   * (9(1)②ア(エ)-3). That of the contractor proves the duty to know them.
   */
  @Post('engagements/:id/rosters')
  @Requires('roster:write')
  @Idempotent()
  @ApiId()
  @ApiProblems(404)
  fileRoster(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: FileRosterDto,
  ): Promise<RosterDto> {
    return this.service.file(caller, id, body);
  }

  /** Lists the rosters of an engagement without their people, the one that stands from the last day first. */
  @Get('engagements/:id/rosters')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  listRosters(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() query: ListRostersQuery,
  ): Promise<RosterPageDto> {
    return this.service.list(caller, id, query);
  }

  /** Reads a roster with its people and places. */
  @Get('rosters/:id')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404)
  readRoster(@CurrentCaller() caller: Caller, @Id() id: string): Promise<RosterDto> {
    return this.service.read(caller, id);
  }

  /**
   * Tells who joined, left or changed employer, work or place from another roster of the firm to this one, and
   * what is to be taken back from whom.
   */
  @Get('rosters/:id/differences')
  @Requires('contract:read')
  @ApiId()
  @ApiProblems(404, 422)
  readRosterDifferences(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Query() { from }: RosterDifferencesQuery,
  ): Promise<RosterDifferencesDto> {
    return this.service.differences(caller, id, from);
  }
}
