import { Injectable } from '@nestjs/common';
import type { Scope } from '../shared/persistence/scope.js';
import type { Tx } from '../shared/persistence/tx.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AllowedPlacesRepository, isWithdrawn } from '../vendors/index.js';
import { ApprovedCloudServicesRepository } from './approved-cloud-services.repository.js';

/** What the last decision of places took away. */
@Injectable()
export class WithdrawnPlaces {
  constructor(
    private readonly allowed: AllowedPlacesRepository,
    private readonly entries: ApprovedCloudServicesRepository,
    private readonly clock: BusinessClock,
  ) {}

  /** The engagements some of whose information is handled where it may not be any more; two statements, however many. */
  async engagements(tx: Tx, scope: Scope): Promise<ReadonlySet<string>> {
    const change = await this.allowed.lastChange(tx, scope);
    const handled = await this.entries.handledIn(tx, scope, this.clock.today());
    const withdrawn = handled.filter((one) => isWithdrawn(one, one.confidentiality, change));
    return new Set(withdrawn.map(({ engagementId }) => engagementId));
  }
}
