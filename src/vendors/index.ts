import { AllowedPlacesDecision } from './allowed-places.entity.js';
import { CloudServiceRegion } from './cloud-service-region.entity.js';
import { CloudService } from './cloud-service.entity.js';
import { CountryAssessment } from './country-assessment.entity.js';
import { FirmLink } from './firm-link.entity.js';
import { OwnershipDisclosure } from './ownership-disclosure.entity.js';
import { TermsSnapshot } from './terms-snapshot.entity.js';
import { VendorCertificate } from './vendor-certificate.entity.js';
import { Vendor } from './vendor.entity.js';

export {
  borneOutBy,
  CERTIFICATE_LIMITS,
  standingOn as certificateStandingOn,
  type CertificateFacts,
} from './domain/certificate.js';
export { compareCoverage } from './domain/certificate-coverage.js';
export { REGION_USES, type RegionUse } from './domain/cloud-service.js';
export { isWithdrawn, type RiskLevel } from './domain/place.js';
export { AllowedPlacesChanges } from './allowed-places-changes.js';
export { AllowedPlacesRepository } from './allowed-places.repository.js';
export { namePattern } from './name-search.js';
export { FirmLinkResponseDto } from './dto/firm-link.dto.js';
export type { FirmLinkRow } from './firm-links.repository.js';
export { FirmLinkChanges } from './firm-link-changes.js';
export { LinkedFirms } from './linked-firms.js';
export { FirmLinking } from './firm-linking.js';
export { isMeantFor, statusOnAcceptance } from './domain/firm-link.js';
export { OtherFirmInvited, VendorLinked } from './domain/firm-link.errors.js';
export { VendorsRepository, type VendorRow } from './vendors.repository.js';
export { VendorsModule } from './vendors.module.js';
export { CertificateStandings } from './certificate-standings.js';
export { isSuspendedOn } from './domain/vendor.js';
export { namedInBody } from './named-in-body.js';
export { CloudServiceChanges } from './cloud-service-changes.js';
export { CloudServicesRepository } from './cloud-services.repository.js';
export { ControlChanges } from './control-changes.js';
export { OwnershipDisclosuresRepository } from './ownership-disclosures.repository.js';
export { RegionsRepository } from './regions.repository.js';
export { ServicePlaces } from './service-places.js';
export { TermsSnapshotsRepository } from './terms-snapshots.repository.js';
export const vendorEntities = [
  Vendor,
  CloudService,
  CloudServiceRegion,
  TermsSnapshot,
  VendorCertificate,
  FirmLink,
  OwnershipDisclosure,
  AllowedPlacesDecision,
  CountryAssessment,
];
