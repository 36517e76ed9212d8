import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { DutiesModule } from '../duties/index.js';
import { EngagementsModule } from '../engagements/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { VendorsModule } from '../vendors/index.js';
import { ApplicationChecks } from './application-checks.js';
import { ApplicationFiles } from './application-files.js';
import { ApprovalBooks } from './approval-books.js';
import { Approvals } from './approvals.js';
import { ApprovedCloudServicesRepository } from './approved-cloud-services.repository.js';
import { Deciders } from './deciders.js';
import { Decisions } from './decisions.js';
import { ForeignLawReviews } from './foreign-law-reviews.js';
import { HoldApprovalsToAllowedPlaces } from './hold-approvals-to-allowed-places.js';
import { HoldApprovals } from './hold-approvals.js';
import { MaterialContent } from './material-content.js';
import { PlacesController } from './places.controller.js';
import { PlacesService } from './places.service.js';
import { ReviewWhenControlChanges } from './review-when-control-changes.js';
import { ServiceContent } from './service-content.js';
import { StandingApprovals } from './standing-approvals.js';
import { Submissions } from './submissions.js';
import { TrustJudgementsController } from './trust-judgements.controller.js';
import { TrustJudgementsRepository } from './trust-judgements.repository.js';
import { TrustJudgementsService } from './trust-judgements.service.js';
import { UseApplicationsController } from './use-applications.controller.js';
import { UseApplicationsRepository } from './use-applications.repository.js';
import { UseApplicationsService } from './use-applications.service.js';
import { UseDecisionsService } from './use-decisions.service.js';
import { UseRevocationsService } from './use-revocations.service.js';
import { VoidApprovalsWhenContentChanges } from './void-approvals-when-content-changes.js';
import { WithdrawnPlaces } from './withdrawn-places.js';

@Module({
  imports: [AuditTrailModule, OrganizationsModule, DutiesModule, VendorsModule, EngagementsModule],
  controllers: [PlacesController, TrustJudgementsController, UseApplicationsController],
  providers: [
    ApplicationChecks,
    ApplicationFiles,
    ApprovalBooks,
    Approvals,
    ApprovedCloudServicesRepository,
    Deciders,
    Decisions,
    ForeignLawReviews,
    HoldApprovals,
    HoldApprovalsToAllowedPlaces,
    MaterialContent,
    PlacesService,
    ReviewWhenControlChanges,
    ServiceContent,
    StandingApprovals,
    Submissions,
    TrustJudgementsRepository,
    TrustJudgementsService,
    UseApplicationsRepository,
    UseApplicationsService,
    UseDecisionsService,
    UseRevocationsService,
    VoidApprovalsWhenContentChanges,
    WithdrawnPlaces,
  ],
})
export class ApprovalsModule {}
