import type { Setting, SettingValue } from '../../policies/index.js';
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

/** Where the body stands on a setting. */
export interface SettingStanding {
  /** Of the decision, 0 where there is none. */
  readonly version: number;
  /** The decision, as far as the policy takes it. */
  readonly decision: Pick<SettingDecision, 'value' | 'reason'> | undefined;
  readonly mustBeDecided: boolean;
}

/**
 * The decision of the body over the default of the policy. What the body must decide itself is
 * missing until it has.
 */
export function describeSetting(
  setting: Setting,
  { version, decision, mustBeDecided }: SettingStanding,
): SettingDescription {
  const { id, label, type, default: fallback = null, article = null } = setting;
  return {
    ...{ id, version, label, type },
    ...limitsOf(setting),
    default: fallback,
    ...(decision ?? { value: fallback, reason: null }),
    article,
    decidedByBody: decision !== undefined,
    missing: mustBeDecided && decision === undefined,
  };
}

function limitsOf(
  setting: Setting,
): Pick<SettingDescription, 'unit' | 'minimum' | 'maximum' | 'choices'> {
  const { unit = null, minimum = null, maximum = null, choices } = setting;
  return { unit, minimum, maximum, choices: choices === undefined ? null : [...choices] };
}
