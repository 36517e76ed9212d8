import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { ContractTerms } from '../contracts/index.js';
import { DossierNotices, Dossiers } from '../engagements/index.js';
import { BusinessClock } from '../shared/time/clock.js';

/** What every step of the chain is written in: the dossier, its contract, the trail. */
@Injectable()
export class SubcontractBooks {
  constructor(
    readonly dossiers: Dossiers,
    readonly terms: ContractTerms,
    readonly trail: AuditTrail,
    readonly notices: DossierNotices,
    readonly clock: BusinessClock,
  ) {}
}
