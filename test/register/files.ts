import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import type { Client } from '../support/api.js';

/** What a ledger file holds, cell by cell as text, its header first; days are `YYYY-MM-DD`. */
export type FileRows = readonly (readonly string[])[];

/** A file as it was sent. */
export async function fileOf(client: Client, url: string, language = 'ja'): Promise<Buffer> {
  const reply = await client
    .get(url)
    .set('Accept-Language', language)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        done(null, Buffer.concat(pieces));
      });
    });
  if (reply.status !== 200) throw new Error(String(reply.body));
  return reply.body as Buffer;
}

export async function xlsxRows(client: Client, url: string, language?: string): Promise<FileRows> {
  const [sheet] = await readXlsxFile(await fileOf(client, url, language));
  return (sheet?.data ?? []).map((row) => row.map(textOf));
}

export async function csvRows(client: Client, url: string, language?: string): Promise<FileRows> {
  const text = (await fileOf(client, url, language)).toString('utf8');
  return text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [...line.matchAll(FIELD)].map(([, quoted, plain]) => unquoted(quoted, plain)));
}

const FIELD = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;

/** A text behind an apostrophe is what stood before it was made safe for Excel. */
function unquoted(quoted: string | undefined, plain = ''): string {
  return (quoted?.replaceAll('""', '"') ?? plain).replace(/^'/, '');
}

function textOf(cell: CellValue | null): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null ? '' : String(cell);
}

/** The column of a file under a heading. */
export function column(rows: FileRows, heading: string): string[] {
  const at = rows[0]?.indexOf(heading) ?? -1;
  if (at < 0) throw new Error(`No column ${heading}: ${String(rows[0])}`);
  return rows.slice(1).map((row) => row[at] ?? '');
}

/** A cell as a day, where a reader that does not know the era format made a number of it. */
export function withoutSerial(cell: string): string {
  if (!/^4\d{4}$/.test(cell)) return cell;
  return new Date(Date.UTC(1899, 11, 30) + Number(cell) * 86_400_000).toISOString().slice(0, 10);
}
