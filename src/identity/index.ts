import { ApiToken } from './api-token.entity.js';
import { Credential } from './credential.entity.js';
import { Invitation } from './invitation.entity.js';
import { Session } from './session.entity.js';
import { SignInAddress } from './sign-in-address.entity.js';
import { SpentRefreshToken } from './spent-refresh-token.entity.js';

export { IdentityModule } from './identity.module.js';
export const identityEntities = [
  Credential,
  SignInAddress,
  Session,
  SpentRefreshToken,
  Invitation,
  ApiToken,
];
