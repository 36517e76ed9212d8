import { v7 as uuidv7 } from 'uuid';
import type { Pack } from '../../src/policies/index.js';
import { givenCloudService, givenVendor } from '../vendors/given.js';
import type { Client, TestService } from './api.js';
import { plan, residentService } from './engagement.js';
import type { Town } from './town.js';

/** People who act in a contract, each someone else. */
export interface ContractingCast {
  readonly town: Town;
  /** Drafts and signs. */
  readonly manager: Client;
  /** Fixes the specification. */
  readonly department: Client;
  /** Confirms what is left out. */
  readonly ciso: Client;
}

export async function contractingCast(service: TestService): Promise<ContractingCast> {
  const town = await service.town();
  return {
    town,
    manager: await town.as('section-manager'),
    department: await town.as('department-officer'),
    ciso: await town.as('ciso'),
  };
}

/** An engagement that is to be contracted, with a vendor who offers a cloud service. */
export interface ToContract {
  readonly engagementId: string;
  readonly vendorId: string;
  readonly cloudServiceId: string;
}

export async function toContract(
  { town, manager }: ContractingCast,
  given: object = {},
): Promise<ToContract> {
  const { id: engagementId } = await plan(manager, residentService(town, given));
  const vendorId = await givenVendor(manager, '株式会社髙﨑情報サービス');
  const cloudServiceId = await givenCloudService(manager, vendorId, '窓口予約クラウド');
  return { engagementId, vendorId, cloudServiceId };
}

/** Kinds of record by which contracts prove duties themselves. */
const OWN_KINDS = [
  'specification',
  'contract-clause',
  'contract-signature',
  'nda',
  'information-provision',
];

/** Proves what other features prove before a contract, by rows as they would leave them. */
export async function proveOthers(service: TestService, engagementId: string): Promise<void> {
  const rules = await rulesToProve(service, engagementId);
  await service.rows(
    `INSERT INTO proofs (organization_id, id, obligation_id, effect, record_kind, record_id, valid_from)
     SELECT o.organization_id, gen_random_uuid(), o.id, 'proves', 'selection', gen_random_uuid(), '2026-04-01'
     FROM obligations o WHERE o.engagement_id = $1 AND o.rule_id = ANY($2)`,
    [engagementId, rules],
  );
}

async function rulesToProve(service: TestService, engagementId: string): Promise<string[]> {
  const [row] = await service.rows<{ content: Pack }>(
    `SELECT v.content FROM engagements e JOIN policy_versions v ON v.id = e.policy_version_id WHERE e.id = $1`,
    [engagementId],
  );
  const rules = row?.content.articles.flatMap(({ obligations }) => obligations) ?? [];
  return rules
    .filter(({ phase, proof }) => phase === 'before' && !OWN_KINDS.includes(proof.kind))
    .map(({ id }) => id);
}

/** What is versioned, as it was answered. */
export interface Versioned {
  readonly id: string;
  readonly version: string;
}

/** A specification with every condition, fixed by the officer of the department. */
export async function specified(
  { manager, department }: ContractingCast,
  engagementId: string,
): Promise<Versioned> {
  const draft = await manager.post(`/v1/engagements/${engagementId}/specifications`, {
    title: '窓口予約システム調達仕様書（情報セキュリティ）',
    documentNumber: '総第101号',
    requirements: [{ title: '多要素認証', text: '管理者の認証は多要素によること。' }],
  });
  if (draft.status !== 201) throw new Error(draft.text);
  const { id, version } = draft.body as Versioned;
  const reply = await department.decide(`/v1/specifications/${id}/confirmation`, {}, version);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Versioned;
}

/** What a contract says before its clauses. */
export function contractOf({ vendorId, cloudServiceId }: ToContract, given: object = {}): object {
  return {
    title: '窓口予約システム導入運用業務委託契約',
    vendorId,
    cloudServiceId,
    from: '2026-12-01',
    until: '2027-03-31',
    amount: '12100000',
    jurisdiction: '熊本地方裁判所',
    ...given,
  };
}

export async function draftedContract(
  client: Client,
  prepared: ToContract,
  given: object = {},
): Promise<Versioned> {
  const url = `/v1/engagements/${prepared.engagementId}/contracts`;
  const reply = await client.post(url, contractOf(prepared, given));
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Versioned;
}

