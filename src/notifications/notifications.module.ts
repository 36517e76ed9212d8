import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { MyNoticesController } from './my-notices.controller.js';
import { MyNoticesService } from './my-notices.service.js';
import { Notices } from './notices.js';
import { NoticesRepository } from './notices.repository.js';

@Module({
  imports: [AuditTrailModule],
  controllers: [MyNoticesController],
  providers: [MyNoticesService, Notices, NoticesRepository],
  exports: [Notices],
})
export class NotificationsModule {}
