import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { CertificateReferences } from './certificate-references.js';
import { CertificateStandings } from './certificate-standings.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesRepository } from './certificates.repository.js';
import { CertificatesService } from './certificates.service.js';
import { CloudServicesController } from './cloud-services.controller.js';
import { CloudServicesRepository } from './cloud-services.repository.js';
import { CloudServicesService } from './cloud-services.service.js';
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
    CloudServicesRepository,
    CloudServicesService,
    RegionsRepository,
    RegionsService,
    TermsSnapshotsRepository,
    TermsSnapshotsService,
  ],
  exports: [CertificateStandings, RegionsRepository, TermsSnapshotsRepository],
})
export class VendorsModule {}