/** What the policy proposes nothing for, filled in. */
const TERMS: Readonly<Record<string, object>> = {
  'CL-01': {
    policy_version: '情報セキュリティポリシー（令和8年11月版）',
    briefing_date: '2026-11-27',
  },
  'CL-03': {
    responsible: 'システム運用部長 検証 次郎',
    sites: [
      {
        name: '本社運用センター',
        address: '熊本市中央区試験町1番1号',
        work: '運用及び保守',
        access_control: 'ICカードによる入退室管理',
      },
    ],
  },
  'CL-04': {
    service_levels: [
      {
        metric: '稼働率',
        target: '99.5％以上',
        window: '暦月ごとに監視システムで測定',
        remedy: '月額利用料の10％を減額',
      },
    ],
  },
  'CL-05': {
    access_matrix: [
      {
        data_item: '予約者の氏名・連絡先',
        class: '機密性２',
        path: 'LGWAN経由の管理画面',
        persons: '運用担当者5名',
      },
    ],
  },
  'CL-10': {
    method_by_class: [
      { class: '機密性２', medium: 'クラウド上の領域', method: '暗号化消去' },
      { class: '機密性２', medium: '紙', method: '溶解' },
    ],
  },
  'CL-11b': {
    contacts: [
      {
        party: '甲',
        post: '総務課 情報係',
        phone: '096-000-0000',
        email: 'joho@example.lg.jp',
        hours: '平日8時30分から17時15分まで',
      },
      {
        party: '乙',
        post: '運用センター',
        phone: '096-000-0001',
        email: 'soc@example.co.jp',
        hours: '24時間',
      },
    ],
  },
  'CC-03': { regions: ['東日本リージョン（東京）', '西日本リージョン（大阪）'] },
};

export interface ClauseInput {
  readonly clauseId: string;
  readonly decision: 'included' | 'not-applicable';
  readonly values?: object;
  readonly reason?: string;
}

/** Every offered clause included with its terms, but for what is given. */
export async function clausesFor(
  client: Client,
  contractId: string,
  ...given: readonly ClauseInput[]
): Promise<ClauseInput[]> {
  const reply = await client.get(`/v1/contracts/${contractId}/clauses`);
  const items = reply.body.items as { clauseId: string }[];
  return items.map(
    ({ clauseId }) =>
      given.find((input) => input.clauseId === clauseId) ?? {
        clauseId,
        decision: 'included',
        ...(TERMS[clauseId] !== undefined && { values: TERMS[clauseId] }),
      },
  );
}

/** Fills in the clauses of a draft; @returns its version then */
export async function filled(
  client: Client,
  contract: Versioned,
  ...given: readonly ClauseInput[]
): Promise<Versioned> {
  const clauses = await clausesFor(client, contract.id, ...given);
  const url = `/v1/contracts/${contract.id}/clauses`;
  const reply = await client.put(url, { clauses }, await versionNow(client, contract.id));
  if (reply.status !== 200) throw new Error(reply.text);
  return { id: contract.id, version: (reply.body as Versioned).version };
}

export async function versionNow(client: Client, contractId: string): Promise<string> {
  return ((await client.get(`/v1/contracts/${contractId}`)).body as Versioned).version;
}

/** A contract with every clause filled in, in an engagement where only its signature is left. */
export async function readyToSign(
  service: TestService,
  cast: ContractingCast,
  clauses: readonly ClauseInput[] = [],
  terms: object = {},
): Promise<ToContract & { readonly contract: Versioned }> {
  const prepared = await toContract(cast);
  await specified(cast, prepared.engagementId);
  await proveOthers(service, prepared.engagementId);
  const contract = await draftedContract(cast.manager, prepared, terms);
  return { ...prepared, contract: await filled(cast.manager, contract, ...clauses) };
}

export const SIGNATURE = {
  signedOn: '2026-11-20',
  documentNumber: '総第123号',
  bodySignatory: '試験町長 検証 花子',
  vendorSignatory: '代表取締役 検証 太郎',
};

export async function signedContract(client: Client, { id }: Versioned): Promise<Versioned> {
  const version = await versionNow(client, id);
  const reply = await client.decide(`/v1/contracts/${id}/signature`, SIGNATURE, version);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Versioned;
}

/** A non-disclosure agreement with the vendor. */
export function nda({ vendorId }: ToContract, given: object = {}): object {
  return {
    vendorId,
    documentNumber: '総第88号',
    concludedOn: '2026-11-18',
    countersignedBy: '代表取締役 検証 太郎',
    ...given,
  };
}

export const NOWHERE = uuidv7();
