import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
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
import { FirmLinksController, PortalLinksController } from './firm-links.controller.js';
import { FirmLinksRepository } from './firm-links.repository.js';
import { FirmLinkChanges } from './firm-link-changes.js';
import { FirmLinking } from './firm-linking.js';
import { FirmLinksService } from './firm-links.service.js';
import { LinkedFirms } from './linked-firms.js';
import { RegionsController } from './regions.controller.js';
import { RegionsRepository } from './regions.repository.js';
import { RegionsService } from './regions.service.js';
import { TermsSnapshotsController } from './terms-snapshots.controller.js';
import { TermsSnapshotsRepository } from './terms-snapshots.repository.js';
import { TermsSnapshotsService } from './terms-snapshots.service.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsRepository } from './vendors.repository.js';
import { VendorsService } from './vendors.service.js';

@Module({
  imports: [AuditTrailModule],
  controllers: [
    VendorsController,
    CertificatesController,
    CloudServicesController,
    FirmLinksController,
    PortalLinksController,
    RegionsController,
    TermsSnapshotsController,
  ],
  providers: [
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
    FirmLinkChanges,
    FirmLinking,
    FirmLinksRepository,
    FirmLinksService,
    LinkedFirms,
    RegionsRepository,
    RegionsService,
    TermsSnapshotsRepository,
    TermsSnapshotsService,
  ],
  exports: [
    CertificateStandings,
    CloudServiceChanges,
    CloudServicesRepository,
    FirmLinkChanges,
    FirmLinking,
    LinkedFirms,
    RegionsRepository,
    TermsSnapshotsRepository,
    VendorsRepository,
  ],
})
export class VendorsModule {}
