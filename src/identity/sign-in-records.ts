import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { CredentialsRepository } from './credentials.repository.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { SessionsRepository } from './sessions.repository.js';

/** Everything sign-in needs from the database. */
@Injectable()
export class SignInRecords {
  constructor(
    readonly credentials: CredentialsRepository,
    readonly sessions: SessionsRepository,
    readonly secondFactors: SecondFactorsRepository,
    readonly trail: AuditTrail,
  ) {}
}
