import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { ContractsModule } from '../contracts/index.js';
import { DutiesModule } from '../duties/index.js';
import { EngagementsModule } from '../engagements/index.js';
import { FilesModule } from '../files/index.js';
import { FindingsModule } from '../findings/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { VendorsModule } from '../vendors/index.js';
import { BriefingsController } from './briefings.controller.js';
import { BriefingsRepository } from './briefings.repository.js';
import { BriefingsService } from './briefings.service.js';
import { ChainChartsController } from './chain-charts.controller.js';
import { ChainChartsService } from './chain-charts.service.js';
import { Chains } from './chains.js';
import { ContractorRecords } from './contractor-records.js';
import { HoldSubcontractsToContent } from './hold-subcontracts-to-content.js';
import { KeepProvisionsWhenContentChanges } from './keep-provisions-when-content-changes.js';
import { ProvisionBooks } from './provision-books.js';
import { ProvisionRecipients } from './provision-recipients.js';
import { ProvisionsController } from './provisions.controller.js';
import { ProvisionsRepository } from './provisions.repository.js';
import { ProvisionsService } from './provisions.service.js';
import { RostersController } from './rosters.controller.js';
import { RostersRepository } from './rosters.repository.js';
import { RostersService } from './rosters.service.js';
import { SubcontractBooks } from './subcontract-books.js';
import { SubcontractCourseService } from './subcontract-course.service.js';
import { SubcontractDeciders } from './subcontract-deciders.js';
import { SubcontractDecisionsController } from './subcontract-decisions.controller.js';
import { SubcontractDecisionsService } from './subcontract-decisions.service.js';
import { SubcontractDiscoveriesController } from './subcontract-discoveries.controller.js';
import { SubcontractDiscoveriesService } from './subcontract-discoveries.service.js';
import { SubcontractsController } from './subcontracts.controller.js';
import { SubcontractsRepository } from './subcontracts.repository.js';
import { SubcontractsService } from './subcontracts.service.js';

@Module({
  imports: [
    AuditTrailModule,
    ContractsModule,
    DutiesModule,
    EngagementsModule,
    FilesModule,
    FindingsModule,
    OrganizationsModule,
    VendorsModule,
  ],
  controllers: [
    BriefingsController,
    ChainChartsController,
    ProvisionsController,
    RostersController,
    SubcontractDecisionsController,
    SubcontractDiscoveriesController,
    SubcontractsController,
  ],
  providers: [
    BriefingsRepository,
    BriefingsService,
    ChainChartsService,
    Chains,
    ContractorRecords,
    HoldSubcontractsToContent,
    KeepProvisionsWhenContentChanges,
    ProvisionBooks,
    ProvisionRecipients,
    ProvisionsRepository,
    ProvisionsService,
    RostersRepository,
    RostersService,
    SubcontractBooks,
    SubcontractCourseService,
    SubcontractDeciders,
    SubcontractDecisionsService,
    SubcontractDiscoveriesService,
    SubcontractsRepository,
    SubcontractsService,
  ],
})
export class SubcontractingModule {}
