import { Injectable } from '@nestjs/common';
import { AnnouncedChanges } from './announced-changes.js';

/** Tells higher features that the regions or the terms of a cloud service change. */
@Injectable()
export class CloudServiceChanges extends AnnouncedChanges {}
