import type { Desk } from '../desk.js';
import { word } from '../words.js';
import type { Colleague } from '../office.js';
import { RULE_DOCUMENTS, type RuleDocumentPaper } from '../papers.js';

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

/** Adopts the policy and registers the rules of the body that it asks for. */
export async function adoptPolicy(desk: Desk): Promise<void> {
  desk.step('ポリシーの採択と規程の登録');
  const { policy } = desk.office;
  const { client } = desk.office.who('administrator');
  const { undecidedSettings } = await client.post<Adoption>('/v1/policy-adoptions', {
    policyVersionId: policy.id,
    effectiveFrom: desk.day,
    ...(policy.isInForceOnPublication && { publishedOn: desk.day }),
    documentNumber: `${desk.story.series}第1024号`,
  });
  desk.tell(`「${policy.title}」を ${desk.day} から適用します。`);
  for (const setting of undecidedSettings) await decideSetting(desk, setting);
  const registered = RULE_DOCUMENTS.filter(
    ({ kinds }) => policy.ruleDocument(kinds[0] ?? '') !== null,
  );
  for (const paper of registered) await registerRules(desk, paper);
  desk.tell(`規程類を ${String(registered.length)} 件登録しました。`);
}

interface Adoption {
  readonly undecidedSettings: readonly {
    readonly id: string;
    readonly label: { readonly ja: string };
  }[];
}

/** Decides what the policy leaves to the body: its proposal, and the authorizing official it cannot propose. */
async function decideSetting(
  desk: Desk,
  { id, label }: Adoption['undecidedSettings'][number],
): Promise<void> {
  const { client } = desk.office.who('administrator');
  const path = `/v1/organization/settings/${id}`;
  const setting = await client.get<{ version: number; default: string | number | null }>(path);
  const value = setting.default ?? 'authorizing-official';
  await client.put(path, { value }, setting.version);
  desk.tell(`団体の決定: ${label.ja} → ${String(value)}`);
}

/** Registers a rule document under those of its kinds that the policy asks for. */
async function registerRules(desk: Desk, { kinds, ...paper }: RuleDocumentPaper): Promise<void> {
  const { policy } = desk.office;
  const asked = kinds.flatMap((kind) => {
    const document = policy.ruleDocument(kind);
    return document === null ? [] : [{ kind, ...document }];
  });
  const author = desk.office.who(asked[0]?.roles ?? []);
  await author.client.post('/v1/rule-documents', {
    kinds: asked.map(({ kind }) => kind),
    title: asked[0]?.title,
    ...paper,
    effectiveFrom: '2026-10-01',
    location: '文書管理システム',
  });
}

const FIRMS = [
  {
    vendor: {
      name: '株式会社阿蘇クラウド',
      corporateNumber: '6999900000011',
      address: '熊本県熊本市中央区花畑町一丁目1番',
    },
    service: { name: '予約受付クラウド', edition: '自治体版', serviceModel: 'lgwan-asp' },
    isms: 'IS 654321',
  },
  {
    vendor: {
      name: '有明システムサービス株式会社',
      corporateNumber: '3999900000022',
      address: '福岡県大牟田市有明町二丁目3番',
    },
    service: { name: 'らくらく予約', edition: '標準版', serviceModel: 'saas' },
    isms: 'IS 123789',
  },
  {
    vendor: {
      name: '合同会社天草予約サービス',
      corporateNumber: '9999900000033',
      address: '熊本県天草市港町四丁目5番',
    },
    service: { name: 'あまくさ予約', edition: '標準版', serviceModel: 'saas' },
    isms: 'IS 246802',
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
  const { policy } = desk.office;
  const { system, description, information, openInformation } = desk.story;
  const unitId = manager.posts.find(({ roleId }) => roleId === 'section-manager')?.unitId;
  const engagement = await manager.client.post<{ id: string; facts: string[] }>('/v1/engagements', {
    title: `${system}の導入及び運用`,
    description,
    kinds: ['outsourcing', 'cloud'],
    workTypes: ['operation'],
    tierAnswers: ['handles-important-information'],
    unitId,
    segment: policy.segmentFor(policy.sensitive).id,
    startsOn: '2026-12-15',
    endsOn: '2027-03-31',
    dataItems: [
      {
        name: information,
        ...policy.sensitive,
        personalInformation: true,
        specificPersonalInformation: false,
      },
      {
        name: openInformation,
        ...policy.open,
        personalInformation: false,
        specificPersonalInformation: false,
      },
    ],
  });
  desk.engagementId = engagement.id;
  desk.tell(`適用される事項: ${engagement.facts.map(word).join('、')}`);
  await desk.move(manager, 'specified');
  await desk.ledger();
}
