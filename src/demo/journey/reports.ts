import type { Desk } from '../desk.js';

interface Report {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly status: string;
  readonly periodFrom: string;
  readonly periodUntil: string;
}

/** Puts on a schedule what the signed contract has not. */
export async function scheduleReports(desk: Desk): Promise<void> {
  const { client } = desk.office.who('section-manager');
  const scheduled = new Set((await reportsOf(desk)).map(({ kind }) => kind));
  for (const kind of await askedFor(desk, 'schedule')) {
    if (!scheduled.has(kind)) await client.post(desk.path('/report-schedules'), { kind });
  }
  const reports = await reportsOf(desk);
  desk.tell(`定期報告の期限を ${String(reports.length)} 件定めました。`);
}

/** Opens the reports that an occasion or the end calls for, and hands them in. */
export async function handInOnOccasion(
  desk: Desk,
  trigger: 'event' | 'end',
  [periodFrom, periodUntil]: readonly [string, string],
): Promise<void> {
  const { client } = desk.office.who('section-manager');
  for (const kind of await askedFor(desk, trigger)) {
    const period = { periodFrom, periodUntil, dueOn: desk.day };
    const body = { engagementId: desk.engagementId, kind, ...period };
    await handIn(desk, await client.post<Report>('/v1/reports', body));
  }
}

/** The kinds of report that duties of the engagement ask for. */
async function askedFor(desk: Desk, trigger: string): Promise<readonly string[]> {
  const kinds = (await desk.obligations())
    .filter(({ proof }) => proof.kind === 'report')
    .flatMap(({ proof }) => proof.anyOf.map(({ id }) => id));
  return [...new Set(kinds)].filter(
    (kind) => desk.office.policy.reportKind(kind).trigger === trigger,
  );
}

/** Enters every report whose period is over, and has each accepted. */
export async function handInDue(desk: Desk): Promise<void> {
  const over = (await reportsOf(desk)).filter(
    ({ status, periodUntil }) => ['scheduled', 'due'].includes(status) && periodUntil < desk.day,
  );
  for (const report of over) await handIn(desk, report);
  desk.tell(`報告 ${String(over.length)} 件を受領しました。`);
}

/** Enters a report and has it accepted by someone else. */
async function handIn(desk: Desk, { id, kind }: Report): Promise<void> {
  const { recipientRoles, from } = desk.office.policy.reportKind(kind);
  const recipient = desk.office.who(recipientRoles);
  const clerk = desk.office.who(['procurement', 'cloud-service-manager'], recipient);
  const path = `/v1/reports/${id}`;
  const { version } = await clerk.client.post<Report>(`${path}/submissions`, {
    submittedOn: desk.day,
    submittedBy: from === 'body' ? 'clerk' : 'vendor',
    source: from === 'body' ? '所管課で作成' : '電子メールで受領',
    measures: [{ status: 'performed', note: '契約に定める対策を全て実施した。' }],
    text: '期間中、事故及びそのおそれのある事象はなかった。',
    evidence: ['報告書'],
  });
  const comment = '記載に不備がなく、裏付けの資料とも合う。';
  await recipient.client.post(`${path}/review`, { decision: 'accept', comment }, version);
}

async function reportsOf(desk: Desk): Promise<readonly Report[]> {
  const { client } = desk.office.who('section-manager');
  const path = `/v1/reports?limit=200&engagementId=${desk.engagementId}`;
  const { items } = await client.get<{ items: Report[] }>(path);
  return items;
}
