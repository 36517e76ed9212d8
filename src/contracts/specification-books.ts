import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { Dossiers, ObligationLedger } from '../engagements/index.js';
import { BusinessClock } from '../shared/time/clock.js';
import { SpecificationsRepository } from './specifications.repository.js';

/** Everything that is written when a specification is drafted or confirmed, and the day it is done. */
@Injectable()
export class SpecificationBooks {
  constructor(
    readonly specifications: SpecificationsRepository,
    readonly dossiers: Dossiers,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
    readonly clock: BusinessClock,
  ) {}
}
