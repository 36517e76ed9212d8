import type { Client, TestService } from '../support/api.js';
import { readyToSign, signedContract, type ContractingCast } from '../support/contracting.js';
import { givenVendor } from '../vendors/given.js';

/** A contract that is signed and runs, with what its chain handles. */
export interface Contracted {
  readonly engagementId: string;
  readonly contractId: string;
  /** The contractor. */
  readonly vendorId: string;
  readonly itemId: string;
}

export interface Hop {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly rank: number;
}

/** A day on which the contract of {@link contracted} runs. */
export const RUNNING = '2026-12-10';

/** Criteria of the body by which re-subcontracting of cloud services is decided (9(2)③カ). */
export const CRITERIA = [
  ['cloud-use-criteria', 'クラウドサービス利用判断基準'],
  ['cloud-selection-criteria', 'クラウドサービス提供者の選定基準'],
].map(([kind, title]) => ({
  ...{ kinds: [kind], title, number: '令和8年訓令第2号', effectiveFrom: '2026-04-01' },
  ...{ disclosure: 'internal', location: '例規集' },
}));

/** Registers the criteria, signs a contract and lets its first days pass. */
export async function contracted(
  service: TestService,
  cast: ContractingCast,
  maxRank = 2,
): Promise<Contracted> {
  service.itIs('2026-11-20');
  const depth = { clauseId: 'CL-09', decision: 'included', values: { max_rank: maxRank } } as const;
  const prepared = await readyToSign(service, cast, [depth]);
  const { id: contractId } = await signedContract(cast.manager, prepared.contract);
  service.itIs(RUNNING);
  const { body } = await cast.manager.get(`/v1/engagements/${prepared.engagementId}/data-items`);
  const [item] = body.items as { id: string }[];
  if (item === undefined) throw new Error('The engagement handles information');
  const { engagementId, vendorId } = prepared;
  return { engagementId, contractId, vendorId, itemId: item.id };
}

export async function criteriaRegistered({ manager }: ContractingCast): Promise<void> {
  for (const document of CRITERIA) await manager.post('/v1/rule-documents', document).expect(201);
}

/** What a hop says that lacks nothing. */
export function hopOf(
  { contractId, itemId }: Contracted,
  vendorId: string,
  given: object = {},
): object {
  return {
    ...{ contractId, vendorId, work: '夜間の運用監視', extent: 'part' },
    ...{ reason: '24時間の監視体制を自社だけでは確保できないため。', dataItemIds: [itemId] },
    ...{ place: '福岡市博多区 運用センター', country: 'JP' },
    ...{ safeguards: '専用室での作業、持出しの禁止、操作記録の保存。' },
    ...{ flowDown: '再委託契約書（写し）第5条から第14条まで', pledge: '誓約書（令和8年12月1日）' },
    ...{ from: '2026-12-10', until: '2027-03-31' },
    ...given,
  };
}

export const APPLICATION = {
  appliedBy: '代表取締役 検証 太郎',
  appliedOn: '2026-12-01',
  documentNumber: '収受第210号',
};

export async function draftedHop(
  client: Client,
  chain: Contracted,
  given: { readonly vendorId?: string; readonly passedOnById?: string | null } & object = {},
): Promise<Hop> {
  const vendorId = given.vendorId ?? (await givenVendor(client, '株式会社下請運用'));
  const url = `/v1/engagements/${chain.engagementId}/subcontracts`;
  const reply = await client.post(url, hopOf(chain, vendorId, given));
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Hop;
}

/** The hop as it is now. */
export async function hopNow(client: Client, { id }: Pick<Hop, 'id'>): Promise<Hop> {
  return (await client.get(`/v1/subcontracts/${id}`)).body as Hop;
}

/** Takes one step with a hop as it is now; @returns the hop then */
export async function stepped(
  client: Client,
  hop: Pick<Hop, 'id'>,
  step: string,
  body: object = {},
): Promise<Hop> {
  const { version } = await hopNow(client, hop);
  const reply = await client.decide(`/v1/subcontracts/${hop.id}/${step}`, body, version);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Hop;
}

/** A hop that can be decided on. */
export async function underReview(
  { manager }: ContractingCast,
  chain: Contracted,
  given: Parameters<typeof draftedHop>[2] = {},
): Promise<Hop> {
  const hop = await draftedHop(manager, chain, given);
  await stepped(manager, hop, 'submission', APPLICATION);
  return stepped(manager, hop, 'screening', { outcome: 'complete' });
}

export async function approvedHop(
  cast: ContractingCast,
  chain: Contracted,
  given: Parameters<typeof draftedHop>[2] = {},
): Promise<Hop> {
  const hop = await underReview(cast, chain, given);
  return stepped(cast.department, hop, 'decision', { outcome: 'approve' });
}

export function briefing(vendorId: string, given: object = {}): object {
  return {
    ...{ vendorId, heldOn: RUNNING, method: '対面（本庁舎会議室）' },
    documents: [
      { title: '情報セキュリティ対策基準（委託事業者用）', version: '令和8年4月1日施行' },
    ],
    confidentialMatters: '予約者の氏名及び連絡先、システムの構成',
    ...{ attendees: ['運用課長 検証 次郎'], acknowledgedOn: RUNNING },
    acknowledgement: '受領確認書（令和8年12月10日）',
    ...given,
  };
}

/** A hop whose firm is at work. */
export async function effectiveHop(
  cast: ContractingCast,
  chain: Contracted,
  given: Parameters<typeof draftedHop>[2] = {},
): Promise<Hop> {
  const vendorId = given.vendorId ?? (await givenVendor(cast.manager, '株式会社下請運用'));
  const hop = await approvedHop(cast, chain, { ...given, vendorId });
  const briefings = `/v1/engagements/${chain.engagementId}/briefings`;
  await cast.manager.post(briefings, briefing(vendorId)).expect(201);
  return stepped(cast.manager, hop, 'start');
}

/** Somebody whom the firm itself employs. */
export const WORKER = {
  ...{ name: '検証 三郎', work: '運用担当者', sites: ['本社運用センター'] },
  evidence: '雇用証明書（令和8年12月1日確認）',
};

/** A first roster: one of the firm, one of temporary staff. */
export function roster(vendorId: string, given: object = {}): object {
  return {
    ...{ vendorId, from: RUNNING, submittedOn: '2026-12-09', change: 'first' },
    ...{ documentNumber: '従事者名簿（収受第230号）', responsible: '運用部長 検証 次郎' },
    workers: [WORKER, { ...WORKER, name: '検証 四郎', employer: '株式会社派遣元', work: '監視員' }],
    sites: [
      {
        ...{ name: '本社運用センター', address: '熊本市中央区試験町1番1号', work: '運用及び保守' },
        accessControl: 'ICカードによる入退室管理',
      },
    ],
    ...given,
  };
}
