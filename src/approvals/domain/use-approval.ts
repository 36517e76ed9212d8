import type { AUTHORIZING_OFFICIAL_SETTING, Duty, Pack, Regime } from '../../policies/index.js';
import { AuthorizingOfficialNotNamed, NoUseApprovalNeeded } from './approval.errors.js';

const AUTHORIZING_OFFICIAL: typeof AUTHORIZING_OFFICIAL_SETTING = 'authorizing-official-role';

/** Duties that let someone record a decision that was made in the body's document system. */
const RECORDING: readonly Duty[] = [
  'procure',
  'manage-section',
  'manage-department',
  'review',
  'authorize-use',
];

export type UseApproval = NonNullable<Regime['useApproval']>;

/** Who may apply and who decides in an engagement with these facts. @throws NoUseApprovalNeeded */
export function useApprovalOf(pack: Pack, facts: readonly string[]): UseApproval {
  const regime = pack.regimes.find(
    ({ id, useApproval }) => useApproval !== undefined && facts.includes(`regime:${id}`),
  );
  if (regime?.useApproval === undefined) throw new NoUseApprovalNeeded();
  return regime.useApproval;
}

/**
 * The roles whose decision counts: those the regime names, or the one the body named as authorizing
 * official. @throws AuthorizingOfficialNotNamed
 */
export function deciderRoles(
  { deciderRoles: named }: UseApproval,
  settings: ReadonlyMap<string, string | number | boolean>,
): readonly string[] {
  if (named !== undefined) return named;
  const role = settings.get(AUTHORIZING_OFFICIAL);
  if (typeof role !== 'string') throw new AuthorizingOfficialNotNamed(AUTHORIZING_OFFICIAL);
  return [role];
}

/** The roles that may record a decision made elsewhere (起案・決裁). */
export function recorderRoles(pack: Pack): readonly string[] {
  return rolesWith(pack, RECORDING);
}

/** The roles of a policy that have any of these duties. */
export function rolesWith(pack: Pack, duties: readonly Duty[]): string[] {
  return pack.roles
    .filter((role) => role.duties.some((duty) => duties.includes(duty)))
    .map(({ id }) => id);
}
