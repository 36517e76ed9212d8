import { getMetadataStorage, type ValidationError } from 'class-validator';
import { bounded } from '../domain/bounds.js';
import type { Text } from '../domain/text.js';

type Storage = ReturnType<typeof getMetadataStorage>;
/** The rules of one member, by name. */
type Rules = ReadonlyMap<string, ReturnType<Storage['getTargetValidationMetadatas']>[number]>;

/** What a member was given and what all its rules ask of it; one of them is broken. */
interface Asked {
  readonly value: unknown;
  readonly rules: Rules;
}
type Tell = (asked: Asked) => Text;

/** What a rule of our own (`./validators.js`) hands over, so that it is told in its own words. */
export interface ToldByItself {
  readonly tell: (value: unknown) => Text;
}

/** A fault of a member for a person: what may stand there, not only that something else does. */
export function explain(error: ValidationError): Text {
  const asked = { value: error.value as unknown, rules: rulesOf(error) };
  if (asked.value === undefined && asked.rules.size > 0) return REQUIRED;
  const [broken = ''] = Object.keys(error.constraints ?? {});
  const own = error.contexts?.[broken] as ToldByItself | undefined;
  return own?.tell(asked.value) ?? told(nearest(asked, broken), asked);
}

function told(rule: string, asked: Asked): Text {
  const { ja, en } = TEXTS[rule]?.(asked) ?? UNSAID;
  const isOfItem = asked.rules.get(rule)?.each === true && Array.isArray(asked.value);
  return isOfItem ? { ja: `各要素は${ja}`, en: `Each item: ${en}` } : { ja, en };
}

function rulesOf({ target, property }: ValidationError): Rules {
  if (target === undefined) return new Map();
  const { constructor } = target;
  const declared = getMetadataStorage()
    .getTargetValidationMetadatas(constructor, '', false, false)
    .filter((rule) => rule.propertyName === property);
  return new Map(declared.map((rule) => [rule.name ?? rule.type, rule]));
}

/** A number is no text that is too long: the wrong type is told before anything that follows from it. */
function nearest({ value, rules }: Asked, broken: string): string {
  const wrongType = Object.entries(TYPES).find(([name, fits]) => {
    const rule = rules.get(name);
    return rule !== undefined && !rule.each && !fits(value);
  });
  return wrongType?.[0] ?? broken;
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  isString: (value) => typeof value === 'string',
  isArray: (value) => Array.isArray(value),
};

const UNSAID = { ja: '値が正しくありません。', en: 'The value is not right.' };
const REQUIRED = { ja: '必ず指定してください。', en: 'It is required.' };

/** More values than this are no help in a sentence. */
const MOST_LISTED = 15;

const wholeNumber: Tell = ({ rules }) => {
  const noun = rules.has('isInt')
    ? { ja: '整数', en: 'a whole number' }
    : { ja: '数値', en: 'a number' };
  const bounds = { minimum: limitOf(rules, 'min'), maximum: limitOf(rules, 'max') };
  const { ja, en } = bounded(noun, bounds);
  return { ja: `${ja}で指定してください。`, en: `It must be ${en}.` };
};

const length: Tell = ({ rules }) =>
  counted(limitOf(rules, 'minLength'), limitOf(rules, 'maxLength'), {
    ja: ['文字以上', '文字以内'],
    en: 'characters',
  });

const size: Tell = ({ rules }) =>
  counted(limitOf(rules, 'arrayMinSize'), limitOf(rules, 'arrayMaxSize'), {
    ja: ['件以上', '件以内'],
    en: 'items',
  });

const oneOf: Tell = ({ rules }) => {
  const allowed = (rules.get('isIn')?.constraints[0] ?? []) as readonly unknown[];
  return allowed.length > MOST_LISTED
    ? {
        ja: '決められた値のいずれかで指定してください（値の一覧は /docs にあります）。',
        en: 'It must be one of the values listed in /docs.',
      }
    : {
        ja: `次のいずれかで指定してください：${allowed.map(String).join('、')}`,
        en: `It must be one of: ${allowed.map(String).join(', ')}.`,
      };
};

const TEXTS: Readonly<Record<string, Tell | undefined>> = {
  isInt: wholeNumber,
  min: wholeNumber,
  max: wholeNumber,
  minLength: length,
  maxLength: length,
  arrayMinSize: size,
  arrayMaxSize: size,
  isIn: oneOf,
  isString: always('文字列で指定してください。', 'It must be a text.'),
  isBoolean: always('true か false で指定してください。', 'It must be true or false.'),
  isArray: always('配列で指定してください。', 'It must be an array.'),
  isObject: always('オブジェクトで指定してください。', 'It must be an object.'),
  isUuid: always('ID の形式（UUID）で指定してください。', 'It must be an id (UUID).'),
  isEmail: always('メールアドレスの形式で指定してください。', 'It must be an e-mail address.'),
  isUrl: always('URL の形式で指定してください。', 'It must be a URL.'),
  isDefined: () => REQUIRED,
  arrayUnique: always('同じ要素が重複しています。', 'The same item stands there twice.'),
  matches: always('形式が正しくありません。', 'It does not have the form asked for.'),
  whitelistValidation: always('知らない項目です。', 'There is no such member.'),
  nestedValidation: ({ value }) =>
    Array.isArray(value)
      ? { ja: '各要素はオブジェクトで指定してください。', en: 'Each item must be an object.' }
      : { ja: 'オブジェクトで指定してください。', en: 'It must be an object.' },
};

function always(ja: string, en: string): Tell {
  return () => ({ ja, en });
}

function limitOf(rules: Rules, name: string): number | undefined {
  const limit: unknown = rules.get(name)?.constraints[0];
  return typeof limit === 'number' ? limit : undefined;
}

function counted(
  least: number | undefined,
  most: number | undefined,
  unit: { readonly ja: readonly [string, string]; readonly en: string },
): Text {
  const atLeast = least === undefined ? '' : `${String(least)}${unit.ja[0]}`;
  const atMost = most === undefined ? '' : `${String(most)}${unit.ja[1]}`;
  const en = [
    ...(least === undefined ? [] : [`at least ${String(least)}`]),
    ...(most === undefined ? [] : [`at most ${String(most)}`]),
  ].join(' and ');
  return { ja: `${atLeast}${atMost}で指定してください。`, en: `It must have ${en} ${unit.en}.` };
}
