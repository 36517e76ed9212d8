import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { BusinessClock } from '../shared/time/clock.js';
import { CloudServiceChanges } from './cloud-service-changes.js';
import { CloudServicesRepository } from './cloud-services.repository.js';

/** What a change of a cloud service is written in, and told by. */
@Injectable()
export class CloudServiceBooks {
  constructor(
    readonly services: CloudServicesRepository,
    readonly changes: CloudServiceChanges,
    readonly trail: AuditTrail,
    readonly clock: BusinessClock,
  ) {}
}
