import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../domain/domain-error.js';
import { PageQuery } from './page.js';
import { RequestValidationPipe } from './validation.pipe.js';
import {
  AmountOfYen,
  CalendarDay,
  CountryCode,
  IsCorporateNumber,
  IsId,
  IsLocalGovernmentCode,
  Sha256,
  ShortText,
  WholeNumber,
} from './validators.js';

const MANY = Array.from({ length: 16 }, (_, index) => `v${String(index)}`);

class RowDto {
  @ShortText()
  name!: string;
}

class FormDto {
  @IsOptional()
  @ShortText()
  short?: unknown;

  @IsOptional()
  @MinLength(12)
  @MaxLength(200)
  password?: unknown;

  @IsOptional()
  @WholeNumber(1, 60)
  months?: unknown;

  @IsOptional()
  @IsIn(['yes', 'no'])
  answer?: unknown;

  @IsOptional()
  @IsIn(MANY)
  many?: unknown;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(['cloud', 'outsourcing'], { each: true })
  kinds?: unknown;

  @IsOptional()
  @IsArray()
  @IsId({ each: true })
  ids?: unknown;

  @IsOptional()
  @IsBoolean()
  flag?: unknown;

  @IsOptional()
  @IsEmail()
  email?: unknown;

  @IsOptional()
  @CalendarDay()
  day?: unknown;

  @IsOptional()
  @CountryCode()
  country?: unknown;

  @IsOptional()
  @AmountOfYen()
  amount?: unknown;

  @IsOptional()
  @Sha256()
  hash?: unknown;

  @IsOptional()
  @IsCorporateNumber()
  corporateNumber?: unknown;

  @IsOptional()
  @IsLocalGovernmentCode()
  code?: unknown;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => RowDto)
  rows?: unknown;
}

type Fault = InvalidInput['faults'][number];
type Case = [object, string, string, string];

async function faultsOf(
  value: object,
  type: 'body' | 'query',
  metatype: new () => object,
): Promise<readonly Fault[]> {
  try {
    await new RequestValidationPipe().transform(value, { type, metatype });
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.faults;
    throw error;
  }
}

