import { TrailCheckpoint } from './trail-checkpoint.entity.js';
import { TrailEntry } from './trail-entry.entity.js';
import { TrailLeaf } from './trail-leaf.entity.js';
import { TrailNode } from './trail-node.entity.js';
import { UnsealedEntry } from './unsealed-entry.entity.js';

export { AuditTrail, type Actor, type Change } from './audit-trail.js';
export { AuditTrailModule } from './audit-trail.module.js';
export { ExportCheck, NotAnExport, type Verdict } from './export-check.js';
export { firstDayWithin } from './domain/trail-cut.js';
export type { TrailFault } from './trail-fault.js';
export { TrailNotWhole, TrailRetention, type TrailArchive } from './trail-retention.js';
export { TrailSealingRound } from './trail-sealing-round.js';
export { TrailSigningKey, trailSigningKey } from './trail-signing-key.js';

/** The tables of the trail. */
export const auditTrailEntities = [
  TrailEntry,
  UnsealedEntry,
  TrailLeaf,
  TrailNode,
  TrailCheckpoint,
];
