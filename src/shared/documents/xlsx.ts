import writeXlsxFile, {
  type CellObject,
  type Sheet as XlsxSheet,
  type SheetData,
} from 'write-excel-file/node';
import { HEADER_FILL } from './text-styles.js';
import { cleanCell, type Sheet, type SheetCell, type SheetColumn } from './sheet.js';
import { escapeMarkup } from './markup.js';
import { sheetNames } from './sheet-names.js';
import { pinEntryTimes } from './zip.js';

type WorkbookOptions = NonNullable<Parameters<typeof writeXlsxFile>[1]>;

/**
 * The sheets as an Excel workbook with the header row frozen. Texts are texts whatever they begin
 * with, dates are real dates, no cell is a formula. Meant for up to 50,000 rows; the same sheets
 * give the same bytes.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const workbook = sheets.map((sheet, index) => xlsxSheet(sheet, names[index] ?? sheet.name));
  return pinEntryTimes(await writeXlsxFile(workbook, workbookOptions(names, sheets)).toBuffer());
}

function xlsxSheet({ columns, rows }: Sheet, name: string): XlsxSheet<never> {
  const data: SheetData = [columns.map(headerCell)];
  for (const row of rows) data.push(row.map((cell, index) => bodyCell(cell, columns[index])));
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    data,
  };
}

/** Repeats the header row on every printed page, and lets rows grow with their text. */
function workbookOptions(names: readonly string[], sheets: readonly Sheet[]): WorkbookOptions {
  const titles = `<definedNames>${names.map(printTitles).join('')}</definedNames>`;
  const workbook = (xml: string): string => xml.replace('<definedNames/>', () => titles);
  const sheet = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }): string =>
    xml
      .replace('<cols>', '<sheetFormatPr defaultRowHeight="15"/><cols>')
      .replace('</sheetData>', () => `</sheetData>${choicesOf(sheets[sheetIndex])}`);
  const transform = {
    'xl/workbook.xml': { transform: workbook },
    'xl/worksheets/sheet{id}.xml': { transform: sheet },
  };
  return { fontFamily: 'Yu Gothic', fontSize: 10.5, features: [{ files: { transform } }] };
}

/** The drop-down lists of a sheet, below its header (ECMA-376 part 1, 18.3.1.32). */
function choicesOf(sheet: Sheet | undefined): string {
  const lists = (sheet?.columns ?? []).flatMap(({ choices }, index) => {
    const column = String.fromCharCode('A'.charCodeAt(0) + index);
    return choices === undefined ? [] : [choiceList(column, choices)];
  });
  if (lists.length === 0) return '';
  return `<dataValidations count="${String(lists.length)}">${lists.join('')}</dataValidations>`;
}

function choiceList(column: string, choices: readonly string[]): string {
  const rows = `${column}2:${column}1048576`;
  const list = `<formula1>"${escapeMarkup(choices.join(','))}"</formula1>`;
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${rows}">${list}</dataValidation>`;
}

function printTitles(name: string, index: number): string {
  const attributes = `name="_xlnm.Print_Titles" localSheetId="${String(index)}"`;
  return `<definedName ${attributes}>${reference(name)}!$1:$1</definedName>`;
}

/** A sheet name as formulas write it, in XML. */
function reference(name: string): string {
  return escapeMarkup(`'${name.replaceAll("'", "''")}'`);
}

function headerCell({ header }: SheetColumn): CellObject {
  return {
    ...textCell(header),
    fontWeight: 'bold',
    backgroundColor: `#${HEADER_FILL}`,
    alignVertical: 'center',
  };
}

/** 411 is Japanese: the era of Japan whatever the language of the computer. */
const DATE_FORMATS = {
  date: 'yyyy/mm/dd',
  'era-date': '[$-411]ggge"年"m"月"d"日"',
};

function bodyCell(cell: SheetCell, column: SheetColumn | undefined): CellObject | null {
  const value = cleanCell(cell);
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  const serial = column?.kind === undefined ? undefined : dateSerial(value);
  if (column?.kind === undefined || serial === undefined) return textCell(value);
  return { value: serial, type: Number, format: DATE_FORMATS[column.kind], alignVertical: 'top' };
}

/** Format "@": the text stays a text when someone edits it. */
function textCell(text: string): CellObject {
  return { value: escaped(text), type: String, format: '@', wrap: true, alignVertical: 'top' };
}

/**
 * Excel reads _x0041_ as A (ECMA-376 part 1, 22.9.2.19), hence _x005F_. A word that names a property
 * of every object gets a space behind it: the library looks its texts up in an object and would
 * take `constructor` for one it has already written.
 */
function escaped(text: string): string {
  const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return plain in Object.prototype ? `${plain} ` : plain;
}

const DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Before 1900-03-01 Excel counts a day that never was. */
const FIRST_SERIAL = 61;

/** The number Excel keeps a date as; undefined for what is no date, or too early for Excel. */
function dateSerial(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  const serial = (time - DAY_ZERO) / DAY;
  return serial < FIRST_SERIAL ? undefined : serial;
}
