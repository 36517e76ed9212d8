import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { Dossiers, ObligationLedger } from '../engagements/index.js';
import { BusinessClock } from '../shared/time/clock.js';
import { ContractsRepository } from './contracts.repository.js';

/** Everything that is written when a contract is drafted, signed or ended, and the day it is done. */
@Injectable()
export class ContractBooks {
  constructor(
    readonly contracts: ContractsRepository,
    readonly dossiers: Dossiers,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
    readonly clock: BusinessClock,
  ) {}
}
