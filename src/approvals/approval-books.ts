import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import {
  DossierNotices,
  Dossiers,
  MaterialChanges,
  ObligationLedger,
} from '../engagements/index.js';

/** What every step towards an approval is written in: the dossier, its ledger, the trail. */
@Injectable()
export class ApprovalBooks {
  constructor(
    readonly dossiers: Dossiers,
    readonly ledger: ObligationLedger,
    readonly changes: MaterialChanges,
    readonly trail: AuditTrail,
    readonly notices: DossierNotices,
  ) {}
}
