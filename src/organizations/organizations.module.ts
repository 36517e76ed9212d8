import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { PoliciesModule } from '../policies/index.js';
import { Administration } from './administration.js';
import { Authority } from './authority.js';
import { BodyPolicy } from './body-policy.js';
import { BodyRegisters, Founding, StaffRegisters } from './founding.js';
import { OrganizationController } from './organization.controller.js';
import { OrganizationRepository } from './organization.repository.js';
import { OrganizationService } from './organization.service.js';
import { OrgUnitsController } from './org-units.controller.js';
import { OrgUnitsRepository } from './org-units.repository.js';
import { OrgUnitsService } from './org-units.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PersonChangesService } from './person-changes.service.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesQueries } from './policies.queries.js';
import { PoliciesRepository } from './policies.repository.js';
import { PolicyAdoptionsController } from './policy-adoptions.controller.js';
import { PolicyAdoptionsRepository } from './policy-adoptions.repository.js';
import { PolicyAdoptionsService } from './policy-adoptions.service.js';
import { PostsController } from './posts.controller.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';
import { ServingStaff } from './serving-staff.js';
import { SettingsController } from './settings.controller.js';
import { SettingsRepository } from './settings.repository.js';
import { SettingsService } from './settings.service.js';
import { TransferPlanning } from './transfer-planning.js';
import { TransferWriter } from './transfer-writer.js';
import { TransfersController } from './transfers.controller.js';
import { TransfersRepository } from './transfers.repository.js';
import { TransfersService } from './transfers.service.js';

@Module({
  imports: [AuditTrailModule, PoliciesModule],
  controllers: [
    OrganizationController,
    OrgUnitsController,
    PeopleController,
    PoliciesController,
    PolicyAdoptionsController,
    TransfersController,
    PostsController,
    SettingsController,
  ],
  providers: [
    Administration,
    Authority,
    BodyPolicy,
    BodyRegisters,
    Founding,
    OrganizationRepository,
    OrganizationService,
    OrgUnitsRepository,
    OrgUnitsService,
    PeopleRepository,
    PeopleService,
    PersonChangesService,
    PoliciesQueries,
    PoliciesRepository,
    PolicyAdoptionsRepository,
    PolicyAdoptionsService,
    PostsRepository,
    PostsService,
    ServingStaff,
    SettingsRepository,
    SettingsService,
    StaffRegisters,
    TransferPlanning,
    TransferWriter,
    TransfersRepository,
    TransfersService,
  ],
  exports: [Authority, BodyPolicy, Founding, OrganizationService, PeopleService, ServingStaff],
})
export class OrganizationsModule {}
