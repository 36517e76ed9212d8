import type { ClauseParameter, ParameterType } from '../../policies/index.js';
import { bounded } from '../../shared/domain/bounds.js';
import { isCalendarDate, NOT_A_DAY } from '../../shared/domain/calendar-date.js';
import type { InputFault } from '../../shared/domain/domain-error.js';
import { pointerToken } from '../../shared/domain/json-pointer.js';
import type { Text } from '../../shared/domain/text.js';

/** A row of a table parameter: a text for each of its columns. */
export type TableRow = Readonly<Record<string, string>>;
/** What a parameter is filled with; money is a text of digits, in yen. */
export type ClauseValue = string | number | boolean | readonly string[] | readonly TableRow[];
export type ClauseValues = Readonly<Record<string, ClauseValue>>;

const LONGEST_TEXT = 2_000;
const LONGEST_LIST = 100;
/** Where a policy sets no maximum: so many hours, days or months from any day are still in the calendar. */
const GREATEST_INTEGER = 99_999;
const YEN = /^(0|[1-9][0-9]{0,14})$/;

/**
 * Why the value cannot fill the parameter, each fault at its place; none where it can. What a value
 * says is the parties' affair, its type and limits the policy's.
 */
export function valueFaults(
  parameter: ClauseParameter,
  value: unknown,
  pointer: string,
): InputFault[] {
  return RULES[parameter.type](parameter, value).map(({ at, detail }) => ({
    pointer: at === '' ? pointer : `${pointer}/${at}`,
    detail,
  }));
}

/** Whether the parameter is filled: an empty list or table says nothing. */
export function isFilled(value: ClauseValue | undefined): value is ClauseValue {
  return value !== undefined && (!Array.isArray(value) || value.length > 0);
}

/** What the policy proposes for a parameter, as it would be filled in. */
export function proposedValue({
  type,
  default: proposal,
}: ClauseParameter): ClauseValue | undefined {
  return type === 'money' && proposal !== undefined ? String(proposal) : proposal;
}

/** A fault below the value; `at` is the rest of its JSON pointer. */
interface Fault {
  readonly at: string;
  readonly detail: Text;
}
type Rule = (parameter: ClauseParameter, value: unknown) => readonly Fault[];

const RULES: Readonly<Record<ParameterType, Rule>> = {
  text: (_parameter, value) => unless(isText(value), NOT_A_TEXT),
  integer: (parameter, value) => {
    const limited = { ...parameter, maximum: parameter.maximum ?? GREATEST_INTEGER };
    const wanted = bounded({ ja: '整数', en: 'a whole number' }, limited);
    return unless(Number.isSafeInteger(value) && isWithin(BigInt(Number(value)), limited), {
      ja: `${wanted.ja}で指定してください。`,
      en: `It must be ${wanted.en}.`,
    });
  },
  money: (parameter, value) => {
    const wanted = bounded({ ja: '金額（円）', en: 'an amount in whole yen' }, parameter);
    return unless(
      typeof value === 'string' && YEN.test(value) && isWithin(BigInt(value), parameter),
      {
        ja: `${wanted.ja}を、数字だけの文字列で指定してください（例："1000000"）。`,
        en: `It must be ${wanted.en}, as a string of digits, e.g. "1000000".`,
      },
    );
  },
  date: (_parameter, value) => unless(isCalendarDate(value), NOT_A_DAY),
  boolean: (_parameter, value) =>
    unless(typeof value === 'boolean', {
      ja: 'true か false で指定してください。',
      en: 'It must be true or false.',
    }),
  choice: ({ choices = [] }, value) => {
    const isChoice = choices.some(({ id }) => id === value);
    return unless(isChoice, {
      ja: `次のいずれかで指定してください：${choices.map(({ id, label }) => `${id}（${label.ja}）`).join('、')}`,
      en: `It must be one of: ${choices.map(({ id, label }) => `${id} (${label.en})`).join(', ')}.`,
    });
  },
  list: (_parameter, value) => {
    if (!isList(value)) return [{ at: '', detail: NOT_A_LIST }];
    return value.flatMap((item, index) => unless(isText(item), NOT_A_TEXT, String(index)));
  },
  table: ({ columns = [] }, value) => {
    if (!isList(value)) return [{ at: '', detail: NOT_A_TABLE }];
    const ids = columns.map(({ id }) => id);
    return value.flatMap((row, index) => rowFaults(ids, row, String(index)));
  },
};

/** A cell may be empty, but not a whole row. */
function rowFaults(columns: readonly string[], row: unknown, at: string): readonly Fault[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return [{ at, detail: notARow(columns) }];
  }
  const cells = new Map(Object.entries(row as Record<string, unknown>));
  const faults = [
    ...columns.flatMap((id) => cellFaults(cells.get(id), `${at}/${id}`)),
    ...[...cells.keys()]
      .filter((id) => !columns.includes(id))
      .map((id) => ({ at: `${at}/${pointerToken(id)}`, detail: noSuchColumn(columns) })),
  ];
  if (faults.length > 0 || [...cells.values()].some((cell) => cell !== '')) return faults;
  return [{ at, detail: { ja: '空の行は取り除いてください。', en: 'Take the empty row out.' } }];
}

function cellFaults(cell: unknown, at: string): readonly Fault[] {
  if (cell === undefined) {
    return [{ at, detail: { ja: 'この列がありません。', en: 'The column is missing.' } }];
  }
  return unless(cell === '' || isText(cell), NOT_A_TEXT, at);
}

function unless(holds: boolean, detail: Text, at = ''): readonly Fault[] {
  return holds ? [] : [{ at, detail }];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length <= LONGEST_LIST;
}

function isWithin(value: bigint, { minimum, maximum }: ClauseParameter): boolean {
  return (
    (minimum === undefined || value >= BigInt(minimum)) &&
    (maximum === undefined || value <= BigInt(maximum))
  );
}

const NOT_A_TEXT = {
  ja: `1文字以上${String(LONGEST_TEXT)}文字以内の文字列で指定してください。`,
  en: `It must be a text of 1 to ${String(LONGEST_TEXT)} characters.`,
};
const NOT_A_LIST = {
  ja: `文字列の配列（${String(LONGEST_LIST)}件まで）で指定してください。`,
  en: `It must be a list of at most ${String(LONGEST_LIST)} texts.`,
};
const NOT_A_TABLE = {
  ja: `行の配列（${String(LONGEST_LIST)}行まで）で指定してください。`,
  en: `It must be a list of at most ${String(LONGEST_LIST)} rows.`,
};

function notARow(columns: readonly string[]): Text {
  return {
    ja: `列（${columns.join('、')}）を持つオブジェクトで指定してください。`,
    en: `A row is an object with the columns ${columns.join(', ')}.`,
  };
}

function noSuchColumn(columns: readonly string[]): Text {
  return {
    ja: `この表の列は ${columns.join('、')} です。`,
    en: `The columns of the table are ${columns.join(', ')}.`,
  };
}
