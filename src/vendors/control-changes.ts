import { Injectable } from '@nestjs/common';
import { AnnouncedChanges } from './announced-changes.js';

/** Tells higher features that control of a vendor passes to others. */
@Injectable()
export class ControlChanges extends AnnouncedChanges {}