describe('a fault of the body', () => {
  it.each<Case>([
    [{ short: 5 }, '#/short', '文字列で指定してください。', 'It must be a text.'],
    [{ short: '' }, '#/short', '空（空白だけを含む）にはできません。', 'It must not be blank.'],
    [
      { short: 'あ'.repeat(201) },
      '#/short',
      '200文字以内で指定してください。',
      'It must have at most 200 characters.',
    ],
    [
      { password: 'x' },
      '#/password',
      '12文字以上200文字以内で指定してください。',
      'It must have at least 12 and at most 200 characters.',
    ],
    ...[0, 61, 1.5, '3', {}].map((months): Case => [
      { months },
      '#/months',
      '1以上60以下の整数で指定してください。',
      'It must be a whole number from 1 to 60.',
    ]),
    [
      { answer: 'maybe' },
      '#/answer',
      '次のいずれかで指定してください：yes、no',
      'It must be one of: yes, no.',
    ],
    [
      { many: 'v16' },
      '#/many',
      '決められた値のいずれかで指定してください（値の一覧は /docs にあります）。',
      'It must be one of the values listed in /docs.',
    ],
    [{ kinds: 'cloud' }, '#/kinds', '配列で指定してください。', 'It must be an array.'],
    [
      { kinds: [] },
      '#/kinds',
      '1件以上2件以内で指定してください。',
      'It must have at least 1 and at most 2 items.',
    ],
    [
      { kinds: ['cloud', 'cloud'] },
      '#/kinds',
      '同じ要素が重複しています。',
      'The same item stands there twice.',
    ],
    [
      { kinds: ['x'] },
      '#/kinds',
      '各要素は次のいずれかで指定してください：cloud、outsourcing',
      'Each item: It must be one of: cloud, outsourcing.',
    ],
    [
      { ids: ['x'] },
      '#/ids',
      '各要素はID の形式（UUID）で指定してください。',
      'Each item: It must be an id (UUID).',
    ],
    [{ flag: 'true' }, '#/flag', 'true か false で指定してください。', 'It must be true or false.'],
    [
      { email: 'a@' },
      '#/email',
      'メールアドレスの形式で指定してください。',
      'It must be an e-mail address.',
    ],
    [
      { day: '2026-02-29' },
      '#/day',
      '実在する日付を YYYY-MM-DD で指定してください。',
      'Name an existing day as YYYY-MM-DD.',
    ],
    ...['jp', 'JPN', 'XX', 81].map((country): Case => [
      { country },
      '#/country',
      'ISO 3166-1 の2文字の国名コードを大文字で指定してください（例：JP）。',
      'It must be a country code of ISO 3166-1 alpha-2 in upper case, e.g. JP.',
    ]),
    ...[1000, '1,000', '-1', '１０００'].map((amount): Case => [
      { amount },
      '#/amount',
      '金額（円）を、15桁までの数字だけの文字列で指定してください（例："1000000"）。',
      'It must be an amount in whole yen as a string of at most 15 digits, e.g. "1000000".',
    ]),
    [
      { hash: 'ABC' },
      '#/hash',
      'SHA-256 のハッシュ値を、小文字の16進数64文字で指定してください。',
      'It must be a SHA-256 of 64 hexadecimal digits in lower case.',
    ],
    ...['401100109899', 4011001098993, '4-0110-0109-8993'].map((corporateNumber): Case => [
      { corporateNumber },
      '#/corporateNumber',
      '法人番号は13桁の数字（ハイフンや空白なし）の文字列で指定してください。',
      'A corporate number is a string of 13 digits without hyphens or blanks.',
    ]),
    [
      { corporateNumber: '5011001098993' },
      '#/corporateNumber',
      '法人番号の検査用数字（先頭の1桁）が合いません。番号に誤りがないか確認してください。',
      'The check digit, the first of the 13, does not fit the others. Look for a slip in the number.',
    ],
    [
      { code: '48404' },
      '#/code',
      '全国地方公共団体コードは、都道府県の番号（01〜47）で始まる6桁の数字の文字列で指定してください。',
      'A local government code is a string of 6 digits that begins with a prefecture, 01 to 47.',
    ],
    [
      { code: '434044' },
      '#/code',
      '全国地方公共団体コードの検査数字（末尾の1桁）が合いません。コードに誤りがないか確認してください。',
      'The check digit, the last of the 6, does not fit the others. Look for a slip in the code.',
    ],
    [{ rows: ['x'] }, '#/rows/0', 'オブジェクトで指定してください。', 'It must be an object.'],
    [{ rows: [{}] }, '#/rows/0/name', '必ず指定してください。', 'It is required.'],
    [{ 'a/b': 1 }, '#/a~1b', '知らない項目です。', 'There is no such member.'],
  ])('%j says what may stand there', async (body, pointer, ja, en) => {
    expect(await faultsOf(body, 'body', FormDto)).toEqual([{ pointer, detail: { ja, en } }]);
  });
});

describe('a fault of the query', () => {
  it.each(['abc', '0', '201', '1.5', ''])('names the parameter: limit=%s', async (limit) => {
    expect(await faultsOf({ limit }, 'query', PageQuery)).toEqual([
      {
        parameter: 'limit',
        detail: {
          ja: '1以上200以下の整数で指定してください。',
          en: 'It must be a whole number from 1 to 200.',
        },
      },
    ]);
  });

  it('names a parameter that there is not', async () => {
    expect(await faultsOf({ color: 'red' }, 'query', PageQuery)).toMatchObject([
      { parameter: 'color', detail: { ja: '知らない項目です。' } },
    ]);
  });
});
