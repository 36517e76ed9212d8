import {
  AUTHORIZING_OFFICIAL_SETTING,
  standingValue,
  type Pack,
  type SettingValue,
} from '../policies/index.js';
import { askForSecondFactor } from '../shared/authorization/permissions.js';

/**
 * The roles whose holders sign in with a second factor: those with a duty that asks for it, and
 * those whose decision on a use application counts, be they named by a regime of the policy or by the
 * body.
 * @param authorizingOfficial whom the body named, perhaps under another policy
 */
export function secondFactorRoles(
  pack: Pick<Pack, 'roles' | 'settings' | 'regimes'>,
  authorizingOfficial: SettingValue | null,
): ReadonlySet<string> {
  const setting = pack.settings.find(({ id }) => id === AUTHORIZING_OFFICIAL_SETTING);
  const named =
    setting === undefined || authorizingOfficial === null
      ? setting?.default
      : standingValue(setting, authorizingOfficial, pack);
  return new Set([
    ...pack.roles.filter(({ duties }) => askForSecondFactor(duties)).map(({ id }) => id),
    ...pack.regimes.flatMap(({ useApproval }) => useApproval?.deciderRoles ?? []),
    ...(typeof named === 'string' ? [named] : []),
  ]);
}
