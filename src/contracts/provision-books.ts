import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { Dossiers, ObligationLedger } from '../engagements/index.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ProvisionsRepository } from './provisions.repository.js';

/** Everything that is written when secrecy is agreed or information handed over, and the day of it. */
@Injectable()
export class ProvisionBooks {
  constructor(
    readonly provisions: ProvisionsRepository,
    readonly dossiers: Dossiers,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
    readonly clock: BusinessClock,
  ) {}
}
