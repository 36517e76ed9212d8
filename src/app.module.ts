import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ApprovalsModule } from './approvals/index.js';
import { AssessmentsModule } from './assessments/index.js';
import { AuditTrailModule, TrailSigningKey } from './audit-trail/index.js';
import { AuditsModule } from './audits/index.js';
import { ContractsModule } from './contracts/index.js';
import { DutiesModule } from './duties/index.js';
import { EngagementsModule } from './engagements/index.js';
import type { Equipment } from './equipment.js';
import { ExceptionsModule } from './exceptions/index.js';
import { FilesModule, FilesSettings } from './files/index.js';
import { FindingsModule } from './findings/index.js';
import { FirmsModule } from './firms/index.js';
import { IdentityModule } from './identity/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OrganizationsModule } from './organizations/index.js';
import { PoliciesModule } from './policies/index.js';
import { RegisterModule } from './register/index.js';
import { ReportingModule } from './reporting/index.js';
import { PublicUrl } from './shared/config/public-url.js';
import { HealthController } from './shared/http/health.controller.js';
import { ProblemFilter } from './shared/http/problem.filter.js';
import { ReplyHeadersInterceptor } from './shared/http/reply-headers.interceptor.js';
import {
  SecurityContactController,
  SecurityContact,
} from './shared/http/security-contact.controller.js';
import { RequestValidationPipe } from './shared/http/validation.pipe.js';
import { Transactor } from './shared/persistence/transactor.js';
import { SecretBox } from './shared/secrets/secret-box.js';
import { TimeModule } from './shared/time/time.module.js';
import { SubcontractingModule } from './subcontracting/index.js';
import { VendorsModule } from './vendors/index.js';

/** The database and what else the modules are handed by whoever opened it. */
@Global()
@Module({})
class GivenModule {
  static with(
    dataSource: DataSource,
    { signingKey, secretBox, publicUrl, files }: Equipment,
  ): DynamicModule {
    return {
      module: GivenModule,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: TrailSigningKey, useValue: signingKey },
        { provide: SecretBox, useValue: secretBox },
        { provide: PublicUrl, useValue: publicUrl },
        { provide: FilesSettings, useValue: files },
        Transactor,
      ],
      exports: [DataSource, TrailSigningKey, SecretBox, PublicUrl, FilesSettings, Transactor],
    };
  }
}

@Module({})
export class AppModule {
  static on(dataSource: DataSource, equipment: Equipment): DynamicModule {
    return {
      module: AppModule,
      imports: [
        GivenModule.with(dataSource, equipment),
        TimeModule,
        AuditTrailModule,
        FilesModule,
        PoliciesModule,
        OrganizationsModule,
        DutiesModule,
        FirmsModule,
        VendorsModule,
        IdentityModule,
        NotificationsModule,
        EngagementsModule,
        ExceptionsModule,
        AssessmentsModule,
        FindingsModule,
        ContractsModule,
        ReportingModule,
        AuditsModule,
        ApprovalsModule,
        SubcontractingModule,
        RegisterModule,
      ],
      controllers: [HealthController, SecurityContactController],
      providers: [
        {
          provide: SecurityContact,
          useValue: new SecurityContact(equipment.http.securityContact, equipment.http.publicUrl),
        },
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: ReplyHeadersInterceptor },
      ],
    };
  }
}
