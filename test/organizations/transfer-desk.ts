import readXlsxFile from 'read-excel-file/node';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { fileOf } from '../register/files.js';
import type { Client, TestService } from '../support/api.js';
import type { Town } from '../support/town.js';

export const ON = '2027-04-01';
export const TRANSFERS = '/v1/posts/transfers';
export type Cells = (string | null)[][];

/** A line of a new post: its role and unit, then who takes it. */
export function added(
  role: string,
  unit: string | null,
  ...newcomer: (string | null)[]
): (string | null)[] {
  return [role, unit, null, null, null, '新任', ...newcomer];
}

export function rowOf(rows: Cells, holder: string): number {
  return rows.findIndex(([, , name]) => name === holder) + 1;
}

export function workbookOf(rows: Cells): Promise<Buffer> {
  return writeXlsxFile(rows as SheetData).toBuffer();
}

export async function bodyOf(rows: Cells): Promise<{ on: string; workbook: string }> {
  return { on: ON, workbook: (await workbookOf(rows)).toString('base64') };
}

interface Preview {
  readonly previewHash: string | null;
  readonly steps: { readonly row: number; readonly end: { readonly handover: string } | null }[];
  readonly faults: { readonly cell: string; readonly detail: { readonly ja: string } }[];
  readonly warnings: { readonly cell: string; readonly code: string }[];
}

/** A town before its transfers: 管理 太郎 administers, 総務 花子 manages a section. */
export class TransferDesk {
  /** Of somebody who is nowhere registered: addresses are known to all bodies. */
  readonly address = `jiro-${uuidv7()}@town.example`;

  private constructor(
    private readonly service: TestService,
    readonly town: Town,
    readonly administrator: Client,
    readonly manager: string,
  ) {}

  static async open(service: TestService): Promise<TransferDesk> {
    service.itIs('2027-03-20');
    const town = await service.town();
    const { client, personId } = await town.someoneAs('administrator');
    const manager = await town.someoneAs('section-manager');
    const desk = new TransferDesk(service, town, client, manager.personId);
    await desk.name(personId, '管理 太郎');
    await desk.name(manager.personId, '総務 花子');
    return desk;
  }

  async name(personId: string, name: string): Promise<void> {
    await this.service.rows(`UPDATE people SET name = $2 WHERE id = $1`, [personId, name]);
  }

  /** The form of the day as the clerk opens it, its header first. */
  async form(): Promise<Cells> {
    const file = await fileOf(this.administrator, `${TRANSFERS}/template?on=${ON}`);
    const [sheet] = await readXlsxFile(file);
    const rows = sheet?.data as unknown as Cells;
    return rows.map((row) => Array.from({ length: 11 }, (_, index) => row[index] ?? null));
  }

  /** The form with one line filled in: 区分, 新任者氏名, 新任者メールアドレス, 職務代理, 終期. */
  async filled(holder: string, ...entries: (string | null)[]): Promise<Cells> {
    const rows = await this.form();
    rows.find(([, , name]) => name === holder)?.splice(5, entries.length, ...entries);
    return rows;
  }

  async previewOf(rows: Cells): Promise<Preview> {
    const reply = await this.administrator.post(`${TRANSFERS}/preview`, await bodyOf(rows));
    expect(reply.status, reply.text).toBe(200);
    return reply.body as Preview;
  }

  /** Everything of the body that transfers may change. */
  register(): Promise<unknown> {
    return this.service.rows(
      `SELECT (SELECT json_agg(p ORDER BY p.id) FROM posts p WHERE p.organization_id = $1) AS posts,
         (SELECT json_agg(h ORDER BY h.id) FROM people h WHERE h.organization_id = $1) AS people,
         (SELECT count(*) FROM audit_trail t WHERE t.organization_id = $1 AND t.action ~ '^(post|person|transfer)') AS entries`,
      [this.town.organizationId],
    );
  }
}
