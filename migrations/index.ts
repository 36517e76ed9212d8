import { CreateFirstTables1795245309862 } from './1795245309862-create-first-tables.js';
import { TellScopeStaffAndPublication1795258816776 } from './1795258816776-tell-scope-staff-and-publication.js';
import { RegisterSocialMediaServices1795259537897 } from './1795259537897-register-social-media-services.js';
import { EndReusedSessions1795263173235 } from './1795263173235-end-reused-sessions.js';
import { SealTheTrail1795263495748 } from './1795263495748-seal-the-trail.js';
import { KeepDutiesApart1795271323829 } from './1795271323829-keep-duties-apart.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  CreateFirstTables1795245309862,
  TellScopeStaffAndPublication1795258816776,
  RegisterSocialMediaServices1795259537897,
  EndReusedSessions1795263173235,
  SealTheTrail1795263495748,
  KeepDutiesApart1795271323829,
];
