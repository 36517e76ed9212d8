import type { Client } from './api.js';
import { versionOf } from './engagement.js';
import type { Town } from './town.js';

/** People who assess, each someone else. */
export interface Panel {
  /** Enters and submits the answers on behalf of vendors. */
  readonly clerk: Client;
  readonly clerkId: string;
  /** As many as the deepest review needs. */
  readonly reviewers: readonly [Client, Client];
  readonly reviewerIds: readonly [string, string];
  /** Selects; may also reconcile. */
  readonly decider: Client;
}

export async function panelOf(town: Town): Promise<Panel> {
  const clerk = await town.someoneAs('procurement');
  const first = await town.someoneAs('security-reviewer');
  const second = await town.someoneAs('security-reviewer');
  return {
    clerk: clerk.client,
    clerkId: clerk.personId,
    reviewers: [first.client, second.client],
    reviewerIds: [first.personId, second.personId],
    decider: await town.as('department-officer', 'section-manager'),
  };
}

/** Who is assessed; the service where the engagement is a cloud use. */
export interface Candidate {
  readonly vendorId: string;
  readonly cloudServiceId?: string;
}

export interface Assessment {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly round: number;
  readonly result: string | null;
  readonly score: string | null;
}

export interface AskedCriterion {
  readonly criterionId: string;
  readonly knockOut: boolean;
  readonly evidenceRequired: boolean;
  readonly weight: number;
  readonly articles: string[];
  readonly isAsked: boolean;
  readonly answer: { readonly answer: string; readonly enteredBy: string } | null;
}

type Given = Readonly<Record<string, object>>;

/** The far end of a day for answers. */
const DUE = '2099-12-31';

export async function sent(
  { clerk }: Panel,
  engagementId: string,
  candidate: Candidate,
): Promise<Assessment> {
  const url = `/v1/engagements/${engagementId}/assessments`;
  return ok(await clerk.post(url, { ...candidate, dueOn: DUE }), 201);
}

export async function criteriaOf(client: Client, id: string): Promise<AskedCriterion[]> {
  const reply = await client.get(`/v1/assessments/${id}`);
  return (reply.body as { criteria: AskedCriterion[] }).criteria;
}

/** An answer of yes with evidence, unless the test says otherwise. */
export function yesTo(criterionId: string, given: Given = {}): object {
  const evidence = [{ title: '証跡', documentReference: `別紙 ${criterionId}` }];
  return { criterionId, answer: 'yes', evidence, ...given[criterionId] };
}

/** Answers what is asked: yes to all but what the test says. */
export async function answered(
  { clerk }: Panel,
  { id, version }: Assessment,
  given: Given = {},
): Promise<Assessment> {
  const criteria = await criteriaOf(clerk, id);
  const answers = criteria
    .filter(({ isAsked }) => isAsked)
    .map(({ criterionId }) => yesTo(criterionId, given));
  return ok(await clerk.put(`/v1/assessments/${id}/answers`, { answers }, version), 200);
}

export async function handedIn({ clerk }: Panel, { id, version }: Assessment): Promise<Assessment> {
  return ok(await clerk.decide(`/v1/assessments/${id}/submission`, {}, version), 200);
}

/** Scores that accept every answer, unless the test says otherwise. */
export async function scoresOf(client: Client, id: string, given: Given = {}): Promise<object[]> {
  const criteria = await criteriaOf(client, id);
  return criteria.map(({ criterionId, answer }) => ({
    criterionId,
    accepted: answer?.answer,
    ...given[criterionId],
  }));
}

export async function reviewed(
  reviewer: Client,
  { id, round }: Assessment,
  given: Given = {},
): Promise<Assessment> {
  const scores = await scoresOf(reviewer, id, given);
  return ok(await reviewer.post(`/v1/assessments/${id}/reviews`, { round, scores }), 201);
}

/** As many reviews as are needed, all alike. */
export async function concluded(panel: Panel, assessment: Assessment): Promise<Assessment> {
  let latest = assessment;
  for (const reviewer of panel.reviewers) {
    if (latest.status !== 'concluded') latest = await reviewed(reviewer, assessment);
  }
  return latest;
}

/** Sends, answers, submits and reviews: suitable unless the test answers otherwise. */
export async function assessed(
  panel: Panel,
  engagementId: string,
  candidate: Candidate,
  given: Given = {},
): Promise<Assessment> {
  const checklist = await sent(panel, engagementId, candidate);
  const submitted = await handedIn(panel, await answered(panel, checklist, given));
  return concluded(panel, submitted);
}

/** Selects the candidate of an assessment; the other duties of the gate must be proven already. */
export async function selected(
  { decider }: Panel,
  engagementId: string,
  { id: assessmentId }: Pick<Assessment, 'id'>,
  given: object = {},
): Promise<{ readonly id: string }> {
  const version = await versionOf(decider, engagementId);
  const url = `/v1/engagements/${engagementId}/selection`;
  const body = { assessmentId, reasons: '評価結果が最も良いため。', ...given };
  return ok(await decider.decide(url, body, version), 201);
}

/** The whole way through the real API: one candidate, assessed and selected. */
export async function assessedAndSelected(
  panel: Panel,
  engagementId: string,
  candidate: Candidate,
): Promise<Assessment> {
  const assessment = await assessed(panel, engagementId, candidate);
  await selected(panel, engagementId, assessment);
  return assessment;
}

function ok(reply: { status: number; text: string; body: unknown }, status: number): Assessment {
  if (reply.status !== status) throw new Error(reply.text);
  return reply.body as Assessment;
}
