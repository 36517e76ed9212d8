import type { Text } from '../domain/text.js';

/** What each validation rule says in Japanese; English is the rule's own message. */
const JAPANESE: Readonly<Record<string, string>> = {
  isString: '文字列で指定してください。',
  isNotBlank: '空白だけにはできません。',
  isInt: '整数で指定してください。',
  isBoolean: 'true か false で指定してください。',
  isArray: '配列で指定してください。',
  isObject: 'オブジェクトで指定してください。',
  isIn: '決められた値のいずれかで指定してください。',
  isUuid: 'ID の形式（UUID）で指定してください。',
  isEmail: 'メールアドレスの形式で指定してください。',
  isUrl: 'URL の形式で指定してください。',
  isDefined: '必ず指定してください。',
  minLength: '短すぎます。',
  maxLength: '長すぎます。',
  min: '小さすぎます。',
  max: '大きすぎます。',
  arrayMinSize: '要素が足りません。',
  arrayMaxSize: '要素が多すぎます。',
  arrayUnique: '同じ要素が重複しています。',
  matches: '形式が正しくありません。',
  isCalendarDate: '実在する日付を YYYY-MM-DD で指定してください。',
  isCorporateNumber: '法人番号は検査数字の合う 13 桁で指定してください。',
  isLocalGovernmentCode: '全国地方公共団体コードは検査数字の合う 6 桁で指定してください。',
  whitelistValidation: '知らない項目です。',
  nestedValidation: '形が正しくありません。',
};

/** A validation fault for a person. */
export function explain(rule: string, message: string): Text {
  const english = message.endsWith('.') ? message : `${message}.`;
  return { ja: JAPANESE[rule] ?? '値が正しくありません。', en: english };
}
