import type { SecretPlace } from '../shared/secrets/secret-box.js';
import type { TokenKey } from './tokens.js';

/** Where the client secret of a body is sealed. */
export function placeOfSecret({ organizationId }: Pick<TokenKey, 'organizationId'>): SecretPlace {
  return { table: 'identity_providers', organizationId, id: organizationId };
}

/** Where the checks of a sign-in on its way are. */
export function placeOfChecks({ organizationId, hash }: TokenKey): SecretPlace {
  return { table: 'provider_sign_ins', organizationId, id: hash };
}
