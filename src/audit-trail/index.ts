export { AuditTrail, type Actor, type Change } from './audit-trail.js';
export { AuditTrailModule } from './audit-trail.module.js';
export { TrailEntry } from './trail-entry.entity.js';
