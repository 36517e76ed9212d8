import { bounded } from '../../shared/domain/bounds.js';
import { isOfType, isWithin } from './default-value.js';
import { roleInPlaceOf } from './applicability.js';
import type { Pack, Role, Setting, Text } from './pack.js';
import { SettingWithoutValue } from './policy.errors.js';

/** What a setting may hold; which of them is told by its type. */
export type SettingValue = string | number | boolean;

/** Setting in which a body names its authorizing official (利用申請の許可権限者); it has no default (9(2)①ウ). */
export const AUTHORIZING_OFFICIAL_SETTING = 'authorizing-official-role';

/** Where a pack sets no maximum: so many years, months or days from any day are still in the calendar. */
const GREATEST_INTEGER = 5_000;
const LONGEST_TEXT = 1_000;
const DECIMAL = /^-?\d{1,9}(\.\d{1,4})?$/;

/** Why a body cannot decide on this value for a setting of its policy; undefined where it can. */
export function settingFault(
  setting: Setting,
  value: unknown,
  roles: readonly Role[],
): Text | undefined {
  return RULES[setting.type](setting, value, roles);
}

/**
 * What a body decided as a policy takes it, which may be a later one than it was decided under: a
 * role that gave way is the one in its place; undefined where the policy does not take it.
 */
export function standingValue(
  setting: Setting,
  decided: SettingValue,
  { roles }: Pick<Pack, 'roles'>,
): SettingValue | undefined {
  const meant = setting.type === 'role' ? roleInPlaceOf({ roles }, String(decided)) : decided;
  return settingFault(setting, meant, roles) === undefined ? meant : undefined;
}

/** Whether the value switches off what the policy has on unless the body decides otherwise. */
export function switchesOffSafeguard(setting: Setting, value: SettingValue): boolean {
  return setting.type === 'boolean' && setting.default === true && value === false;
}

type Rule = (setting: Setting, value: unknown, roles: readonly Role[]) => Text | undefined;

const RULES: Readonly<Record<Setting['type'], Rule>> = {
  integer: (setting, value) => {
    const limited = { ...setting, maximum: setting.maximum ?? GREATEST_INTEGER };
    return isOfType(setting, value) && isWithin(Number(value), limited)
      ? undefined
      : ofBounds(WHOLE_NUMBER, limited);
  },
  decimal: (setting, value) =>
    typeof value === 'string' && DECIMAL.test(value) && isWithin(Number(value), setting)
      ? undefined
      : ofBounds(DECIMAL_NUMBER, setting, AS_TEXT),
  boolean: (setting, value) =>
    isOfType(setting, value)
      ? undefined
      : { ja: 'true か false で指定してください。', en: 'It must be true or false.' },
  choice: (setting, value) =>
    isOfType(setting, value) ? undefined : notAmong(setting.choices ?? []),
  role: (_setting, value, roles) =>
    roles.some(({ id }) => id === value) ? undefined : notAmong(roles.map(({ id }) => id)),
  text: (_setting, value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT
      ? undefined
      : {
          ja: `1文字以上${String(LONGEST_TEXT)}文字以内の文字列で指定してください。`,
          en: `It must be a text of 1 to ${String(LONGEST_TEXT)} characters.`,
        },
};

const WHOLE_NUMBER = { ja: '整数', en: 'a whole number' };
const DECIMAL_NUMBER = { ja: '小数', en: 'a decimal' };
const AS_TEXT = {
  ja: 'を、小数点以下4桁までの文字列（例："0.80"）',
  en: ', as text with at most 4 places, e.g. "0.80"',
};

function ofBounds(noun: Text, setting: Setting, form: Text = { ja: '', en: '' }): Text {
  const wanted = bounded(noun, setting);
  return {
    ja: `${wanted.ja}${form.ja}で指定してください。`,
    en: `It must be ${wanted.en}${form.en}.`,
  };
}

function notAmong(choices: readonly string[]): Text {
  return {
    ja: `次のいずれかで指定してください：${choices.join('、')}`,
    en: `It must be one of: ${choices.join(', ')}.`,
  };
}

/** The number a setting of the body holds. @throws SettingWithoutValue */
export function numberSetting(settings: ReadonlyMap<string, SettingValue>, id: string): number {
  const value = settings.get(id);
  if (typeof value !== 'number') throw new SettingWithoutValue(id);
  return value;
}

/** The decimal a setting of the body holds, as text. @throws SettingWithoutValue */
export function decimalSetting(settings: ReadonlyMap<string, SettingValue>, id: string): string {
  const value = settings.get(id);
  if (typeof value !== 'string' || !DECIMAL.test(value)) throw new SettingWithoutValue(id);
  return value;
}
