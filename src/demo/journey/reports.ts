import type { Desk } from '../desk.js';

interface Report {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly status: string;
  readonly periodFrom: string;
  readonly periodUntil: string;
}

/** Who receives each kind, and who may review it. */
const RECIPIENTS: Readonly<Record<string, readonly string[]>> = {
  R1: ['section-manager', 'system-manager'],
  R2: ['system-manager', 'cloud-service-manager'],
  R4: ['section-manager', 'department-officer'],
  R5: ['section-manager'],
  R8: ['head-officer', 'ciso'],
  R9: ['section-manager'],
  R10: ['department-officer'],
  R11: ['section-manager', 'system-manager'],
  R12: ['section-manager'],
};

/** Those the body makes itself. */
const OF_THE_BODY = ['R8', 'R9', 'R10'];

/** Kinds that no clause of the contract has put on a schedule. */
const UNSCHEDULED = ['R2', 'R4', 'R5', 'R9', 'R10'];

/** Puts on a schedule what the signed contract has not. */
export async function scheduleReports(desk: Desk): Promise<void> {
  const { client } = desk.office.who('section-manager');
  for (const kind of UNSCHEDULED) {
    await client.post(desk.path('/report-schedules'), { kind });
  }
  const reports = await reportsOf(desk);
  desk.tell(`定期報告の期限を ${String(reports.length)} 件定めました。`);
}

/** A report on an occasion. */
export async function openReport(
  desk: Desk,
  kind: string,
  [periodFrom, periodUntil]: readonly [string, string],
): Promise<Report> {
  const { client } = desk.office.who('section-manager');
  const period = { periodFrom, periodUntil, dueOn: desk.day };
  const body = { engagementId: desk.engagementId, kind, ...period };
  return client.post<Report>('/v1/reports', body);
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
export async function handIn(desk: Desk, { id, kind }: Report): Promise<void> {
  const recipient = desk.office.who(RECIPIENTS[kind] ?? []);
  const clerk = desk.office.who(
    ['procurement', 'cloud-service-manager', 'section-manager'],
    recipient,
  );
  const path = `/v1/reports/${id}`;
  const { version } = await clerk.client.post<Report>(`${path}/submissions`, {
    submittedOn: desk.day,
    submittedBy: OF_THE_BODY.includes(kind) ? 'clerk' : 'vendor',
    source: OF_THE_BODY.includes(kind) ? '所管課で作成' : '電子メールで受領',
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
