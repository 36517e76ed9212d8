import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { ContractsModule } from '../contracts/index.js';
import { DutiesModule } from '../duties/index.js';
import { EngagementsModule } from '../engagements/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { ReportBooks } from './report-books.js';
import { ReportDesk } from './report-desk.js';
import { ReportLedger } from './report-ledger.js';
import { ReportLedgerController } from './report-ledger.controller.js';
import { ReportLedgerRepository } from './report-ledger.repository.js';
import { ReportReviewsService } from './report-reviews.service.js';
import { ReportSchedulesController } from './report-schedules.controller.js';
import { ReportSchedulesRepository } from './report-schedules.repository.js';
import { ReportSubmissionsService } from './report-submissions.service.js';
import { Reports } from './reports.js';
import { ReportsController } from './reports.controller.js';
import { ReportsQueries } from './reports.queries.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';
import { ScheduleReportsWhenContractIsSigned } from './schedule-reports-when-contract-is-signed.js';

@Module({
  imports: [
    AuditTrailModule,
    OrganizationsModule,
    DutiesModule,
    EngagementsModule,
    ContractsModule,
  ],
  controllers: [ReportsController, ReportSchedulesController, ReportLedgerController],
  providers: [
    ReportBooks,
    ReportDesk,
    ReportLedger,
    ReportLedgerRepository,
    ReportReviewsService,
    ReportSchedulesRepository,
    ReportSubmissionsService,
    Reports,
    ReportsQueries,
    ReportsRepository,
    ReportsService,
    ScheduleReportsWhenContractIsSigned,
  ],
})
export class ReportingModule {}
