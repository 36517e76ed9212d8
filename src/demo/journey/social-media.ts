import type { Desk } from '../desk.js';
import type { Colleague } from '../office.js';

interface Named {
  readonly id: string;
}

interface Application extends Named {
  readonly version: string;
}

interface Line {
  readonly cloudServiceName: string;
  readonly account: string;
  readonly responsiblePersonName: string;
}

/** The rule document that says how the service is run. */
const PROCEDURE = 'social-media-procedure';

/** Has the use of a social-media service approved: its procedure, what may be said there, who is responsible. */
export async function useSocialMedia(desk: Desk): Promise<void> {
  desk.step('ソーシャルメディアサービスの利用');
  const manager = desk.office.who('section-manager');
  const service = await registerService(manager);
  await plan(desk, manager);
  const { id, version } = await apply(desk, manager, service);
  const officer = desk.office.who('department-officer', manager);
  const responsible = desk.office.who('social-media-manager', officer);
  await officer.client.post(
    `/v1/use-applications/${id}/decision`,
    { outcome: 'approve', cloudServiceManagerId: responsible.personId },
    version,
  );
  await desk.move(manager, 'active');
  const { items } = await manager.client.get<{ items: Line[] }>(
    '/v1/register/social-media-services',
  );
  for (const line of items) {
    desk.tell(
      `台帳: ${line.cloudServiceName} ${line.account}（責任者 ${line.responsiblePersonName}）`,
    );
  }
}

interface Service {
  readonly cloudServiceId: string;
  readonly termsSnapshotId: string;
}

async function registerService({ client }: Colleague): Promise<Service> {
  const vendor = await client.post<Named>('/v1/vendors', { name: 'ひろば通信株式会社' });
  const service = await client.post<Named>('/v1/cloud-services', {
    vendorId: vendor.id,
    ...{ name: 'まちのひろば', edition: '一般', serviceModel: 'saas' },
  });
  const terms = await client.post<Named>(`/v1/cloud-services/${service.id}/terms-snapshots`, {
    url: 'https://hiroba.example/terms',
    title: '利用規約（第7版）',
    takenOn: '2026-11-20',
    text: '第1条 この規約は、本サービスの利用の条件を定める。',
  });
  return { cloudServiceId: service.id, termsSnapshotId: terms.id };
}

async function plan(desk: Desk, { client, posts }: Colleague): Promise<void> {
  const { policy } = desk.office;
  const engagement = await client.post<Named>('/v1/engagements', {
    title: '公式アカウントによる情報発信',
    description: '公表済みのお知らせを公式アカウントから発信する。',
    kinds: ['social-media'],
    unitId: posts.find(({ unitId }) => unitId !== null)?.unitId,
    segment: policy.segmentFor(policy.open).id,
    startsOn: desk.day,
    dataItems: [
      {
        name: '公表済みのお知らせ',
        ...policy.open,
        personalInformation: false,
        specificPersonalInformation: false,
      },
    ],
  });
  desk.engagementId = engagement.id;
}

async function apply(
  desk: Desk,
  { client, name }: Colleague,
  service: Service,
): Promise<Application> {
  const documents = await client.get<{ items: (Named & { kinds: string[] })[] }>(
    '/v1/rule-documents',
  );
  const draft = await client.post<Application>(desk.path('/use-applications'), {
    ...service,
    purpose: '公表済みのお知らせの発信',
    usersScope: '広報を担当する職員2名',
    ruleDocumentId: documents.items.find(({ kinds }) => kinds.includes(PROCEDURE))?.id,
    riskAcceptance: '公表済みの情報に限り、公式サイトにも同じ内容を掲載する。',
    account: '@mihon_koho',
    permittedContent: '公表済みの催し、手続及び防災の情報。個人に関する情報は発信しない。',
  });
  desk.tell(`運用手順、発信できる情報及び責任者を定め、利用を申請しました（${name}）。`);
  return client.post<Application>(`/v1/use-applications/${draft.id}/submission`, {}, draft.version);
}
