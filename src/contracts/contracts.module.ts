import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { DutiesModule } from '../duties/index.js';
import { EngagementsModule } from '../engagements/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { Annexes } from './annexes.js';
import { ClauseConfirmations } from './clause-confirmations.js';
import { ContractBooks } from './contract-books.js';
import { ContractClausesController } from './contract-clauses.controller.js';
import { ContractClausesService } from './contract-clauses.service.js';
import { ContractDocumentsService } from './contract-documents.service.js';
import { ContractFiles } from './contract-files.js';
import { ContractProofs } from './contract-proofs.js';
import { ContractSignatures } from './contract-signatures.js';
import { ContractSigningService } from './contract-signing.service.js';
import { ContractTerms } from './contract-terms.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsRepository } from './contracts.repository.js';
import { ContractsService } from './contracts.service.js';
import { HoldConfirmationsToContent } from './hold-confirmations-to-content.js';
import { KeepProofsWhenContentChanges } from './keep-proofs-when-content-changes.js';
import { NdaProofs } from './nda-proofs.js';
import { NdasController } from './ndas.controller.js';
import { NdasRepository } from './ndas.repository.js';
import { NdasService } from './ndas.service.js';
import { SigningEffects } from './signing-effects.js';
import { SpecificationBooks } from './specification-books.js';
import { SpecificationContents } from './specification-contents.js';
import { SpecificationDocumentsService } from './specification-documents.service.js';
import { SpecificationFiles } from './specification-files.js';
import { SpecificationsController } from './specifications.controller.js';
import { SpecificationsRepository } from './specifications.repository.js';
import { SpecificationsService } from './specifications.service.js';

@Module({
  imports: [AuditTrailModule, OrganizationsModule, DutiesModule, EngagementsModule],
  controllers: [
    SpecificationsController,
    NdasController,
    ContractsController,
    ContractClausesController,
  ],
  providers: [
    Annexes,
    ClauseConfirmations,
    ContractBooks,
    ContractClausesService,
    ContractDocumentsService,
    ContractFiles,
    ContractProofs,
    ContractSignatures,
    ContractSigningService,
    ContractTerms,
    ContractsRepository,
    ContractsService,
    HoldConfirmationsToContent,
    KeepProofsWhenContentChanges,
    NdaProofs,
    NdasRepository,
    NdasService,
    SigningEffects,
    SpecificationBooks,
    SpecificationContents,
    SpecificationDocumentsService,
    SpecificationFiles,
    SpecificationsRepository,
    SpecificationsService,
  ],
  exports: [ContractSignatures, ContractTerms, NdasRepository],
})
export class ContractsModule {}
