import type { Desk } from '../desk.js';
import type { Colleague } from '../office.js';
import type { Candidate } from './prepare.js';

export interface Assessment {
  readonly id: string;
  readonly version: number;
  readonly round: number;
  readonly status: string;
  readonly result: string | null;
  readonly score: string | null;
}

export interface Criterion {
  readonly criterionId: string;
  readonly topic: { readonly ja: string };
  readonly evidence: { readonly ja: string };
  readonly answer: { readonly answer: string } | null;
}

export type Detail = Assessment & {
  readonly criteria: readonly Criterion[];
  readonly differing: string[];
};

/** The criterion on which the first candidate fails at first: how data is erased at the end. */
export const CURED = 'C-11';

/** Answers other than yes, by candidate. */
const SHORTFALLS: readonly Readonly<Record<string, { answer: string; reason: string }>>[] = [
  {
    [CURED]: { answer: 'no', reason: '消去証明書の発行には対応していません。' },
    'G-19': { answer: 'partial', reason: '復旧試験は年内に実施する予定です。' },
    'C-21': { answer: 'partial', reason: '復旧時間の実績は直近6か月分のみ提示できます。' },
  },
  {
    'G-02': { answer: 'partial', reason: '適用範囲に開発拠点を含みません。' },
    'G-04': { answer: 'no', reason: '独立した監査は来年度に予定しています。' },
    'G-19': { answer: 'no', reason: '事業継続計画は策定中です。' },
    'G-20': { answer: 'partial', reason: '移行支援は有償となります。' },
    'G-21': { answer: 'partial', reason: '公表の内容は協議により定めます。' },
    'C-14': { answer: 'partial', reason: '保存期間は90日です。' },
    'C-21': { answer: 'no', reason: '復旧時間の目標は定めていません。' },
  },
  {
    'G-05': { answer: 'no', reason: '利用統計を提携先と共有する場合があります。' },
    'G-20': { answer: 'no', reason: '移行の支援は行っていません。' },
  },
];

/** What the candidates offer beside their answers. */
const OFFERS = [
  {
    subcontractors: [],
    exitPlan: {
      ...{ formats: ['CSV', 'JSON'], noticeDays: 180, helpOffered: true, parallelDays: 30 },
      interruptionMeasures: '待機系に切り替え、その間は電話で受け付ける。',
    },
  },
  {
    subcontractors: [
      {
        ...{ name: '有明データ株式会社', country: 'JP', rank: 2 },
        work: '運用監視',
        handlesInformation: true,
      },
    ],
    exitPlan: { formats: ['CSV'], noticeDays: 60, helpOffered: false },
  },
  {
    subcontractors: [
      {
        ...{ name: 'Booking Partners Inc.', country: 'US', rank: 2 },
        work: '利用者の問合せ対応',
        handlesInformation: true,
      },
    ],
    exitPlan: { formats: [], noticeDays: 30, helpOffered: false },
  },
];

export interface Procedure {
  readonly id: string;
  readonly version: number;
  readonly candidates: readonly { readonly assessmentId: string }[];
}

export async function invite(desk: Desk, candidates: readonly Candidate[]): Promise<Procedure> {
  const { client, name } = clerkOf(desk);
  const procedure = await client.post<Procedure>(desk.path('/selection-procedures'), {
    ...{ method: 'proposal', closesOn: '2026-12-04' },
    reason: '価格のほか、情報の取扱い及び終了時の移行を併せて評価するため。',
    candidates: candidates.map(({ vendorId, cloudServiceId }) => ({ vendorId, cloudServiceId })),
  });
  desk.tell(`${String(candidates.length)} 者に同じ評価票を送りました（${name}）。`);
  const question = {
    ...{ kind: 'question', visibleTo: 'all', assessmentId: procedure.candidates[1]?.assessmentId },
    text: '控えの保存先は国内に限りますか。',
  };
  const path = `/v1/selection-procedures/${procedure.id}/clarifications`;
  const { id } = await client.post<{ id: string }>(path, question);
  const answer = '国内に限ります。全ての候補者に同じくお答えします。';
  await client.post(`/v1/clarifications/${id}/answer`, { answer });
  desk.tell('候補者の質問に、全ての候補者に見える形で答えました。');
  return procedure;
}

export async function reply(
  desk: Desk,
  { name }: Candidate,
  id: string,
  index: number,
): Promise<void> {
  const { client } = clerkOf(desk);
  const asked = await client.get<Detail>(`/v1/assessments/${id}`);
  const shortfalls = SHORTFALLS[index] ?? {};
  const answers = asked.criteria.map((criterion) => ({
    criterionId: criterion.criterionId,
    evidence: [{ title: criterion.evidence.ja, documentReference: '回答書 別添' }],
    ...(shortfalls[criterion.criterionId] ?? { answer: 'yes' }),
  }));
  const offer = at(OFFERS, index);
  const offered = await client.put<Assessment>(`/v1/assessments/${id}/offer`, offer, asked.version);
  await answer(desk, offered, answers);
  desk.tell(`${name}: ${String(answers.length)} 問に回答がありました。`);
}

/** All have handed in, so that nobody waits for the last day. */
export async function closed(desk: Desk, { id }: Procedure): Promise<void> {
  const { client, name } = clerkOf(desk);
  const path = `/v1/selection-procedures/${id}`;
  const { version } = await client.get<Procedure>(path);
  await client.post(`${path}/closing`, {}, version);
  desk.tell(`全ての候補者の提出を確かめ、締め切りました（${name}）。`);
}

export async function answer(
  desk: Desk,
  { id, version }: Assessment,
  answers: readonly object[],
): Promise<void> {
  const { client } = clerkOf(desk);
  const path = `/v1/assessments/${id}`;
  const answered = await client.put<Assessment>(`${path}/answers`, { answers }, version);
  const respondent = '公共営業部 山田 太郎';
  await client.post(`${path}/submission`, { respondent }, answered.version);
}

/** Who enters the answers of vendors: neither a reviewer nor the one who selects. */
export function clerkOf(desk: Desk): Colleague {
  return desk.office.who('procurement');
}

export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${String(index)}`);
  return item;
}
