import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { BusinessClock } from '../shared/time/clock.js';
import { AllowedPlacesChanges } from './allowed-places-changes.js';
import { AllowedPlacesRepository } from './allowed-places.repository.js';

/** What a decision of places is written in, and told by. */
@Injectable()
export class AllowedPlacesBooks {
  constructor(
    readonly allowed: AllowedPlacesRepository,
    readonly changes: AllowedPlacesChanges,
    readonly trail: AuditTrail,
    readonly clock: BusinessClock,
  ) {}
}
