import { points, share, word } from '../words.js';
import type { Desk } from '../desk.js';
import type { Colleague } from '../office.js';
import {
  answer,
  at,
  clerkOf,
  closed,
  CURED,
  invite,
  reply,
  type Assessment,
  type Criterion,
  type Detail,
} from './ask.js';
import type { Candidate } from './prepare.js';

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

/** Asks the candidates the same by the same day, scores their answers, compares them and chooses one. */
export async function choose(desk: Desk, candidates: readonly Candidate[]): Promise<Candidate> {
  await desk.move(desk.office.who('section-manager'), 'selecting');
  desk.step('選定を急ぐと、どうなるか');
  await desk.refusedMove(desk.office.who('section-manager'), 'selected');
  await desk.file(({ gate }) => gate === 'specify' || gate === 'select');

  desk.step('プロポーザルの実施（同じ評価票、同じ期限）');
  const procedure = await invite(desk, candidates);
  const ids = procedure.candidates.map(({ assessmentId }) => assessmentId);
  for (const [index, id] of ids.entries()) await reply(desk, at(candidates, index), id, index);
  await closed(desk, procedure);

  desk.step('二人の審査と、食い違いの調整');
  const assessed: Assessment[] = [];
  for (const [index, id] of ids.entries()) {
    assessed.push(await review(desk, at(candidates, index).name, id));
  }
  const cured = await cure(desk, at(assessed, 0));
  await compare(desk);
  return decide(desk, at(candidates, 0), cured);
}

async function compare(desk: Desk): Promise<void> {
  desk.step('候補者の比較');
  const { client } = clerkOf(desk);
  const { items } = await client.get<{ items: Compared[] }>(desk.path('/comparison'));
  for (const { vendorName, result, score, knockOuts, exit } of items) {
    const excluded = knockOuts.map(({ topic }) => topic.ja).join('、');
    const why = excluded === '' ? '' : `、満たさない必須項目: ${excluded}`;
    desk.tell(
      `${vendorName}: 「${word(String(result))}」、得点 ${points(score)}、終了計画の充足 ${share(exit?.score ?? null)}${why}`,
    );
  }
}

interface Compared {
  readonly vendorName: string;
  readonly result: string | null;
  readonly score: string | null;
  readonly knockOuts: readonly { readonly topic: { readonly ja: string } }[];
  readonly exit: { readonly score: string } | null;
}

/** The two who score the answers, from other sections than the one that asks. */
export async function reviewersOf(desk: Desk): Promise<readonly [Colleague, Colleague]> {
  const clerk = clerkOf(desk);
  const { unitId } = await clerk.client.get<{ unitId: string }>(desk.path(''));
  const others = [clerk, ...desk.office.staffOf(unitId)];
  const roles = ['security-reviewer', 'secretariat'];
  const first = desk.office.who(roles, ...others);
  return [first, desk.office.who(roles, ...others, first)];
}

/** Two reviewers score on their own; what they differ on is settled by someone else. */
async function review(desk: Desk, name: string, id: string): Promise<Assessment> {
  const path = `/v1/assessments/${id}`;
  const [first, second] = await reviewersOf(desk);
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
  desk.tell(`${name}: 判定「${word(String(settled.result))}」、得点 ${points(settled.score)}`);
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
  const unmet = new Set(knockOuts.map(({ criterionId }) => criterionId));
  const { criteria } = await client.get<Detail>(path);
  const topics = criteria.filter(({ criterionId }) => unmet.has(criterionId));
  desk.tell(`必須項目「${topics.map(({ topic }) => topic.ja).join('」「')}」を満たしません。`);
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
    evidence: [{ title: '暗号化消去の手順及び証明書の見本', documentReference: '追補1' }],
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
