import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { FirmAccounts } from './firm-accounts.js';
import { FirmStaff } from './firm-staff.js';
import { FirmPeopleController } from './firm-people.controller.js';
import { FirmPeopleRepository } from './firm-people.repository.js';
import { FirmPeopleService } from './firm-people.service.js';
import { FirmsRepository } from './firms.repository.js';

@Module({
  imports: [AuditTrailModule, OrganizationsModule],
  controllers: [FirmPeopleController],
  providers: [FirmAccounts, FirmPeopleRepository, FirmPeopleService, FirmsRepository, FirmStaff],
  exports: [FirmAccounts, FirmStaff],
})
export class FirmsModule {}
