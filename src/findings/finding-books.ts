import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { ObligationLedger } from '../engagements/index.js';
import { FindingsRepository } from './findings.repository.js';

/** Everything that is written when a finding is raised, corrected or verified. */
@Injectable()
export class FindingBooks {
  constructor(
    readonly findings: FindingsRepository,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
  ) {}
}
