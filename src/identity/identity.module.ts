import { Global, Module } from '@nestjs/common';
import { AuditTrailModule } from '../audit-trail/index.js';
import { FirmsModule } from '../firms/index.js';
import { OrganizationsModule, SecondFactorAccess, SignInAccess } from '../organizations/index.js';
import { PoliciesModule } from '../policies/index.js';
import { Authenticator } from '../shared/authorization/authenticator.js';
import { VendorsModule } from '../vendors/index.js';
import { AcceptancesService } from './acceptances.service.js';
import { AccountEntry } from './account-entry.js';
import { Agreements } from './agreements.js';
import { ApiTokenAuthenticator } from './api-token-authenticator.js';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { ApiTokenBooks, ApiTokensService } from './api-tokens.service.js';
import { CredentialsRepository } from './credentials.repository.js';
import { Credentials } from './credentials.js';
import { IdentityProviderController } from './identity-provider.controller.js';
import { IdentityProviderRepository } from './identity-provider.repository.js';
import { IdentityProviderService, ProviderSurroundings } from './identity-provider.service.js';
import { InvitationsController, PortalInvitationsController } from './invitations.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { Invited } from './invited.js';
import { InvitedController } from './invited.controller.js';
import { OpenIdConnect } from './open-id-connect.js';
import { PassingRowsRepository } from './passing-rows.repository.js';
import { PasswordsController } from './passwords.controller.js';
import { PasswordsService } from './passwords.service.js';
import { PortalAgreementsService } from './portal-agreements.service.js';
import { ProviderAccountsRepository } from './provider-accounts.repository.js';
import { ProviderAccounts } from './provider-accounts.js';
import { ProviderSignInsRepository } from './provider-sign-ins.repository.js';
import { ProviderSignIns } from './provider-sign-ins.js';
import { PurgeRound } from './purge-round.js';
import { SecondFactorEnrolment } from './second-factor-enrolment.js';
import { SecondFactorResets } from './second-factor-resets.service.js';
import { SecondFactorsController } from './second-factors.controller.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { SecondFactorsService } from './second-factors.service.js';
import { SecondFactors } from './second-factors.js';
import { SecurityKeySignInService } from './security-key-sign-in.service.js';
import { SecurityKeyTickets } from './security-key-tickets.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionEnding } from './session-ending.js';
import { SessionIssuing } from './session-issuing.js';
import { SessionMemory } from './session-memory.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInClocks } from './sign-in-clocks.js';
import { SignInDesk } from './sign-in-desk.js';
import { SignInRecords } from './sign-in-records.js';
import { SignInService } from './sign-in.service.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { ProviderWord, SingleSignOnService } from './single-sign-on.service.js';
import { WebAuthn } from './web-authn.js';

@Global()
@Module({
  imports: [AuditTrailModule, FirmsModule, OrganizationsModule, PoliciesModule, VendorsModule],
  controllers: [
    ApiTokensController,
    IdentityProviderController,
    InvitationsController,
    InvitedController,
    PasswordsController,
    PortalInvitationsController,
    SecondFactorsController,
    SessionsController,
    SingleSignOnController,
  ],
  providers: [
    AcceptancesService,
    AccountEntry,
    Agreements,
    ApiTokenAuthenticator,
    ApiTokenBooks,
    ApiTokensRepository,
    ApiTokensService,
    Credentials,
    CredentialsRepository,
    IdentityProviderRepository,
    IdentityProviderService,
    Invited,
    InvitationsRepository,
    InvitationsService,
    OpenIdConnect,
    PassingRowsRepository,
    PasswordsService,
    PortalAgreementsService,
    ProviderAccounts,
    ProviderAccountsRepository,
    ProviderSignIns,
    ProviderSignInsRepository,
    ProviderSurroundings,
    ProviderWord,
    PurgeRound,
    SecondFactorEnrolment,
    SecondFactorResets,
    SecondFactors,
    SecondFactorsRepository,
    SecondFactorsService,
    SecurityKeySignInService,
    SecurityKeyTickets,
    SessionEnding,
    SessionIssuing,
    SessionMemory,
    SessionsRepository,
    SessionsService,
    SignInClocks,
    SignInDesk,
    SignInRecords,
    SignInService,
    SingleSignOnService,
    WebAuthn,
    { provide: SecondFactorAccess, useExisting: SecondFactors },
    { provide: SignInAccess, useExisting: Credentials },
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [Authenticator, SecondFactorAccess, SignInAccess],
})
export class IdentityModule {}
