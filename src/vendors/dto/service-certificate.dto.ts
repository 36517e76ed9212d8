import { PageQuery } from '../../shared/http/page.js';
import { MayBeLeftOut, ShortText } from '../../shared/http/validators.js';
import type { Covered } from '../domain/certificate-coverage.js';
import type { RegionUse } from '../domain/cloud-service.js';
import { CertificateDto } from './certificate.dto.js';

export class ServiceCertificatesQuery extends PageQuery {
  /** A site that matters for the work; width, case and old characters do not matter. @example '熊本データセンター' */
  @MayBeLeftOut()
  @ShortText()
  site?: string;
}

/** A place of a cloud service that a certificate does not cover. */
export class RegionNotCoveredDto {
  country!: string;

  providerRegion!: string | null;

  use!: RegionUse;
}

/** A certificate held against a cloud service, the places it has today, and a site. */
export class CoverageComparisonDto {
  /** Whether it covers the service, which is one edition. */
  service!: Covered;

  /** Whether it covers the site; null where none was asked about. */
  site!: Covered | null;

  /** Whether it covers every place the service has today; `not-stated` where it cannot be told of one. */
  regions!: Covered;

  regionsNotCovered!: RegionNotCoveredDto[];

  /** Whether anything is outside of what it covers, such as another edition or region. */
  isMismatch!: boolean;
}

/** A certificate of the provider, and how far it speaks to the service. */
export class ServiceCertificateDto extends CertificateDto {
  comparison!: CoverageComparisonDto;
}

export class ServiceCertificatePageDto {
  items!: ServiceCertificateDto[];

  /** Send as `after` for the next page; null on the last. */
  nextCursor!: string | null;
}
