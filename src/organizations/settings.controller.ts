import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import { ApiProblems } from '../shared/http/api-problems.decorator.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { IfMatch, Versioned, type ExpectedVersion } from '../shared/http/expected-version.js';
import { Requires } from '../shared/http/requires.decorator.js';
import {
  DecideSettingDto,
  ListSettingsQuery,
  SettingPageDto,
  SettingResponseDto,
} from './dto/setting.dto.js';
import { SettingsService } from './settings.service.js';

@ApiTags('organization')
@Controller('v1/organization/settings')
export class SettingsController {
  constructor(private readonly service: SettingsService) {}

  /** Lists what the policy in force, and those adopted from a later day, leave open and what the body decided. */
  @Get()
  @Requires('organization:read')
  @ApiProblems(422)
  listSettings(
    @CurrentCaller() caller: Caller,
    @Query() query: ListSettingsQuery,
  ): Promise<SettingPageDto> {
    return this.service.list(caller, query);
  }

  /** Reads a setting; its ETag is "0" while the body has not decided. */
  @Get(':settingId')
  @Requires('organization:read')
  @ApiProblems(404, 422)
  readSetting(
    @CurrentCaller() caller: Caller,
    @Param('settingId') settingId: string,
  ): Promise<SettingResponseDto> {
    return this.service.read(caller, settingId);
  }

  /** Decides a setting. */
  @Put(':settingId')
  @Requires('organization:administer')
  @Versioned()
  @ApiProblems(422)
  decideSetting(
    @CurrentCaller() caller: Caller,
    @Param('settingId') settingId: string,
    @IfMatch() expected: ExpectedVersion,
    @Body() body: DecideSettingDto,
  ): Promise<SettingResponseDto> {
    return this.service.decide(caller, settingId, expected, body);
  }
}
