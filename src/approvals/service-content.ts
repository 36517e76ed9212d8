import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import {
  OwnershipDisclosuresRepository,
  RegionsRepository,
  TermsSnapshotsRepository,
} from '../vendors/index.js';
import type { ApplicationContent } from './domain/application-content.js';

type Applied = Pick<ApplicationContent, 'cloudServiceId' | 'termsSnapshotId'>;

/**
 * What of a cloud service an approval rests on. Terms and control stand in it only where they have
 * changed, so that approvals of services that stayed as they were keep their hash.
 */
interface ContentOfService {
  readonly regions: readonly (readonly (string | null)[])[];
  /** What the terms that were read say now. */
  readonly terms?: string;
  /** The disclosure by which control of the provider last passed to others. */
  readonly control?: string;
}

/** Reads what of a cloud service an approval rests on. */
@Injectable()
export class ServiceContent {
  constructor(
    private readonly regions: RegionsRepository,
    private readonly snapshots: TermsSnapshotsRepository,
    private readonly disclosures: OwnershipDisclosuresRepository,
  ) {}

  async of(
    tx: Tx,
    scope: Scope,
    { cloudServiceId, termsSnapshotId: id }: Applied,
    day: string,
  ): Promise<ContentOfService> {
    const regions = await this.regions.onDay(tx, scope, cloudServiceId, day);
    const terms =
      id === null ? null : await this.snapshots.changedSince(tx, scope, { cloudServiceId, id });
    const control = await this.disclosures.lastControlChange(tx, scope, cloudServiceId);
    return {
      regions: regions.map(({ country, providerRegion, use }) => [country, providerRegion, use]),
      ...(terms !== null && { terms }),
      ...(control !== null && { control }),
    };
  }
}
