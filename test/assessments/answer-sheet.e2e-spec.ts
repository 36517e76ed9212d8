import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { fileOf } from '../register/files.js';
import { TestService, type Client } from '../support/api.js';
import { criteriaOf, panelOf, sent, type Assessment, type Panel } from '../support/assessing.js';
import { cleaned, edited, repacked } from '../support/cleaned-workbook.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { outsourcing, planned, vendorOf } from './given.js';

type Cells = (string | null)[][];
type Reply = Awaited<ReturnType<Client['post']>>;

let service: TestService;
let town: Town;
let panel: Panel;
let clerk: Client;
let assessment: Assessment;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await service.town();
  panel = await panelOf(town);
  clerk = panel.clerk;
});
beforeEach(async () => {
  assessment = await sent(panel, await planned(clerk, outsourcing(town)), await vendorOf(clerk));
});
afterAll(() => service.stop());

const url = (): string => `/v1/assessments/${assessment.id}/answer-sheet`;

function form(language = 'ja'): Promise<Buffer> {
  return fileOf(clerk, url(), language);
}

async function cellsOf(file: Buffer): Promise<Cells> {
  const [sheet] = await readXlsxFile(file);
  return sheet?.data as Cells;
}

/** The form with the answer and what follows it of some rows, the first criterion at 0. */
async function filled(
  file: Buffer,
  entries: Readonly<Record<number, (string | null)[]>>,
): Promise<Buffer> {
  const rows = await cellsOf(file);
  for (const [at, cells] of Object.entries(entries))
    rows[Number(at) + 3]?.splice(5, cells.length, ...cells);
  return writeXlsxFile(rows as SheetData).toBuffer();
}

async function uploaded(file: Buffer): Promise<string> {
  const reply = await clerk.upload('回答.xlsx', file);
  expect(reply.status, reply.text).toBe(201);
  return (reply.body as { id: string }).id;
}

async function entered(file: Buffer): Promise<Reply> {
  return clerk.put(url(), { fileId: await uploaded(file) }, assessment.version);
}

function everything(): Promise<object[]> {
  return service.rows(
    `SELECT (SELECT json_agg(w ORDER BY w.criterion_id) FROM assessment_answers w WHERE w.assessment_id = a.id) AS answers,
       a.version, a.status,
       (SELECT count(*) FROM file_attachments f WHERE f.subject_id = a.id) AS files,
       (SELECT count(*) FROM audit_trail t WHERE t.subject_id = a.id) AS entries
     FROM assessments a WHERE a.id = $1`,
    [assessment.id],
  );
}

async function refused(file: Buffer): Promise<Reply> {
  const before = await everything();
  const reply = await entered(file);
  expect(reply.status, reply.text).toBeGreaterThanOrEqual(400);
  expect(reply.status, reply.text).toBeLessThan(500);
  expect(await everything()).toEqual(before);
  return reply;
}

const FILLED = {
  0: ['はい', null, '登録証', 'https://vendor.example/iso.pdf', '令和９年３月３１日'],
  1: ['該当なし', '対象外のため'],
};

