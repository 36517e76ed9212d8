import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { Duties } from './duties.js';
import { DutyWaiversController } from './duty-waivers.controller.js';
import { DutyWaiversRepository } from './duty-waivers.repository.js';
import { DutyWaiversService, WaiverPermitters } from './duty-waivers.service.js';

@Module({
  imports: [AuditTrailModule, OrganizationsModule],
  controllers: [DutyWaiversController],
  providers: [Duties, DutyWaiversRepository, DutyWaiversService, WaiverPermitters],
  exports: [Duties],
})
export class DutiesModule {}
