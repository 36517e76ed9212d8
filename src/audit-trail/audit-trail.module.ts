import { Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.js';
import { AuditTrailController } from './audit-trail.controller.js';
import { AuditTrailQueries } from './audit-trail.queries.js';

@Module({
  controllers: [AuditTrailController],
  providers: [AuditTrail, AuditTrailQueries],
  exports: [AuditTrail],
})
export class AuditTrailModule {}
