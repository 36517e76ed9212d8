import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { DutiesModule } from '../duties/index.js';
import { EngagementsModule } from '../engagements/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { CorrectionsService } from './corrections.service.js';
import { FindingBooks } from './finding-books.js';
import { FindingRaising } from './finding-raising.js';
import { FindingsController } from './findings.controller.js';
import { FindingsRepository } from './findings.repository.js';
import { FindingsService } from './findings.service.js';

@Module({
  imports: [AuditTrailModule, OrganizationsModule, DutiesModule, EngagementsModule],
  controllers: [FindingsController],
  providers: [
    CorrectionsService,
    FindingBooks,
    FindingRaising,
    FindingsRepository,
    FindingsService,
  ],
  exports: [FindingRaising],
})
export class FindingsModule {}
