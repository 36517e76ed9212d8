import type { Desk } from '../desk.js';
import type { Colleague } from '../office.js';
import { RULE_DOCUMENTS } from '../papers.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A candidate for the work. */
export interface Candidate {
  readonly name: string;
  readonly vendorId: string;
  readonly cloudServiceId: string;
}

/** Adopts the policy and registers the rules of the town that it asks for. */
export async function adoptPolicy(desk: Desk): Promise<void> {
  desk.step('ポリシーの採択と規程の登録');
  const { client } = desk.office.who('administrator');
  const { items } = await client.get<{
    items: { id: string; packId: string; version: string; title: { ja: string } }[];
  }>('/v1/policies');
  const adopted = await client.get<{ items: { policyVersionId: string }[] }>(
    '/v1/policy-adoptions',
  );
  const policy = items.find(({ id }) => id === adopted.items.at(-1)?.policyVersionId);
  if (policy === undefined) throw new Error('The town has adopted no policy');
  await client.post('/v1/policy-adoptions', {
    policyVersionId: policy.id,
    effectiveFrom: desk.day,
    documentNumber: '総第1024号',
  });
  desk.tell(`「${policy.title.ja}」を ${desk.day} から適用します。`);
  for (const { by, ...document } of RULE_DOCUMENTS) {
    const author = desk.office.who(by);
    await author.client.post('/v1/rule-documents', {
      ...document,
      effectiveFrom: '2026-10-01',
      location: '文書管理システム',
    });
  }
  desk.tell(`規程類を ${String(RULE_DOCUMENTS.length)} 件登録しました。`);
}

const FIRMS = [
  {
    vendor: {
      name: '株式会社阿蘇クラウド',
      corporateNumber: '6999900000011',
      address: '熊本県熊本市中央区花畑町一丁目１番',
    },
    service: { name: '窓口予約クラウド', edition: '自治体版', serviceModel: 'lgwan-asp' },
    isms: 'IS 654321',
  },
  {
    vendor: {
      name: '有明システムサービス株式会社',
      corporateNumber: '3999900000022',
      address: '福岡県大牟田市有明町二丁目３番',
    },
    service: { name: 'らくらく予約', edition: '標準版', serviceModel: 'saas' },
    isms: 'IS 123789',
  },
] as const;

/** Registers the candidates with their certificates, services and places of storage. */
export async function registerCandidates(desk: Desk): Promise<readonly Candidate[]> {
  desk.step('事業者とクラウドサービスの登録');
  const clerk = desk.office.who(['procurement', 'section-manager']);
  const candidates: Candidate[] = [];
  for (const firm of FIRMS) candidates.push(await register(clerk, firm));
  for (const { name } of candidates) desk.tell(`候補「${name}」を登録しました（${clerk.name}）。`);
  return candidates;
}

async function register(
  { client }: Colleague,
  { vendor, service, isms }: (typeof FIRMS)[number],
): Promise<Candidate> {
  const { id: vendorId } = await client.post<Named>('/v1/vendors', vendor);
  await client.post(`/v1/vendors/${vendorId}/certificates`, {
    scheme: 'iso27001',
    number: isms,
    edition: 'ISO/IEC 27001:2022',
    scope: 'クラウドサービスの開発、運用及び保守',
    validFrom: '2025-04-01',
    validUntil: '2028-03-31',
  });
  const { id } = await client.post<Named>('/v1/cloud-services', { vendorId, ...service });
  return { name: vendor.name, vendorId, cloudServiceId: id };
}

/** Notes the work and classifies its information: the policy decides what is owed. */
export async function planEngagement(desk: Desk): Promise<void> {
  desk.step('案件の計画と情報の分類');
  const manager = desk.office.who('section-manager');
  const unitId = manager.posts.find(({ roleId }) => roleId === 'section-manager')?.unitId;
  const engagement = await manager.client.post<{ id: string; facts: string[] }>('/v1/engagements', {
    title: '窓口予約システムの導入及び運用',
    description: '住民窓口の予約受付を行うクラウドサービスの導入、設定、運用及び保守を委託する。',
    kinds: ['outsourcing', 'cloud'],
    workTypes: ['operation'],
    tierAnswers: ['handles-important-information'],
    unitId,
    segment: 'lgwan',
    startsOn: '2026-12-15',
    endsOn: '2027-03-31',
    dataItems: [
      {
        name: '予約者の氏名及び連絡先',
        confidentiality: 'C2',
        integrity: 'I2',
        availability: 'A2',
        personalInformation: true,
        specificPersonalInformation: false,
      },
      {
        name: '窓口の混雑状況',
        confidentiality: 'C1',
        integrity: 'I1',
        availability: 'A1',
        personalInformation: false,
        specificPersonalInformation: false,
      },
    ],
  });
  desk.engagementId = engagement.id;
  desk.tell(`適用される事項: ${engagement.facts.join('、')}`);
  await desk.move(manager, 'specified');
  await desk.ledger();
}
