import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { ObligationLedger } from '../engagements/index.js';
import { ExceptionsRepository } from './exceptions.repository.js';

/** Everything that is written when an exception is asked for, decided or ended. */
@Injectable()
export class ExceptionBooks {
  constructor(
    readonly exceptions: ExceptionsRepository,
    readonly ledger: ObligationLedger,
    readonly trail: AuditTrail,
  ) {}
}
