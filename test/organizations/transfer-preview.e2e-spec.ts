import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileOf } from '../register/files.js';
import { TestService } from '../support/api.js';
import { added, ON, rowOf, TransferDesk, TRANSFERS } from './transfer-desk.js';

let service: TestService;
let desk: TransferDesk;

beforeAll(async () => {
  service = await TestService.start();
});
beforeEach(async () => {
  desk = await TransferDesk.open(service);
});
afterAll(() => service.stop());

describe('the form', () => {
  it('shows every post held on the day before, going on, with choices', async () => {
    const rows = await desk.form();

    expect(rows[0]?.slice(0, 6)).toEqual([
      ...['役職', '課・部署', '現任者', 'メールアドレス', '職務代理', '区分'],
    ]);
    expect(rows.slice(1).map(([, unit, name, , , change]) => [unit, name, change])).toEqual(
      expect.arrayContaining([
        ['総務課', '管理 太郎', '継続'],
        ['総務課', '総務 花子', '継続'],
      ]),
    );
    const file = await fileOf(desk.administrator, `${TRANSFERS}/template?on=${ON}`);
    const sheet = new TextDecoder().decode(unzipSync(file)['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('<formula1>"継続,交代,終了,新任"</formula1>');
  });

  it('is for a day near today, and for who administers', async () => {
    const far = await desk.administrator.get(`${TRANSFERS}/template?on=2029-04-01`);
    expect(far.body).toMatchObject({ status: 400, errors: [{ parameter: 'on' }] });
    const staff = await desk.town.as('staff');
    expect((await staff.get(`${TRANSFERS}/template?on=${ON}`)).status).toBe(403);
  });
});

describe('a preview', () => {
  it('tells what each line changes, and changes nothing', async () => {
    const before = await desk.register();
    const rows = await desk.filled('総務 花子', '交代', '新任 次郎', 'Jiro@desk.town.example');
    rows.push(added('統括情報セキュリティ責任者', null, '総務 花子'));

    const preview = await desk.previewOf(rows);

    expect(preview).toMatchObject({
      on: ON,
      lastDay: '2027-03-31',
      faults: [],
      steps: [
        {
          row: rowOf(rows, '総務 花子'),
          change: 'replace',
          roleId: 'section-manager',
          unitName: '総務課',
          end: { personId: desk.manager, personName: '総務 花子' },
          appoint: {
            personId: null,
            name: '新任 次郎',
            email: 'jiro@desk.town.example',
            acting: false,
          },
        },
        { change: 'appoint', roleId: 'head-officer', unitId: null, end: null },
      ],
    });
    expect(preview.steps[0]?.end?.handover).toMatch(/^\/v1\/register\/handover\?postId=/);
    expect(await desk.register()).toEqual(before);
  });

  it.each([
    ['a word that is no change', ['異動'], 'F', '区分'],
    ['somebody new where all goes on', ['継続', '新任 次郎'], 'G', '区分'],
    ['nobody new where the post changes hands', ['交代'], 'G', '氏名'],
    ['somebody unknown without an address', ['交代', '新任 次郎'], 'H', 'メールアドレス'],
    ['no address', ['交代', '新任 次郎', 'jiro'], 'H', 'メールアドレス'],
    ['the present holder', ['交代', '総務 花子'], 'G', '現任者'],
    ['a day that does not exist', ['交代', '管理 太郎', null, null, '2027-02-29'], 'J', '日付'],
    ['an end before the beginning', ['交代', '管理 太郎', null, null, '2027-03-31'], 'J', ON],
    ['a mark that is none', ['交代', '管理 太郎', null, '代理'], 'I', '○'],
  ])('finds %s', async (_, entries, column, word) => {
    const rows = await desk.filled('総務 花子', ...entries);

    const preview = await desk.previewOf(rows);

    expect(preview.previewHash).toBeNull();
    const cell = `${column}${String(rowOf(rows, '総務 花子'))}`;
    expect(preview.faults).toEqual([
      {
        cell,
        detail: { ja: expect.stringContaining(word) as string, en: expect.any(String) as string },
      },
    ]);
  });

  it.each([
    ['an unknown role', added('皇帝', null, '総務 花子'), 'A'],
    ['an unknown unit', added('統括情報セキュリティ責任者', '宇宙課', '総務 花子'), 'B'],
    [
      'who holds the same post already',
      added('情報セキュリティ管理者', '総務課', '総務 花子'),
      'G',
    ],
  ])('finds %s in a new line', async (_, line, column) => {
    const rows = [...(await desk.form()), line];
    const { faults } = await desk.previewOf(rows);
    expect(faults.map(({ cell }) => cell)).toEqual([`${column}${String(rows.length)}`]);
  });

  it('finds a number of no post, one named twice, and rows sorted in part', async () => {
    const rows = await desk.filled('総務 花子', '終了');
    const line = rows[rowOf(rows, '総務 花子') - 1] ?? [];
    const row = rows.length;

    const unknown = [...line.slice(0, 10), uuidv7()];
    const sorted = ['総務課長', ...line.slice(1)];
    expect((await desk.previewOf([...rows, unknown])).faults).toMatchObject([
      { cell: `K${String(row + 1)}` },
    ]);
    expect((await desk.previewOf([...rows, line])).faults).toMatchObject([
      { cell: `K${String(row + 1)}` },
    ]);
    expect((await desk.previewOf([rows[0] ?? [], sorted])).faults).toMatchObject([{ cell: 'A2' }]);
  });

  it('finds a post that ended since the form was taken, and who left', async () => {
    const rows = await desk.filled('総務 花子', '交代', '退職 三郎');
    const { personId } = await desk.town.someoneAs();
    await desk.name(personId, '退職 三郎');
    await service.rows(
      `UPDATE people SET ended_on = '2027-03-31', email = 'saburo@desk.town.example' WHERE id = $1`,
      [personId],
    );
    const row = String(rowOf(rows, '総務 花子'));
    rows[Number(row) - 1]?.splice(7, 1, 'saburo@desk.town.example');
    expect((await desk.previewOf(rows)).faults).toMatchObject([{ cell: `H${row}` }]);

    await service.rows(`UPDATE posts SET valid_until = '2027-03-25' WHERE person_id = $1`, [
      desk.manager,
    ]);
    expect((await desk.previewOf(rows)).faults).toMatchObject([{ cell: `K${row}` }]);
  });

  it('finds nothing to do, and a changed header', async () => {
    const rows = await desk.form();
    expect((await desk.previewOf(rows)).faults).toMatchObject([{ cell: 'F1' }]);
    rows[0]?.splice(1, 1, '部署');
    expect((await desk.previewOf(rows)).faults).toMatchObject([{ cell: 'B1' }]);
  });

  it('refuses to leave nobody who administers', async () => {
    const rows = await desk.filled('管理 太郎', '終了');
    const { faults } = await desk.previewOf(rows);
    expect(faults).toMatchObject([{ cell: `F${String(rowOf(rows, '管理 太郎'))}` }]);
    expect(faults[0]?.detail.ja).toContain('管理');

    const handed = await desk.filled('管理 太郎', '交代', '総務 花子');
    expect((await desk.previewOf(handed)).faults).toEqual([]);
  });

  it('warns of a role nobody holds, of who is left without a post, and of one namesake more', async () => {
    const { warnings } = await desk.previewOf(await desk.filled('総務 花子', '終了'));
    expect(warnings.map(({ code }) => code)).toEqual(['role-vacant', 'holds-no-post']);

    const rows = await desk.filled(
      '総務 花子',
      '交代',
      '管理 太郎',
      'another@desk.town.example',
      '○',
    );
    const codes = (await desk.previewOf(rows)).warnings.map(({ code }) => code);
    expect(codes).toEqual(['same-name', 'acting-without-end', 'holds-no-post']);
  });
});