describe('a sheet of answers', () => {
  it.each([
    ['ja', false],
    ['en', false],
    ['ja', true],
  ])(
    'in %s, cleaned on its way: %s, is previewed and entered with its source',
    async (language, isCleaned) => {
      const file = await filled(await form(language), FILLED);
      const fileId = await uploaded(isCleaned ? cleaned(file) : file);
      const [first, second] = await criteriaOf(clerk, assessment.id);
      const before = await everything();
      const preview = await clerk.post(`${url()}/preview`, { fileId }).expect(200);
      expect(preview.body.faults).toEqual([]);
      expect(preview.body.changes).toMatchObject([
        { criterionId: first?.criterionId, row: 4, before: null, after: { answer: 'yes' } },
        {
          criterionId: second?.criterionId,
          row: 5,
          after: { answer: 'na', reason: '対象外のため' },
        },
      ]);
      expect(await everything()).toEqual(before);

      const reply = await clerk.put(url(), { fileId }, assessment.version);
      expect(reply.status, reply.text).toBe(200);
      expect(reply.body).toMatchObject({ status: 'answering', answered: 2 });
      const [answered] = await criteriaOf(clerk, assessment.id);
      expect(answered?.answer).toMatchObject({
        ...{ answer: 'yes', reason: null, validUntil: '2027-03-31', enteredBy: panel.clerkId },
        evidence: [{ title: '登録証', url: 'https://vendor.example/iso.pdf' }],
      });
      expect(await trailOf(service, assessment.id)).toEqual([
        'assessment.sent',
        'assessment.answered',
      ]);
      const kept = await clerk.get(`/v1/files/${fileId}`);
      expect(kept.body.attachments).toMatchObject([
        { subjectKind: 'assessment', subjectId: assessment.id },
      ]);
    },
  );

  it('that is returned as it was has nothing to enter', async () => {
    await entered(await filled(await form(), FILLED)).then((reply) => {
      assessment = reply.body as Assessment;
    });
    const reply = await refused(cleaned(await form('en')));
    expect(reply.body).toMatchObject({
      type: 'urn:mitodoke:problem:answer-sheet.nothing-to-enter',
    });
  });

  it('with one wrong row changes nothing and names sheet and cell in the language asked for', async () => {
    const file = await filled(await form(), { ...FILLED, 2: ['たぶん'] });
    const reply = await refused(file);
    expect(reply.body).toMatchObject({
      status: 422,
      type: 'urn:mitodoke:problem:answer-sheet.refused',
      facts: { faults: [{ sheet: 'Sheet1', cell: 'F6', detail: expect.stringContaining('はい') }] },
    });
    const fileId = await uploaded(file);
    const english = await clerk
      .put(url(), { fileId }, assessment.version)
      .set('Accept-Language', 'en');
    expect(english.body.facts.faults[0].detail).toContain('Choose Yes');
  });

  it('of another assessment is refused, and so is one read before answers changed', async () => {
    const file = await filled(await form(), FILLED);
    const other = assessment;
    assessment = await sent(panel, await planned(clerk, outsourcing(town)), await vendorOf(clerk));
    expect((await refused(file)).body.facts.faults[0].detail).toContain('別の評価');
    assessment = { ...other, version: 9 };
    expect((await refused(file)).status).toBe(412);
  });

  it('is not read for somebody who may not write, or of a file that is not there', async () => {
    const fileId = await uploaded(await filled(await form(), FILLED));
    const [reviewer] = panel.reviewers;
    await reviewer.put(url(), { fileId }, assessment.version).expect(403);
    const reply = await clerk.put(url(), { fileId: assessment.id }, assessment.version);
    expect(reply.body).toMatchObject({ status: 400, errors: [{ pointer: '#/fileId' }] });
  });

  it.each<[string, (xml: string) => string, string]>([
    [
      'a formula',
      (xml) =>
        xml.replace(
          /<c r="F4"[^<>]*?(?:\/>|>.*?<\/c>)/s,
          '<c r="F4" t="str"><f>"は"&amp;"い"</f><v>はい</v></c>',
        ),
      'F4',
    ],
    ['a hidden row', (xml) => xml.replace('<row r="4"', '<row r="4" hidden="1"'), 'A4'],
    [
      'a hidden column',
      (xml) =>
        xml.replace(
          '<sheetData>',
          '<cols><col min="7" max="7" width="9" hidden="1"/></cols><sheetData>',
        ),
      'G1',
    ],
    [
      'merged cells',
      (xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="F4:F5"/></mergeCells>',
        ),
      'F4',
    ],
  ])('with %s is refused by its cell', async (_, edit, cell) => {
    const file = edited(await filled(await form(), FILLED), edit);
    expect((await refused(file)).body.facts.faults[0]).toMatchObject({ cell });
  });

  it('of 100,000 rows, or with links to other workbooks, is refused whole', async () => {
    const file = await filled(await form(), FILLED);
    const rows = Array.from({ length: 100_000 }, (_, at) => `<row r="${String(at + 200)}"/>`);
    const long = edited(file, (xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`));
    expect((await refused(long)).body.errors[0].detail).toContain('2000 行');
    const linked = repacked(file, (xml) => xml, { 'xl/externalLinks/externalLink1.xml': '<a/>' });
    expect((await refused(linked)).body.errors[0].detail).toContain('リンク');
  });

  it('that unpacks to more than a form is refused, and one with macros is not even kept', async () => {
    const file = await filled(await form(), FILLED);
    const bomb = repacked(file, (xml) => xml, {
      'xl/worksheets/sheet9.xml': ' '.repeat(32 * 1024 * 1024),
    });
    expect((await refused(bomb)).body.errors[0].detail).toContain('大きすぎ');
    const macros = repacked(file, (xml) => xml, { 'xl/vbaProject.bin': 'macro' });
    await clerk.upload('回答.xlsx', macros).expect(422);
  });
});
