import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { approved, castOf, moved, type Cast } from '../support/approval.js';
import { lightService, plan, residentService } from '../support/engagement.js';
import { takeOver } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { zipPart } from '../support/document-text.js';
import { givenVendor } from '../vendors/given.js';
import { pagesOf } from '../vendors/pages.js';
import { column, csvRows, fileOf, withoutSerial, xlsxRows } from './files.js';

const ENGAGEMENTS = '/v1/register/engagements';
const CLOUD_SERVICES = '/v1/register/cloud-services';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-04-01');
});
afterAll(() => service.stop());

describe('the ledger of outsourcing and cloud use', () => {
  let town: Town;
  let clerk: Client;

  beforeAll(async () => {
    town = await service.town();
    clerk = await town.as('section-manager');
    const vendorId = await givenVendor(clerk, '株式会社髙﨑システム');
    await takeOver(clerk, town, { vendorId, title: '=HYPERLINK("x"), "住民"情報' });
    await plan(clerk, lightService(town, { title: '催しの告知' }));
    const { id } = await plan(
      clerk,
      residentService(town, { startsOn: '2027-05-01', endsOn: '2028-03-31' }),
    );
    await moved(clerk, id, 'cancelled');
  });

  it('tells of each engagement who, what, under which rules and how its duties stand', async () => {
    const { body } = await clerk.get(ENGAGEMENTS).expect(200);

    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({
      unitName: '総務課',
      vendorName: '株式会社髙﨑システム',
      vendorCorporateNumber: null,
      kinds: ['outsourcing', 'cloud'],
      confidentiality: { id: 'C2' },
      integrity: { id: 'I2' },
      availability: { id: 'A2' },
      personalInformation: true,
      specificPersonalInformation: false,
      segment: { id: 'lgwan' },
      status: 'active',
      startsOn: '2026-04-01',
      endsOn: '2027-03-31',
      registeredOn: '2026-04-01',
      closedOn: null,
    });
    expect(body.items[1]).toMatchObject({
      confidentiality: { id: 'C1' },
      course: 'light',
      vendorName: null,
      endsOn: null,
    });
    expect(body.items[2]).toMatchObject({ status: 'cancelled', closedOn: '2026-04-01' });
  });

  it('counts the duties as they are listed with the engagement', async () => {
    const { body } = await clerk.get(ENGAGEMENTS).expect(200);
    for (const { id, obligations } of body.items) {
      const listed = await clerk.get(`/v1/engagements/${String(id)}/obligations`).expect(200);
      const states = (listed.body.items as { state: string }[]).map(({ state }) => state);
      const number = (...wanted: string[]) =>
        states.filter((state) => wanted.includes(state)).length;
      expect(obligations).toEqual({
        total: states.length,
        met: number('met'),
        pending: number('pending'),
        open: number('open'),
        overdue: number('overdue'),
        breached: number('breached'),
        excepted: number('excepted'),
        notApplicable: number('not-applicable'),
        unproven: number('open', 'overdue', 'breached'),
      });
    }
  });

  it('says the same as JSON, as a workbook and as CSV', async () => {
    const { body } = await clerk.get(ENGAGEMENTS).expect(200);
    const files = [
      await xlsxRows(clerk, `${ENGAGEMENTS}?format=xlsx&limit=1`),
      await csvRows(clerk, `${ENGAGEMENTS}?format=csv&limit=1`),
    ];

    expect(files[0]?.map((row) => row.map(withoutSerial))).toEqual(files[1]);
    for (const rows of files) {
      expect(column(rows, '案件')).toEqual(body.items.map((item: { title: string }) => item.title));
      expect(column(rows, '事業者')).toEqual(['株式会社髙﨑システム', '', '']);
      expect(column(rows, '種別')).toEqual([
        '業務委託、クラウドサービス',
        'クラウドサービス',
        '業務委託、クラウドサービス',
      ]);
      expect(column(rows, '状況')).toEqual(['履行中', '計画', '取消し']);
      expect(column(rows, '未証明')).toEqual(
        body.items.map((item: { obligations: { unproven: number } }) =>
          String(item.obligations.unproven),
        ),
      );
      expect(column(rows, '機密性')).toEqual(
        body.items.map(
          (item: { confidentiality: { label: string } }) => item.confidentiality.label,
        ),
      );
      expect(column(rows, '終了日').map(withoutSerial)).toEqual(['2027-03-31', '', '2028-03-31']);
    }
  });

  it('is a file named in Japanese, in which a formula is a text and days show the era', async () => {
    const reply = await clerk.get(`${ENGAGEMENTS}?format=csv`).expect(200);
    const xlsx = await fileOf(clerk, `${ENGAGEMENTS}?format=xlsx`);

    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(reply.headers['content-disposition']).toBe(
      `attachment; filename="engagements.csv"; filename*=UTF-8''${encodeURIComponent('外部委託・クラウド利用台帳')}.csv`,
    );
    expect(reply.text.startsWith('\uFEFF案件,所管課,')).toBe(true);
    expect(reply.text).toContain(`"'=HYPERLINK(""x""), ""住民""情報"`);
    expect(zipPart(xlsx, 'xl/styles.xml')).toContain(
      '[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
    );
    expect(zipPart(xlsx, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('speaks English to who asks for it', async () => {
    const rows = await csvRows(clerk, `${ENGAGEMENTS}?format=csv`, 'en');
    const xlsx = await fileOf(clerk, `${ENGAGEMENTS}?format=xlsx`, 'en');

    expect(column(rows, 'Status')).toEqual(['Active', 'Planned', 'Cancelled']);
    expect(zipPart(xlsx, 'xl/styles.xml')).toContain('yyyy/mm/dd');
  });

  it.each([
    ['status=cancelled', 1],
    ['fiscalYear=2025', 0],
    ['fiscalYear=2026', 2],
    ['fiscalYear=2027', 2],
    ['fiscalYear=2028', 1],
    ['unitId=01900000-0000-7000-8000-000000000000', 0],
  ])('with %s shows %d, in every format', async (filter, expected) => {
    const { body } = await clerk.get(`${ENGAGEMENTS}?${filter}`).expect(200);
    expect(body.items).toHaveLength(expected);
    expect(await csvRows(clerk, `${ENGAGEMENTS}?format=csv&${filter}`)).toHaveLength(expected + 1);
  });

  it('is whole and stable page by page', async () => {
    const whole = await pagesOf(clerk, `${ENGAGEMENTS}?limit=200`);
    const pages = await pagesOf(clerk, `${ENGAGEMENTS}?limit=1`);

    expect(pages.map((page) => page.length)).toEqual([1, 1, 1]);
    expect(pages.flat()).toEqual(whole.flat());
  });

  it('shows another town nothing', async () => {
    const stranger = await (await service.town()).as('section-manager');

    expect((await stranger.get(ENGAGEMENTS)).body.items).toEqual([]);
    expect(await csvRows(stranger, `${ENGAGEMENTS}?format=csv`)).toHaveLength(1);
    expect(await xlsxRows(stranger, `${ENGAGEMENTS}?format=xlsx`)).toHaveLength(1);
  });

  it('is whole as a file where it is longer than what is read at a time', async () => {
    const here = await service.town();
    const reader = await here.as('section-manager');
    const { id } = await plan(reader, lightService(here));
    await service.rows(
      `INSERT INTO engagements
       SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'title', n::text))).*
       FROM engagements e, generate_series(1, 1200) n WHERE e.id = $1`,
      [id],
    );

    for (const rows of [
      await csvRows(reader, `${ENGAGEMENTS}?format=csv`),
      await xlsxRows(reader, `${ENGAGEMENTS}?format=xlsx`),
    ]) {
      const titles = column(rows, '案件');
      expect(titles).toHaveLength(1201);
      expect(new Set(titles).size).toBe(1201);
    }
  });
});

describe('the ledger of approved cloud services', () => {
  let cast: Cast;
  let engagementId: string;
  let reader: Client;

  beforeAll(async () => {
    cast = await castOf(service);
    ({ engagementId } = await approved(service, cast));
    await approved(service, cast);
    reader = await cast.town.as('staff');
  });

  it('tells who manages the service, for what and until when', async () => {
    const { body } = await reader.get(`${CLOUD_SERVICES}?engagementId=${engagementId}`).expect(200);

    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      engagementId,
      cloudServiceName: '庁内ファイル共有',
      providerName: '株式会社検証',
      purpose: '窓口の予約受付に利用する。',
      managerId: cast.appointeeId,
      managerName: '試験 職員',
      unitName: '総務課',
      approvedOn: '2026-04-01',
      status: 'approved',
      conditions: [],
      voidedOn: null,
    });
  });

  it('says the same as JSON, as a workbook and as CSV', async () => {
    const { body } = await reader.get(CLOUD_SERVICES).expect(200);
    const xlsx = await xlsxRows(reader, `${CLOUD_SERVICES}?format=xlsx`);
    const csv = await csvRows(reader, `${CLOUD_SERVICES}?format=csv`);

    expect(xlsx.map((row) => row.map(withoutSerial))).toEqual(csv);
    expect(column(csv, '状況')).toEqual(['承認済み', '承認済み']);
    expect(column(csv, 'クラウドサービス管理者')).toEqual(['試験 職員', '試験 職員']);
    expect(column(csv, '承認の期限')).toEqual(
      body.items.map(({ reviewOn }: { reviewOn: string }) => reviewOn),
    );
  });

  it('pages whole and stable, and filters by what the day makes of an entry', async () => {
    const all = await pagesOf(reader, `${CLOUD_SERVICES}?limit=1`);
    expect(all.map((page) => page.length)).toEqual([1, 1]);
    await service.rows(
      `UPDATE approved_cloud_services SET review_on = '2026-03-31' WHERE engagement_id = $1`,
      [engagementId],
    );

    const late = await reader.get(`${CLOUD_SERVICES}?status=re-review`).expect(200);
    const fine = await reader.get(`${CLOUD_SERVICES}?status=approved`).expect(200);
    expect(late.body.items).toMatchObject([{ engagementId, status: 're-review' }]);
    expect(fine.body.items).toHaveLength(1);
  });

  it('writes conditions with their days in the era', async () => {
    await service.rows(
      `UPDATE approved_cloud_services SET conditions = '[{"text":"多要素認証の設定","dueOn":"2026-06-30"}]' WHERE engagement_id = $1`,
      [engagementId],
    );
    const rows = await csvRows(reader, `${CLOUD_SERVICES}?format=csv&engagementId=${engagementId}`);
    expect(column(rows, '承認の条件')).toEqual(['多要素認証の設定（令和8年6月30日）']);
  });

  it('shows another town nothing', async () => {
    const stranger = await (await service.town()).as('section-manager');
    expect((await stranger.get(CLOUD_SERVICES)).body.items).toEqual([]);
    expect(
      (await stranger.get(`${CLOUD_SERVICES}?engagementId=${engagementId}`)).body.items,
    ).toEqual([]);
  });
});
