import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { DutiesModule } from '../duties/index.js';
import { EngagementsModule } from '../engagements/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { AuditBooks } from './audit-books.js';
import { AuditConclusionsService, AuditRules } from './audit-conclusions.service.js';
import { AuditsController } from './audits.controller.js';
import { AuditsRepository } from './audits.repository.js';
import { AuditsService } from './audits.service.js';

@Module({
  imports: [AuditTrailModule, OrganizationsModule, DutiesModule, EngagementsModule],
  controllers: [AuditsController],
  providers: [AuditBooks, AuditConclusionsService, AuditRules, AuditsRepository, AuditsService],
})
export class AuditsModule {}
