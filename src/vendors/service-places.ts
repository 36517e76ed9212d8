import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { AllowedPlacesRepository } from './allowed-places.repository.js';
import {
  CountryAssessmentsRepository,
  type AssessmentRow,
} from './country-assessments.repository.js';
import type { Region } from './domain/cloud-service.js';
import { countryOfControl } from './domain/ownership.js';
import {
  countsOn,
  isForeign,
  verdictOn,
  type PlaceVerdict,
  type RiskLevel,
} from './domain/place.js';
import { OwnershipDisclosuresRepository } from './ownership-disclosures.repository.js';
import { RegionsRepository } from './regions.repository.js';
import { TermsSnapshotsRepository, type LawOfTerms } from './terms-snapshots.repository.js';

/** The law of a country, and what was made of it. */
export interface LawOfCountry {
  readonly country: string;
  /** The assessment that counts on the day; null where there is none. */
  readonly assessment: {
    readonly id: string;
    readonly risk: RiskLevel;
    readonly validUntil: string;
  } | null;
  /** Whether one is owed and missing; the law of Japan is not assessed. */
  readonly isAssessmentMissing: boolean;
}

/** Where a cloud service handles information, whence it is controlled, and what law its terms name. */
export interface PlacesOfService {
  readonly places: (Region & PlaceVerdict & LawOfCountry)[];
  /** The country its provider is controlled from; null where nobody controls it or nothing was disclosed. */
  readonly providerControl: LawOfCountry | null;
  readonly terms: LawOfTerms | null;
}

/** Holds the places of a cloud service against what the body allows and has assessed. */
@Injectable()
export class ServicePlaces {
  constructor(
    private readonly regions: RegionsRepository,
    private readonly allowed: AllowedPlacesRepository,
    private readonly assessments: CountryAssessmentsRepository,
    private readonly disclosures: OwnershipDisclosuresRepository,
    private readonly snapshots: TermsSnapshotsRepository,
  ) {}

  /** @param classes of confidentiality of the information handled */
  async of(
    tx: Tx,
    scope: Scope,
    cloudServiceId: string,
    { classes, day }: { readonly classes: readonly string[]; readonly day: string },
  ): Promise<PlacesOfService> {
    const regions = await this.regions.onDay(tx, scope, cloudServiceId, day);
    const disclosed = await this.disclosures.ofProvider(tx, scope, cloudServiceId);
    const control = disclosed === undefined ? null : countryOfControl(disclosed.statement);
    const countries = [
      ...regions.map(({ country }) => country),
      ...(control === null ? [] : [control]),
    ];
    const assessed = await this.assessments.lastOf(tx, scope, countries);
    const allowed = (await this.allowed.current(tx, scope))?.items ?? [];
    const lawOf = (country: string): LawOfCountry => lawIn(country, assessed, day);
    return {
      places: regions.map(({ country, providerRegion, use }) => ({
        ...{ country, providerRegion, use },
        ...verdictOn({ country, providerRegion }, classes, allowed),
        ...lawOf(country),
      })),
      providerControl: control === null ? null : lawOf(control),
      terms: await this.snapshots.lawOf(tx, scope, cloudServiceId),
    };
  }
}

function lawIn(country: string, assessed: readonly AssessmentRow[], day: string): LawOfCountry {
  const found = assessed.find((one) => one.country === country && countsOn(one, day));
  const assessment = found && { id: found.id, risk: found.risk, validUntil: found.validUntil };
  const isAssessmentMissing = isForeign(country) && found === undefined;
  return { country, assessment: assessment ?? null, isAssessmentMissing };
}
