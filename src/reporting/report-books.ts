import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { ObligationLedger } from '../engagements/index.js';
import { ReportSchedulesRepository } from './report-schedules.repository.js';
import { ReportsRepository } from './reports.repository.js';

/** Everything that is written when reports are scheduled, submitted, reviewed or waived. */
@Injectable()
export class ReportBooks {
  constructor(
    readonly reports: ReportsRepository,
    readonly schedules: ReportSchedulesRepository,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
  ) {}
}
