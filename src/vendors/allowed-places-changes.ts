import { Injectable } from '@nestjs/common';
import { AnnouncedChanges } from './announced-changes.js';

/** Tells higher features that a body decides anew where information may be handled; named by the body's id. */
@Injectable()
export class AllowedPlacesChanges extends AnnouncedChanges {}
