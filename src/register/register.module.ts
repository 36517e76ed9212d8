import { Module } from '@nestjs/common';
import { EngagementsModule } from '../engagements/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { Chain } from './chain.js';
import { ChainController } from './chain.controller.js';
import { ChainRepository } from './chain.repository.js';
import { Coverage } from './coverage.js';
import { CoverageController } from './coverage.controller.js';
import { CoverageRepository } from './coverage.repository.js';
import { Dashboard } from './dashboard.js';
import { DashboardRepository } from './dashboard.repository.js';
import { EngagementLedger } from './engagement-ledger.js';
import { EngagementLedgerRepository } from './engagement-ledger.repository.js';
import { CloudServiceLedger, SocialMediaLedger } from './entry-ledger.js';
import { EntryLedgerRepository } from './entry-ledger.repository.js';
import { Handover } from './handover.js';
import { HandoverController } from './handover.controller.js';
import { HandoverRepository } from './handover.repository.js';
import { JoinedDuties } from './joined-duties.js';
import { JoinedDutiesRepository } from './joined-duties.repository.js';
import { LedgersController } from './ledgers.controller.js';
import { OverviewController } from './overview.controller.js';
import { Search } from './search.js';
import { SearchRepository } from './search.repository.js';

@Module({
  imports: [OrganizationsModule, EngagementsModule],
  controllers: [
    LedgersController,
    CoverageController,
    ChainController,
    HandoverController,
    OverviewController,
  ],
  providers: [
    Chain,
    ChainRepository,
    CloudServiceLedger,
    Coverage,
    CoverageRepository,
    Dashboard,
    DashboardRepository,
    EngagementLedger,
    EngagementLedgerRepository,
    EntryLedgerRepository,
    Handover,
    HandoverRepository,
    JoinedDuties,
    JoinedDutiesRepository,
    Search,
    SearchRepository,
    SocialMediaLedger,
  ],
})
export class RegisterModule {}
