import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService, type Client } from '../support/api.js';
import { approved, castOf, moved, type Cast } from '../support/approval.js';
import { versionOf } from '../support/engagement.js';
import { approvedSocialMedia, PUBLIC_EVENTS, type SocialMedia } from '../support/social-media.js';
import { pagesOf } from '../vendors/pages.js';
import { column, csvRows, withoutSerial, xlsxRows } from './files.js';

const SOCIAL_MEDIA = '/v1/register/social-media-services';
const CLOUD_SERVICES = '/v1/register/cloud-services';

let service: TestService;
let cast: Cast;
let reader: Client;
let first: SocialMedia & { readonly applicationId: string };
let second: SocialMedia;
let cloudEngagementId: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  cast = await castOf(service);
  const condition = { text: '多要素認証の設定', dueOn: '2026-12-31' };
  first = await approvedSocialMedia(cast, {}, { conditions: [condition] });
  await moved(cast.manager, first.engagementId, 'active');
  ({ engagementId: cloudEngagementId } = await approved(service, cast));
  second = await approvedSocialMedia(cast, { title: '=HYPERLINK("x")' });
  reader = await cast.town.as('staff');
});
afterAll(() => service.stop());

describe('the register of social-media services', () => {
  it('tells of each service account, procedure, permitted content and who is responsible', async () => {
    const { body } = await reader
      .get(`${SOCIAL_MEDIA}?engagementId=${first.engagementId}`)
      .expect(200);

    expect(body.items).toEqual([
      {
        id: expect.any(String),
        engagementId: first.engagementId,
        engagementTitle: '町公式アカウントによる広報',
        unitName: '総務課',
        cloudServiceId: first.cloudServiceId,
        cloudServiceName: 'つながりSNS',
        edition: null,
        providerId: expect.any(String),
        providerName: '合同会社つながり',
        purpose: '催しと募集の広報に利用する。',
        usersScope: '総務課広報係の職員3名',
        account: '町公式 https://social.example/town',
        permittedContent: '公開済みの催し、募集及び避難情報。個人が分かる写真は載せない。',
        procedureId: first.application.ruleDocumentId,
        procedureTitle: 'ソーシャルメディアサービス運用手順',
        procedureNumber: '令和８年訓令第７号',
        responsiblePersonId: cast.appointeeId,
        responsiblePersonName: '試験 職員',
        applicationId: first.applicationId,
        approvedOn: '2026-11-21',
        reviewOn: '2027-11-21',
        status: 'in-use',
        conditions: [{ text: '多要素認証の設定', dueOn: '2026-12-31' }],
        voidedOn: null,
      },
    ]);
  });

  it('says the same as JSON, as a workbook and as CSV', async () => {
    const { body } = await reader.get(SOCIAL_MEDIA).expect(200);
    const items = body.items as Record<string, string>[];
    const xlsx = await xlsxRows(reader, `${SOCIAL_MEDIA}?format=xlsx&limit=1`);
    const csv = await csvRows(reader, `${SOCIAL_MEDIA}?format=csv&limit=1`);

    expect(xlsx.map((row) => row.map(withoutSerial))).toEqual(csv);
    for (const [heading, member] of [
      ['ソーシャルメディアサービス', 'cloudServiceName'],
      ['提供者', 'providerName'],
      ['アカウント', 'account'],
      ['運用手順', 'procedureTitle'],
      ['運用手順の番号', 'procedureNumber'],
      ['発信できる情報', 'permittedContent'],
      ['責任者', 'responsiblePersonName'],
      ['所管課', 'unitName'],
      ['案件', 'engagementTitle'],
      ['承認日', 'approvedOn'],
      ['承認の期限', 'reviewOn'],
    ] as const) {
      expect(column(csv, heading)).toEqual(items.map((item) => item[member]));
    }
    expect(column(csv, '状況')).toEqual(['利用中', '承認済み']);
    expect(column(csv, '承認の条件')).toEqual(['多要素認証の設定（令和8年12月31日）', '']);
  });

  it('speaks English to who asks for it', async () => {
    const rows = await csvRows(reader, `${SOCIAL_MEDIA}?format=csv`, 'en');
    expect(column(rows, 'Status')).toEqual(['In use', 'Approved']);
    expect(column(rows, 'Responsible person')).toEqual(['試験 職員', '試験 職員']);
  });

  it.each([
    ['status=in-use', 1],
    ['status=approved', 1],
    ['status=voided', 0],
  ])('with %s shows %d, in every format', async (filter, expected) => {
    const { body } = await reader.get(`${SOCIAL_MEDIA}?${filter}`).expect(200);
    expect(body.items).toHaveLength(expected);
    expect(await csvRows(reader, `${SOCIAL_MEDIA}?format=csv&${filter}`)).toHaveLength(
      expected + 1,
    );
  });

  it('is whole and stable page by page', async () => {
    const whole = await pagesOf(reader, `${SOCIAL_MEDIA}?limit=200`);
    const pages = await pagesOf(reader, `${SOCIAL_MEDIA}?limit=1`);

    expect(pages.map((page) => page.length)).toEqual([1, 1]);
    expect(pages.flat()).toEqual(whole.flat());
  });

  it('has nothing of the ledger of cloud services, and that nothing of it', async () => {
    const social = await reader.get(SOCIAL_MEDIA);
    const cloud = await reader.get(CLOUD_SERVICES);

    const ofEngagements = (items: { engagementId: string }[]) =>
      items.map(({ engagementId }) => engagementId);
    expect(ofEngagements(social.body.items)).toEqual([first.engagementId, second.engagementId]);
    expect(ofEngagements(cloud.body.items)).toEqual([cloudEngagementId]);
  });

  it('is where chain and dashboard say that its entries are read', async () => {
    const href = `${SOCIAL_MEDIA}?engagementId=${first.engagementId}`;
    const chain = await reader.get(`/v1/engagements/${first.engagementId}/chain`).expect(200);
    const articles = chain.body.articles as {
      obligations: { proofs: { record: { kind: string; title: object; href: string } }[] }[];
    }[];
    const records = articles
      .flatMap(({ obligations }) => obligations)
      .flatMap(({ proofs }) => proofs.map(({ record }) => record));
    const dashboard = await reader.get('/v1/dashboard').expect(200);

    expect(records.find(({ kind }) => kind === 'cloud-service-entry')).toMatchObject({
      title: { ja: '承認済みソーシャルメディアサービス' },
      href,
    });
    expect(dashboard.body.nextDue).toContainEqual(
      expect.objectContaining({ kind: 'cloud-service-entry', label: 'つながりSNS', href }),
    );
  });

  it('keeps the entry of an approval that was voided', async () => {
    const own = await castOf(service);
    const { engagementId } = await approvedSocialMedia(own);
    const version = await versionOf(own.manager, engagementId);
    const url = `/v1/engagements/${engagementId}/data-items`;
    await own.manager
      .decide(url, { ...PUBLIC_EVENTS, availability: 'A2', name: '避難情報' }, version)
      .expect(201);

    const { body } = await own.manager.get(SOCIAL_MEDIA).expect(200);
    expect(body.items).toMatchObject([
      { engagementId, status: 'voided', voidedOn: '2026-11-21', account: expect.any(String) },
    ]);
  });

  it('shows another town nothing', async () => {
    const stranger = await (await service.town()).as('section-manager');

    expect((await stranger.get(SOCIAL_MEDIA)).body.items).toEqual([]);
    expect(
      (await stranger.get(`${SOCIAL_MEDIA}?engagementId=${first.engagementId}`)).body.items,
    ).toEqual([]);
    expect(await csvRows(stranger, `${SOCIAL_MEDIA}?format=csv`)).toHaveLength(1);
    expect(await xlsxRows(stranger, `${SOCIAL_MEDIA}?format=xlsx`)).toHaveLength(1);
  });
});
