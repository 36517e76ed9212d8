import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { DutiesModule } from '../duties/index.js';
import { EngagementsModule } from '../engagements/index.js';
import { FilesModule } from '../files/index.js';
import { FirmsModule } from '../firms/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { VendorsModule } from '../vendors/index.js';
import { AnswerDraftsRepository } from './answer-drafts.repository.js';
import { AnswerEntry } from './answer-entry.js';
import { AnswerFilesController } from './answer-files.controller.js';
import { AnswerLibrary } from './answer-library.js';
import { AnswerLinksController } from './answer-links.controller.js';
import { AnswerLinksRepository } from './answer-links.repository.js';
import { AnswerLinksService } from './answer-links.service.js';
import { AnswerLinkDoor } from './answer-link-door.js';
import { AnswerPageStepsService } from './answer-page-steps.service.js';
import { AnswerPagesController } from './answer-pages.controller.js';
import { AnswerPagesService } from './answer-pages.service.js';
import { AnswerSheetsService } from './answer-sheets.service.js';
import { AnswersRepository } from './answers.repository.js';
import { AnswersService } from './answers.service.js';
import { AssessmentBooks } from './assessment-books.js';
import { AssessmentDesk } from './assessment-desk.js';
import { AssessmentFilesRepository } from './assessment-files.repository.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { CaiqService } from './caiq.service.js';
import { ChecklistSender } from './checklist-sender.js';
import { ClarificationsController } from './clarifications.controller.js';
import { ClarificationsRepository } from './clarifications.repository.js';
import { ClarificationsService } from './clarifications.service.js';
import { ComparisonsController } from './comparisons.controller.js';
import { Comparisons } from './comparisons.js';
import { ComparisonsQueries } from './comparisons.queries.js';
import { ComparisonsRepository } from './comparisons.repository.js';
import { Eligibility } from './eligibility.js';
import { FirmBooks } from './firm-books.js';
import { HoldOutcomesToContent } from './hold-outcomes-to-content.js';
import { Judging } from './judging.js';
import { LibraryAnswersController } from './library-answers.controller.js';
import { LibraryAnswersRepository } from './library-answers.repository.js';
import { LibraryAnswersService } from './library-answers.service.js';
import { OffersRepository } from './offers.repository.js';
import { OffersService } from './offers.service.js';
import { Outcomes } from './outcomes.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { OutcomesService } from './outcomes.service.js';
import { PortalAssessmentsController } from './portal-assessments.controller.js';
import { PortalAssessmentsQueries } from './portal-assessments.queries.js';
import { PortalClarificationsService } from './portal-clarifications.service.js';
import { PortalAssessmentsService } from './portal-assessments.service.js';
import { ProcedureDesk } from './procedure-desk.js';
import { ProcedureStepsService } from './procedure-steps.service.js';
import { ProceduresController } from './procedures.controller.js';
import { ProceduresQueries } from './procedures.queries.js';
import { ProceduresRepository } from './procedures.repository.js';
import { ProceduresService } from './procedures.service.js';
import { ReviewPanel } from './review-panel.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsRepository } from './reviews.repository.js';
import { ReviewsService } from './reviews.service.js';
import { RoundsService } from './rounds.service.js';
import { SelectionContent } from './selection-content.js';
import { SelectionDrafts } from './selection-drafts.js';
import { SelectionsController } from './selections.controller.js';
import { SelectionsRepository } from './selections.repository.js';
import { SelectionsService } from './selections.service.js';
import { Selectors } from './selectors.js';
import { SendingsService } from './sendings.service.js';
import { ShareWithFirms } from './share-with-firms.js';
import { SheetBases } from './sheet-bases.js';
import { StandingSelections } from './standing-selections.js';
import { VendorAnswers } from './vendor-answers.js';
import { VendorChecklistsRepository } from './vendor-checklists.repository.js';
import { VendorQuestions } from './vendor-questions.js';
import { Withdrawals } from './withdrawals.js';
import { WorkbookIntake } from './workbook-intake.js';

@Module({
  imports: [
    AuditTrailModule,
    FilesModule,
    OrganizationsModule,
    DutiesModule,
    FirmsModule,
    VendorsModule,
    EngagementsModule,
  ],
  controllers: [
    AssessmentsController,
    AnswerFilesController,
    ReviewsController,
    SelectionsController,
    ProceduresController,
    ClarificationsController,
    ComparisonsController,
    PortalAssessmentsController,
    LibraryAnswersController,
    AnswerLinksController,
    AnswerPagesController,
  ],
  providers: [
    AnswerDraftsRepository,
    AnswerEntry,
    AnswerLibrary,
    AnswerLinksRepository,
    AnswerLinksService,
    AnswerLinkDoor,
    AnswerPagesService,
    AnswerPageStepsService,
    AnswerSheetsService,
    CaiqService,
    SheetBases,
    WorkbookIntake,
    AnswersRepository,
    AnswersService,
    AssessmentBooks,
    AssessmentDesk,
    AssessmentFilesRepository,
    AssessmentsQueries,
    AssessmentsRepository,
    Eligibility,
    FirmBooks,
    HoldOutcomesToContent,
    Judging,
    ChecklistSender,
    ClarificationsRepository,
    ClarificationsService,
    Comparisons,
    ComparisonsQueries,
    ComparisonsRepository,
    LibraryAnswersRepository,
    LibraryAnswersService,
    OffersRepository,
    OffersService,
    Outcomes,
    OutcomesRepository,
    OutcomesService,
    PortalAssessmentsQueries,
    PortalClarificationsService,
    PortalAssessmentsService,
    ProcedureDesk,
    ProcedureStepsService,
    ProceduresQueries,
    ProceduresRepository,
    ProceduresService,
    ReviewPanel,
    ReviewsRepository,
    ReviewsService,
    RoundsService,
    SelectionContent,
    SelectionDrafts,
    SelectionsRepository,
    SelectionsService,
    Selectors,
    SendingsService,
    ShareWithFirms,
    StandingSelections,
    VendorAnswers,
    VendorChecklistsRepository,
    VendorQuestions,
    Withdrawals,
  ],
})
export class AssessmentsModule {}
