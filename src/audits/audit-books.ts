import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { ObligationLedger } from '../engagements/index.js';
import { AuditsRepository } from './audits.repository.js';

/** Everything that is written when an audit is planned or concluded. */
@Injectable()
export class AuditBooks {
  constructor(
    readonly audits: AuditsRepository,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
  ) {}
}
