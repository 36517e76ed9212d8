import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { DossierNotices } from './dossier-notices.js';
import { EngagementsRepository } from './engagements.repository.js';
import { ObligationLedger } from './obligation-ledger.js';

/** Everything that is written when an engagement changes: its rows, its ledger, the trail, and who is told. */
@Injectable()
export class EngagementBooks {
  constructor(
    readonly engagements: EngagementsRepository,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
    readonly notices: DossierNotices,
  ) {}
}
