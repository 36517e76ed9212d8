import { Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';
import { AuditTrailController } from './audit-trail.controller.js';
import { AuditTrailQueries } from './audit-trail.queries.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { CheckpointsRepository } from './checkpoints.repository.js';
import { TrailExport } from './trail-export.js';
import { TrailLeavesRepository } from './trail-leaves.repository.js';
import { TrailProofs } from './trail-proofs.js';
import { TrailSealing } from './trail-sealing.js';
import { TrailSealingRound } from './trail-sealing-round.js';

@Module({
  controllers: [AuditTrailController, CheckpointsController],
  providers: [
    AuditTrail,
    AuditTrailQueries,
    CheckpointsRepository,
    TrailExport,
    TrailLeavesRepository,
    TrailProofs,
    TrailSealing,
    TrailSealingRound,
  ],
  exports: [AuditTrail, TrailSealingRound],
})
export class AuditTrailModule {}
