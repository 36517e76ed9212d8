import { Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { DutiesModule } from '../duties/index.js';
import { EngagementsModule } from '../engagements/index.js';
import { OrganizationsModule } from '../organizations/index.js';
import { ExceptionBooks } from './exception-books.js';
import { ExceptionDecisionsService } from './exception-decisions.service.js';
import { ExceptionsController } from './exceptions.controller.js';
import { ExceptionsRepository } from './exceptions.repository.js';
import { ExceptionsService } from './exceptions.service.js';
import { HoldExceptionsToContent } from './hold-exceptions-to-content.js';

@Module({
  imports: [AuditTrailModule, OrganizationsModule, DutiesModule, EngagementsModule],
  controllers: [ExceptionsController],
  providers: [
    ExceptionBooks,
    ExceptionDecisionsService,
    ExceptionsRepository,
    ExceptionsService,
    HoldExceptionsToContent,
  ],
})
export class ExceptionsModule {}
