import { ApiToken } from './api-token.entity.js';
import { Credential } from './credential.entity.js';
import { IdentityProvider } from './identity-provider.entity.js';
import { Invitation } from './invitation.entity.js';
import { ProviderAccount } from './provider-account.entity.js';
import { ProviderSignIn } from './provider-sign-in.entity.js';
import { SecondFactor } from './second-factor.entity.js';
import { Session } from './session.entity.js';
import { SignInAddress } from './sign-in-address.entity.js';
import { SignInTicket } from './sign-in-ticket.entity.js';
import { SpentRefreshToken } from './spent-refresh-token.entity.js';

export { IdentityModule } from './identity.module.js';
export { issueToken, readToken, type TokenKey } from './tokens.js';
export { PurgeRound } from './purge-round.js';
export { SecondFactorResets } from './second-factor-resets.service.js';
export const identityEntities = [
  Credential,
  SecondFactor,
  SignInAddress,
  SignInTicket,
  Session,
  SpentRefreshToken,
  Invitation,
  ApiToken,
  IdentityProvider,
  ProviderAccount,
  ProviderSignIn,
];
