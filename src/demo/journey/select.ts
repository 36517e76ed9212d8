import { word } from '../words.js';
import type { Desk } from '../desk.js';
import type { Colleague } from '../office.js';
import type { Candidate } from './prepare.js';

interface Assessment {
  readonly id: string;
  readonly version: number;
  readonly round: number;
  readonly status: string;
  readonly result: string | null;
  readonly score: string | null;
}

interface Criterion {
  readonly criterionId: string;
  readonly topic: { readonly ja: string };
  readonly evidence: { readonly ja: string };
  readonly answer: { readonly answer: string } | null;
}

type Detail = Assessment & {
  readonly criteria: readonly Criterion[];
  readonly differing: string[];
};

/** The criterion on which the first candidate fails at first: how data is erased at the end. */
const CURED = 'C-11';

/** Answers other than yes, by candidate. */
const SHORTFALLS: readonly Readonly<Record<string, { answer: string; reason: string }>>[] = [
  {
    [CURED]: { answer: 'no', reason: '消去証明書の発行には対応していません。' },
    'G-19': { answer: 'partial', reason: '復旧試験は年内に実施する予定です。' },
    'C-21': { answer: 'partial', reason: '復旧時間の実績は直近６か月分のみ提示できます。' },
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
];

/** Fixes the specification, whose conditions every candidate must accept. */
export async function specify(desk: Desk): Promise<void> {
  desk.step('調達仕様書と選定条件');
  const { client, name } = desk.office.who('department-officer');
  const { policy } = desk.office;
  const segment = policy.segmentFor(policy.sensitive).label.ja;
  const draft = await client.post<{ id: string; version: string; conditions: unknown[] }>(
    desk.path('/specifications'),
    {
      title: `${desk.story.system}調達仕様書（情報セキュリティ編）`,
      documentNumber: `${desk.story.series}第88号`,
      requirements: [{ title: '接続', text: `${segment}において利用できること。` }],
    },
  );
  await client.post(`/v1/specifications/${draft.id}/confirmation`, {}, draft.version);
  desk.tell(`選定条件 ${String(draft.conditions.length)} 件を仕様書に定めました（${name}）。`);
}

/** Asks both candidates, scores their answers and chooses one. */
export async function choose(desk: Desk, candidates: readonly Candidate[]): Promise<Candidate> {
  await desk.move(desk.office.who('section-manager'), 'selecting');
  desk.step('選定を急ぐと、どうなるか');
  await desk.refusedMove(desk.office.who('section-manager'), 'selected');
  await desk.file(({ gate }) => gate === 'specify' || gate === 'select');

  desk.step('チェックリストの送付、回答及び審査');
  const assessed: Assessment[] = [];
  for (const [index, candidate] of candidates.entries()) {
    assessed.push(await assess(desk, candidate, SHORTFALLS[index] ?? {}));
  }
  const cured = await cure(desk, at(assessed, 0));
  return decide(desk, at(candidates, 0), cured);
}

async function assess(
  desk: Desk,
  { name, vendorId, cloudServiceId }: Candidate,
  shortfalls: (typeof SHORTFALLS)[number],
): Promise<Assessment> {
  const { client } = clerkOf(desk);
  const sent = await client.post<Assessment>(desk.path('/assessments'), {
    vendorId,
    cloudServiceId,
    dueOn: '2026-12-04',
  });
  const { criteria } = await client.get<Detail>(`/v1/assessments/${sent.id}`);
  const answers = criteria.map((criterion) => ({
    criterionId: criterion.criterionId,
    evidence: [{ title: criterion.evidence.ja, documentReference: '回答書 別添' }],
    ...(shortfalls[criterion.criterionId] ?? { answer: 'yes' }),
  }));
  await answer(desk, sent, answers);
  desk.tell(`${name}: ${String(answers.length)} 問に回答がありました。`);
  return review(desk, name, sent.id);
}

async function answer(
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

/** The two who score the answers. */
export function reviewersOf(desk: Desk): readonly [Colleague, Colleague] {
  const first = desk.office.who(['security-reviewer', 'secretariat'], clerkOf(desk));
  return [first, desk.office.who(['security-reviewer', 'secretariat'], clerkOf(desk), first)];
}

/** Two reviewers score on their own; what they differ on is settled by someone else. */
async function review(desk: Desk, name: string, id: string): Promise<Assessment> {
  const path = `/v1/assessments/${id}`;
  const [first, second] = reviewersOf(desk);
  for (const reviewer of [first, second]) {
    const { round, criteria } = await reviewer.client.get<Detail>(path);
    const scores = criteria.map((criterion) => scoreOf(criterion, reviewer === second));
    await reviewer.client.post(`${path}/reviews`, { round, scores });
  }
  const { version, differing } = await first.client.get<Detail>(path);
  if (differing.length > 0) {
    const chair = desk.office.who(['department-officer'], first, second, clerkOf(desk));
    const decisions = differing.map((criterionId) => ({
      ...{ criterionId, accepted: 'partial' },
      reason: '教育の記録は直近の年度のものに限られるため、一部とする。',
    }));
    await chair.client.post(`${path}/reconciliation`, { decisions }, version);
    desk.tell(
      `${name}: 審査の相違 ${String(differing.length)} 件を調整しました（${chair.name}）。`,
    );
  }
  const settled = await first.client.get<Assessment>(path);
  desk.tell(`${name}: 判定「${word(String(settled.result))}」、得点 ${settled.score ?? '－'}`);
  return settled;
}

function scoreOf({ criterionId, answer }: Criterion, isStrict: boolean): object {
  const accepted = answer?.answer ?? 'unknown';
  if (!isStrict || criterionId !== 'G-07') return { criterionId, accepted };
  return { criterionId, accepted: 'partial', comment: '過年度の教育の記録が示されていない。' };
}

/** The candidate mends what ruled it out, and is asked and reviewed anew on that. */
async function cure(desk: Desk, { id, version }: Assessment): Promise<Assessment> {
  desk.step('必須項目の不適合と、その是正');
  const { client } = clerkOf(desk);
  const path = `/v1/assessments/${id}`;
  const { knockOuts } = await client.get<{ knockOuts: { criterionId: string }[] }>(
    `${path}/outcome`,
  );
  desk.tell(`必須項目 ${knockOuts.map((one) => one.criterionId).join('、')} を満たしません。`);
  const reopened = await client.post<Assessment>(
    `${path}/reopening`,
    {
      reason: '消去証明書を発行する旨の申出があったため。',
      dueOn: '2026-12-08',
      criteria: [CURED],
    },
    version,
  );
  const cured = {
    criterionId: CURED,
    answer: 'yes',
    evidence: [{ title: '暗号化消去の手順及び証明書の見本', documentReference: '追補１' }],
  };
  await answer(desk, reopened, [cured]);
  return review(desk, '再審査', id);
}

async function decide(desk: Desk, candidate: Candidate, { id }: Assessment): Promise<Candidate> {
  desk.step('選定');
  const { client, name } = desk.office.who('department-officer');
  const version = await desk.version(client);
  const body = {
    assessmentId: id,
    reasons: '必須項目を全て満たし、得点が最も高く、求める区分で利用できるため。',
  };
  await client.post(desk.path('/selection'), body, version);
  desk.tell(`「${candidate.name}」を選定しました（${name}）。`);
  await desk.move(desk.office.who('section-manager'), 'selected');
  await desk.ledger();
  return candidate;
}

/** Who enters the answers of vendors: neither a reviewer nor the one who selects. */
function clerkOf(desk: Desk): Colleague {
  return desk.office.who('procurement');
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${String(index)}`);
  return item;
}
