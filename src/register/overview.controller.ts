import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../shared/authorization/caller.js';
import type { Language } from '../shared/domain/text.js';
import { AcceptedLanguage } from '../shared/http/accepted-language.js';
import { CurrentCaller } from '../shared/http/caller.decorator.js';
import { Requires } from '../shared/http/requires.decorator.js';
import { Dashboard } from './dashboard.js';
import { DashboardDto } from './dto/dashboard.dto.js';
import { JoinedDutiesQuery, JoinedDutyPageDto } from './dto/joined-duty.dto.js';
import { SearchQuery, SearchResultDto } from './dto/search.dto.js';
import { JoinedDuties } from './joined-duties.js';
import { Search } from './search.js';

@ApiTags('register')
@Controller('v1')
export class OverviewController {
  constructor(
    private readonly dashboard: Dashboard,
    private readonly search: Search,
    private readonly joinedDuties: JoinedDuties,
  ) {}

  /** Tells where the body stands today: what is unproven, overdue, running out and due next. */
  @Get('dashboard')
  @Requires('register:read')
  readDashboard(
    @CurrentCaller() caller: Caller,
    @AcceptedLanguage() language: Language,
  ): Promise<DashboardDto> {
    return this.dashboard.read(caller, language);
  }

  /** Lists what one person did of two acts that fall to two people, with the waiver or setting that admits it; the last act first. */
  @Get('register/duties-combined')
  @Requires('register:read')
  listJoinedDuties(
    @CurrentCaller() caller: Caller,
    @Query() query: JoinedDutiesQuery,
  ): Promise<JoinedDutyPageDto> {
    return this.joinedDuties.page(caller, query);
  }

  /** Finds vendors, cloud services and engagements by name, whatever the width, kana or case. */
  @Get('search')
  @Requires('register:read')
  searchNames(
    @CurrentCaller() caller: Caller,
    @Query() query: SearchQuery,
  ): Promise<SearchResultDto> {
    return this.search.find(caller, query);
  }
}
