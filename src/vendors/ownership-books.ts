import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { ControlChanges } from './control-changes.js';
import { OwnershipDisclosuresRepository } from './ownership-disclosures.repository.js';
import { VendorsRepository } from './vendors.repository.js';

/** What a disclosure of ownership is written in, and a change of control told by. */
@Injectable()
export class OwnershipBooks {
  constructor(
    readonly vendors: VendorsRepository,
    readonly disclosures: OwnershipDisclosuresRepository,
    readonly changes: ControlChanges,
    readonly trail: AuditTrail,
  ) {}
}
