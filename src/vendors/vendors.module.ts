import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { AllowedPlacesBooks } from './allowed-places-books.js';
import { AllowedPlacesChanges } from './allowed-places-changes.js';
import { AllowedPlacesController } from './allowed-places.controller.js';
import { AllowedPlacesRepository } from './allowed-places.repository.js';
import { AllowedPlacesService } from './allowed-places.service.js';
import { CertificateReferences } from './certificate-references.js';
import { CertificateStandings } from './certificate-standings.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesRepository } from './certificates.repository.js';
import { CertificatesService } from './certificates.service.js';
import { CloudServiceBooks } from './cloud-service-books.js';
import { CloudServiceChanges } from './cloud-service-changes.js';
import { CloudServicesController } from './cloud-services.controller.js';
import { CloudServicesRepository } from './cloud-services.repository.js';
import { CloudServicesService } from './cloud-services.service.js';
import { ControlChanges } from './control-changes.js';
import { CountryAssessmentsController } from './country-assessments.controller.js';
import { CountryAssessmentsRepository } from './country-assessments.repository.js';
import { CountryAssessmentsService } from './country-assessments.service.js';
import { FirmLinksController, PortalLinksController } from './firm-links.controller.js';
import { FirmLinksRepository } from './firm-links.repository.js';
import { FirmLinkChanges } from './firm-link-changes.js';
import { FirmLinking } from './firm-linking.js';
import { FirmLinksService } from './firm-links.service.js';
import { OwnershipBooks } from './ownership-books.js';
import { OwnershipDisclosuresController } from './ownership-disclosures.controller.js';
import { OwnershipDisclosuresRepository } from './ownership-disclosures.repository.js';
import { OwnershipDisclosuresService } from './ownership-disclosures.service.js';
import { LinkedFirms } from './linked-firms.js';
import { RegionsController } from './regions.controller.js';
import { RegionsRepository } from './regions.repository.js';
import { RegionsService } from './regions.service.js';
import { ServiceCertificatesController } from './service-certificates.controller.js';
import { ServicePlaces } from './service-places.js';
import { TermsSnapshotsController } from './terms-snapshots.controller.js';
import { TermsSnapshotsRepository } from './terms-snapshots.repository.js';
import { TermsSnapshotsService } from './terms-snapshots.service.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsRepository } from './vendors.repository.js';
import { VendorsService } from './vendors.service.js';

@Module({
  imports: [AuditTrailModule, OrganizationsModule],
  controllers: [
    VendorsController,
    AllowedPlacesController,
    CertificatesController,
    CloudServicesController,
    CountryAssessmentsController,
    FirmLinksController,
    PortalLinksController,
    OwnershipDisclosuresController,
    RegionsController,
    ServiceCertificatesController,
    TermsSnapshotsController,
  ],
  providers: [
    AllowedPlacesBooks,
    AllowedPlacesChanges,
    AllowedPlacesRepository,
    AllowedPlacesService,
    VendorsRepository,
    VendorsService,
    CertificateReferences,
    CertificateStandings,
    CertificatesRepository,
    CertificatesService,
    CloudServiceBooks,
    CloudServiceChanges,
    CloudServicesRepository,
    CloudServicesService,
    ControlChanges,
    CountryAssessmentsRepository,
    CountryAssessmentsService,
    FirmLinking,
    FirmLinksRepository,
    FirmLinksService,
    OwnershipBooks,
    OwnershipDisclosuresRepository,
    OwnershipDisclosuresService,
    FirmLinkChanges,
    LinkedFirms,
    RegionsRepository,
    RegionsService,
    ServicePlaces,
    TermsSnapshotsRepository,
    TermsSnapshotsService,
  ],
  exports: [
    AllowedPlacesChanges,
    AllowedPlacesRepository,
    CertificateStandings,
    CloudServiceChanges,
    CloudServicesRepository,
    ControlChanges,
    FirmLinking,
    OwnershipDisclosuresRepository,
    FirmLinkChanges,
    LinkedFirms,
    RegionsRepository,
    ServicePlaces,
    TermsSnapshotsRepository,
    VendorsRepository,
  ],
})
export class VendorsModule {}
