import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { added, ON, TransferDesk, TRANSFERS, workbookOf } from './transfer-desk.js';

let service: TestService;
let desk: TransferDesk;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  desk = await TransferDesk.open(service);
});
afterAll(() => service.stop());

describe('a file', () => {
  async function refused(file: Buffer): Promise<string> {
    const before = await desk.register();
    const body = { on: ON, workbook: file.toString('base64') };
    const reply = await desk.administrator.post(`${TRANSFERS}/preview`, body);
    expect(reply.body).toMatchObject({ status: 400, errors: [{ pointer: '#/workbook' }] });
    expect(await desk.register()).toEqual(before);
    return (reply.body as { errors: { detail: string }[] }).errors[0]?.detail ?? '';
  }

  async function repacked(change: (files: Record<string, Uint8Array>) => void): Promise<Buffer> {
    const files = unzipSync(await workbookOf(await desk.filled('総務 花子', '終了')));
    change(files);
    return Buffer.from(zipSync(files));
  }

  const SHEET = 'xl/worksheets/sheet1.xml';

  function edited(edit: (xml: string) => string): Promise<Buffer> {
    return repacked((files) => {
      files[SHEET] = strToU8(edit(new TextDecoder().decode(files[SHEET])));
    });
  }

  it('that is no workbook is refused', async () => {
    expect(await refused(Buffer.from('no workbook'))).toContain('.xlsx');
    expect(await refused(Buffer.from(zipSync({ 'a.xml': strToU8('<a/>') })))).toContain('.xlsx');
  });

  it('with macros is refused', async () => {
    const file = await repacked((files) => {
      files['xl/vbaProject.bin'] = strToU8('macro');
    });
    expect(await refused(file)).toContain('マクロ');
  });

  it('that unpacks to more than a form is refused, whatever size it declares', async () => {
    const bomb = await repacked((files) => {
      files['xl/worksheets/sheet9.xml'] = new Uint8Array(64 * 1024 * 1024);
    });
    expect(bomb.length).toBeLessThan(500_000);
    expect(await refused(bomb)).toContain('大きすぎ');

    const size = Buffer.alloc(4);
    size.writeUInt32LE(64 * 1024 * 1024);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(1_000);
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size)) small.copy(bomb, at);
    const body = { on: ON, workbook: bomb.toString('base64') };
    expect((await desk.administrator.post(`${TRANSFERS}/preview`, body)).status).toBeLessThan(500);
  });

  it('with more than 2,000 lines, or a cell far away, is refused', async () => {
    const rows = Array.from({ length: 2_001 }, () => added('皇帝', null, '総務 花子'));
    const lines = await workbookOf([...(await desk.form()), ...rows]);
    expect(await refused(lines)).toContain('2001');
    const far = await edited((xml) =>
      xml.replace(
        '</sheetData>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    );
    expect(await refused(far)).toContain('2001');
  });

  it('with a formula or merged cells has faults there', async () => {
    const formula = await edited((xml) =>
      xml.replace(/(<c r="C2"[^>]*>)/, '$1<f>HYPERLINK("http://x.example")</f>'),
    );
    const merged = await edited((xml) =>
      xml.replace(
        '</sheetData>',
        '</sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>',
      ),
    );
    for (const [file, cell] of [
      [formula, 'C2'],
      [merged, 'A2'],
    ] as const) {
      const body = { on: ON, workbook: file.toString('base64') };
      const reply = await desk.administrator.post(`${TRANSFERS}/preview`, body);
      expect(reply.body).toMatchObject({ previewHash: null, faults: [{ cell }] });
    }
  });
});
