import writeXlsxFile, {
  type CellObject,
  type Sheet as XlsxSheet,
  type SheetData,
} from 'write-excel-file/node';
import { ENTRY_BORDER, ENTRY_FILL, HEADER_FILL } from './text-styles.js';
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

function xlsxSheet(given: Sheet, name: string): XlsxSheet<never> {
  const { columns, rows, above = [], isEntry } = given;
  const data: SheetData = [...above.map((line) => line.map(lineCell)), columns.map(headerCell)];
  let at = 0;
  for (const row of rows) {
    const line = at;
    const shown = row.map((cell, index) => {
      const plain = bodyCell(cell, columns[index]);
      return isEntry?.(line, index) === true ? entryCell(plain) : plain;
    });
    data.push(isGrown(given) ? grown(shown, heightOf(row, columns)) : shown);
    at += 1;
  }
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: above.length + 1,
    orientation: 'landscape',
    data,
  };
}

/** Repeats the header row on every printed page, and lets rows grow with their text. */
function workbookOptions(names: readonly string[], sheets: readonly Sheet[]): WorkbookOptions {
  const headers = sheets.map(({ above = [] }) => above.length + 1);
  const titles = `<definedNames>${names.map((name, at) => printTitles(name, at, headers[at] ?? 1)).join('')}</definedNames>`;
  const workbook = (xml: string): string => xml.replace('<definedNames/>', () => titles);
  const sheet = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }): string =>
    fittedToPaper(xml)
      .replace('<cols>', '<sheetFormatPr defaultRowHeight="15"/><cols>')
      .replace(
        '</sheetData>',
        () => `</sheetData>${guardOf(sheets[sheetIndex])}${choicesOf(sheets[sheetIndex])}`,
      );
  const transform = {
    'xl/workbook.xml': { transform: workbook },
    'xl/worksheets/sheet{id}.xml': { transform: sheet },
    'xl/styles.xml': { transform: unlockEntries },
  };
  return { fontFamily: 'Yu Gothic', fontSize: 10.5, features: [{ files: { transform } }] };
}

/** A form, or a sheet to be read on paper. */
function isGrown({ isEntry, isPage }: Sheet): boolean {
  return isPage === true || isEntry !== undefined;
}

/** As wide as A4 across when printed, so that no row comes apart, and as long as it is (18.3.1.65, 18.3.1.63). */
function fittedToPaper(xml: string): string {
  return xml
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');
}

/** Keeps the cells of a form that are no entries as they are; rows and columns may be resized (18.3.1.85). */
function guardOf(sheet: Sheet | undefined): string {
  if (sheet?.isEntry === undefined) return '';
  return '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>';
}

/** The styles of entries, which are told by their fill, are open on a guarded sheet (18.8.33). */
function unlockEntries(xml: string): string {
  const fills = xml.match(/<fill>.*?<\/fill>/gs) ?? [];
  const entry = fills.findIndex((fill) => fill.includes(ENTRY_FILL));
  if (entry === -1) return xml;
  const open = '<protection locked="0"/></xf>';
  return xml.replace(/<xf [^<>]*?(?:\/>|>.*?<\/xf>)/gs, (xf) => {
    if (!xf.includes(` fillId="${String(entry)}"`)) return xf;
    const unlocked = xf.replace('<xf ', '<xf applyProtection="1" ');
    return unlocked.endsWith('/>')
      ? `${unlocked.slice(0, -2)}>${open}`
      : unlocked.replace(/<\/xf>$/, open);
  });
}

/** The drop-down lists of a sheet, below its header (ECMA-376 part 1, 18.3.1.32). */
function choicesOf(sheet: Sheet | undefined): string {
  const first = (sheet?.above?.length ?? 0) + 2;
  const lists = (sheet?.columns ?? []).flatMap(({ choices }, index) => {
    const column = String.fromCharCode('A'.charCodeAt(0) + index);
    return choices === undefined
      ? []
      : [choiceList(`${column}${String(first)}:${column}1048576`, choices)];
  });
  if (lists.length === 0) return '';
  return `<dataValidations count="${String(lists.length)}">${lists.join('')}</dataValidations>`;
}

function choiceList(rows: string, choices: readonly string[]): string {
  const list = `<formula1>"${escapeMarkup(choices.join(','))}"</formula1>`;
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${rows}">${list}</dataValidation>`;
}

function printTitles(name: string, index: number, header: number): string {
  const attributes = `name="_xlnm.Print_Titles" localSheetId="${String(index)}"`;
  const row = `$${String(header)}`;
  return `<definedName ${attributes}>${reference(name)}!${row}:${row}</definedName>`;
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

/** Rows do not grow with their text in every program, so that those of a form and of a page are made high enough. */
function heightOf(row: readonly SheetCell[], columns: readonly SheetColumn[]): number {
  const lines = row.map((cell, index) => {
    const width = columns[index]?.width ?? 1;
    const texts = String(cell ?? '').split('\n');
    return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / width)), 0);
  });
  return Math.min(HIGHEST_ROW, LINE_HEIGHT * Math.max(1, ...lines) + LINE_HEIGHT / 3);
}

/** In half-width characters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u0100' ? 1 : 2.1), 0);
}

/** The first cell of a row sets its height. */
function grown([first, ...others]: (CellObject | null)[], height: number): (CellObject | null)[] {
  return [first === null || first === undefined ? null : { ...first, height }, ...others];
}

/** A cell above the header, which runs on over the empty ones beside it. */
function lineCell(cell: SheetCell): CellObject | null {
  const shown = bodyCell(cell, undefined);
  return shown === null ? null : { ...shown, wrap: false };
}

/** A cell that is filled in: tinted and framed, whether it holds something yet or not. */
function entryCell(cell: CellObject | null): CellObject {
  return {
    ...(cell ?? { type: String, format: '@', wrap: true, alignVertical: 'top' }),
    backgroundColor: `#${ENTRY_FILL}`,
    borderStyle: 'thin',
    borderColor: `#${ENTRY_BORDER}`,
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

/** In points; Excel knows no higher row than 409. */
const LINE_HEIGHT = 15;
const HIGHEST_ROW = 400;

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
