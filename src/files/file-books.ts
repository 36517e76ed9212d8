import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail/index.js';
import { SystemClock } from '../shared/time/clock.js';
import { FilesRepository } from './files.repository.js';

/** Everything that is written when a file comes or goes. */
@Injectable()
export class FileBooks {
  constructor(
    readonly files: FilesRepository,
    readonly trail: AuditTrail,
    readonly clock: SystemClock,
  ) {}
}
