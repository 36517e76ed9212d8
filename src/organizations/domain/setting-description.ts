import {
  mustBeDecided,
  standingValue,
  type Pack,
  type Setting,
  type SettingValue,
} from '../../policies/index.js';
import type { Text } from '../../shared/domain/text.js';

/** What the body decided on one setting. */
export interface SettingDecision {
  readonly settingId: string;
  readonly version: number;
  readonly value: SettingValue;
  readonly reason: string | null;
}

/** A setting of the policy beside what the body decided on it. */
export interface SettingDescription {
  readonly id: string;
  readonly version: number;
  readonly label: Text;
  readonly type: string;
  readonly unit: Text | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly choices: string[] | null;
  readonly default: SettingValue | null;
  readonly value: SettingValue | null;
  readonly decidedByBody: boolean;
  readonly reason: string | null;
  readonly article: string | null;
  readonly missing: boolean;
}

/**
 * The decision of the body over the default of the policy, as far as the policy takes it. What the
 * body must decide itself is missing until it has.
 */
export function describeSetting(
  setting: Setting,
  decision: SettingDecision | undefined,
  pack: Pick<Pack, 'roles'>,
): SettingDescription {
  const { id, label, type, default: fallback = null, article = null } = setting;
  const standing = decisionThatStands(setting, decision, pack);
  return {
    id,
    version: decision?.version ?? 0,
    label,
    type,
    ...limitsOf(setting),
    default: fallback,
    ...(standing ?? { value: fallback, reason: null }),
    article,
    decidedByBody: standing !== undefined,
    missing: mustBeDecided(setting) && standing === undefined,
  };
}

function decisionThatStands(
  setting: Setting,
  decision: SettingDecision | undefined,
  pack: Pick<Pack, 'roles'>,
): Pick<SettingDecision, 'value' | 'reason'> | undefined {
  if (decision === undefined) return undefined;
  const value = standingValue(setting, decision.value, pack);
  return value === undefined ? undefined : { value, reason: decision.reason };
}

function limitsOf(
  setting: Setting,
): Pick<SettingDescription, 'unit' | 'minimum' | 'maximum' | 'choices'> {
  const { unit = null, minimum = null, maximum = null, choices } = setting;
  return { unit, minimum, maximum, choices: choices === undefined ? null : [...choices] };
}
