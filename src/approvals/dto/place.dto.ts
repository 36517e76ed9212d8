import type { RegionUse, RiskLevel } from '../../vendors/index.js';

/** What was made of the law of a country. */
export class LawAssessmentDto {
  id!: string;

  risk!: RiskLevel;

  validUntil!: string;
}

/** A country with the assessment of its law. */
export class LawOfCountryDto {
  country!: string;

  /** The assessment that counts today; null where there is none. */
  assessment!: LawAssessmentDto | null;

  /** Whether one is owed and missing; the law of Japan is not assessed. */
  isAssessmentMissing!: boolean;
}

/** A place where the service handles information. */
export class EngagementPlaceDto extends LawOfCountryDto {
  /** The provider's own id of the region; null where it names none. */
  providerRegion!: string | null;

  /** What is done with information there. */
  use!: RegionUse;

  /** Whether every class of the information handled may be handled there. */
  isAllowed!: boolean;

  /** The classes that may not. */
  notAllowedFor!: string[];

  /** The classes of which the body has not decided (`PUT /v1/organization/allowed-places`). */
  undecidedFor!: string[];
}

/** What the terms of the service say of law, as they were last read. */
export class LawOfTermsDto {
  termsSnapshotId!: string;

  /** The country whose law governs them. */
  governingLaw!: string | null;

  /** The court that has jurisdiction. */
  jurisdiction!: string | null;

  /** Whether the body is told of demands of foreign authorities to disclose its information. */
  notifiesForeignDemands!: boolean | null;
}

/** Where a cloud service handles information, and what law reaches it. */
export class ServicePlacesDto {
  cloudServiceId!: string;

  places!: EngagementPlaceDto[];

  /** The country the provider is controlled from; null where nobody controls it or nothing was disclosed. */
  providerControl!: LawOfCountryDto | null;

  /** Null where no terms that say something of it were read. */
  terms!: LawOfTermsDto | null;
}

/** Where the information of an engagement is handled. */
export class EngagementPlacesDto {
  /** The classes of confidentiality of the information handled. */
  classes!: string[];

  /** The service selected, and those applied for; none before. */
  services!: ServicePlacesDto[];
}
