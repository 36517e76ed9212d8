import { Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';
import { AuditTrailController } from './audit-trail.controller.js';
import { AuditTrailQueries } from './audit-trail.queries.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import { TrailCutsRepository } from './trail-cuts.repository.js';
import { TrailExport } from './trail-export.js';
import { TrailLeavesRepository } from './trail-leaves.repository.js';
import { TrailLines } from './trail-lines.js';
import { TrailProofs } from './trail-proofs.js';
import { TrailRetention } from './trail-retention.js';
import { TrailSealing } from './trail-sealing.js';
import { TrailSealingRound } from './trail-sealing-round.js';

@Module({
  controllers: [AuditTrailController, CheckpointsController],
  providers: [
    AuditTrail,
    AuditTrailQueries,
    CheckpointsRepository,
    TrailCutsRepository,
    TrailExport,
    TrailLeavesRepository,
    TrailLines,
    TrailProofs,
    TrailRetention,
    TrailSealing,
    TrailSealingRound,
  ],
  exports: [AuditTrail, TrailRetention, TrailSealingRound],
})
export class AuditTrailModule {}
