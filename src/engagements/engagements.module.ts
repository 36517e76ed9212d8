import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { DutiesModule } from '../duties/index.js';
import { FilesModule } from '../files/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { DataItemsController } from './data-items.controller.js';
import { DataItemsService } from './data-items.service.js';
import { DossierNotices } from './dossier-notices.js';
import { Dossiers } from './dossiers.js';
import { EngagementBooks } from './engagement-books.js';
import { EngagementContent } from './engagement-content.js';
import { EngagementsController } from './engagements.controller.js';
import { EngagementsRepository } from './engagements.repository.js';
import { EngagementsService } from './engagements.service.js';
import { HoldNotApplicableToContent } from './hold-not-applicable-to-content.js';
import { MaterialChanges } from './material-changes.js';
import { NotApplicableDuties } from './not-applicable-duties.js';
import { ObligationLedger } from './obligation-ledger.js';
import { ObligationsController } from './obligations.controller.js';
import { ObligationsRepository } from './obligations.repository.js';
import { ObligationsService } from './obligations.service.js';
import { RecordBooks } from './record-books.js';
import { RecordsController } from './records.controller.js';
import { RecordsRepository } from './records.repository.js';
import { RecordsService } from './records.service.js';
import { RetentionTerms } from './retention-terms.js';
import { RuleDocumentsController } from './rule-documents.controller.js';
import { RuleDocumentsRepository } from './rule-documents.repository.js';
import { RuleDocumentsService } from './rule-documents.service.js';
import { StandingProofs } from './standing-proofs.js';
import { TransitionsService } from './transitions.service.js';

@Module({
  imports: [AuditTrailModule, FilesModule, OrganizationsModule, DutiesModule, NotificationsModule],
  controllers: [
    EngagementsController,
    DataItemsController,
    ObligationsController,
    RecordsController,
    RuleDocumentsController,
  ],
  providers: [
    DataItemsService,
    DossierNotices,
    Dossiers,
    EngagementBooks,
    EngagementContent,
    EngagementsRepository,
    EngagementsService,
    HoldNotApplicableToContent,
    MaterialChanges,
    NotApplicableDuties,
    ObligationLedger,
    ObligationsRepository,
    ObligationsService,
    RecordBooks,
    RecordsRepository,
    RecordsService,
    RetentionTerms,
    RuleDocumentsRepository,
    RuleDocumentsService,
    StandingProofs,
    TransitionsService,
  ],
  exports: [
    DossierNotices,
    Dossiers,
    EngagementContent,
    MaterialChanges,
    ObligationLedger,
    RecordBooks,
    RetentionTerms,
    RuleDocumentsRepository,
  ],
})
export class EngagementsModule {}
