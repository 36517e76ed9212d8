import { Global, Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { SignInAccess } from '../organizations/index.js';
import { PoliciesModule } from '../policies/index.js';
import { Authenticator } from '../shared/authorization/authenticator.js';
import { CredentialsRepository } from './credentials.repository.js';
import { Credentials } from './credentials.js';
import { PasswordsController } from './passwords.controller.js';
import { PasswordsService } from './passwords.service.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionMemory } from './session-memory.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInRecords } from './sign-in-records.js';

@Global()
@Module({
  imports: [AuditTrailModule, PoliciesModule],
  controllers: [PasswordsController, SessionsController],
  providers: [
    Credentials,
    CredentialsRepository,
    PasswordsService,
    SessionMemory,
    SessionsRepository,
    SessionsService,
    SignInClocks,
    SignInRecords,
    { provide: SignInAccess, useExisting: Credentials },
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [Authenticator, SignInAccess],
})
export class IdentityModule {}
