import type { Desk } from '../desk.js';
import type { Colleague } from '../office.js';
import type { Candidate } from './prepare.js';
import { reviewersOf } from './select.js';
import { handInDue, handInOnOccasion, scheduleReports } from './reports.js';

/** The record that comes late: the briefing of the vendor. */
const LATE = 'briefing';

/** The report that the audit finds wanting: on the education of workers. */
const EDUCATION = 'R5';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Puts the service to work: nothing starts before its procedures exist, except what the CISO permits. */
export async function goLive(desk: Desk, { vendorId }: Candidate): Promise<void> {
  desk.step('運用開始の前に');
  const manager = desk.office.who('section-manager');
  await desk.refusedMove(manager, 'active');
  await desk.file(({ gate }, kind) => (gate === 'start' || gate === 'go-live') && kind !== LATE);
  await permitLateBriefing(desk);
  await desk.move(manager, 'active');
  await provideInformation(desk, vendorId);
  await scheduleReports(desk);
  await desk.ledger();
}

/** The briefing cannot be held before the first day; the CISO permits that for a time. */
async function permitLateBriefing(desk: Desk): Promise<void> {
  const asker = desk.office.who('section-manager');
  const exception = await asker.client.post<Versioned>('/v1/exceptions', {
    engagementId: desk.engagementId,
    kind: 'ordinary',
    articles: [await desk.articleProvedBy(LATE)],
    reason: '業務責任者の出張のため、説明が開始日に間に合わない。',
    alternativeMeasure: '説明までは個人情報を扱う作業を行わせない。',
    residualRisk: '構築作業において手順の誤りが起こるおそれが残る。',
    from: desk.day,
    until: '2026-12-25',
  });
  const ciso = desk.office.who('ciso', asker);
  const path = `/v1/exceptions/${exception.id}/decision`;
  const body = { outcome: 'permit', reason: '代替措置によりリスクは受け入れられる。' };
  await ciso.client.post(path, body, exception.version);
  desk.tell(`説明を遅らせる例外措置を12月25日まで許可しました（${ciso.name}）。`);
}

async function provideInformation(desk: Desk, vendorId: string): Promise<void> {
  const manager = desk.office.who('section-manager');
  const { items } = await manager.client.get<{ items: { id: string }[] }>(desk.path('/data-items'));
  await manager.client.post(desk.path('/information-provisions'), {
    vendorId,
    dataItemIds: items.map(({ id }) => id),
    medium: '暗号化したファイルの交換',
    quantity: '初期登録 1,240件',
    encrypted: true,
    permittedOn: desk.day,
    deliveredOn: desk.day,
  });
  desk.tell('秘密保持契約の下で、情報を暗号化して提供しました。');
}

/** The months of work: reports, confirmations, an audit and the correction of what it finds. */
export async function operate(desk: Desk): Promise<void> {
  desk.step('運用中の報告と確認');
  await desk.itIs('2026-12-21');
  await desk.file((_, kind) => kind === LATE);
  await desk.itIs('2027-02-05');
  await showOverdue(desk);
  await handInDue(desk);
  await audit(desk);
  await desk.itIs('2027-03-10');
  await handInDue(desk);
  await desk.file(({ phase }) => phase === 'during');
  await handInOnOccasion(desk, 'event', ['2027-02-05', '2027-03-10']);
  await desk.ledger();
}

async function showOverdue(desk: Desk): Promise<void> {
  const { client } = desk.office.who('section-manager');
  const { items } = await client.get<{ items: { kind: string; dueOn: string }[] }>(
    `/v1/reports?status=overdue&engagementId=${desk.engagementId}`,
  );
  desk.tell(`期限を過ぎた報告: ${String(items.length)} 件`);
  for (const { kind, dueOn } of items) {
    desk.tell(`  ✗ ${desk.office.policy.reportKind(kind).title.ja}（期限 ${dueOn}）`);
  }
}

async function audit(desk: Desk): Promise<void> {
  desk.step('委託事業者の監査と、指摘の是正');
  const auditor = desk.office.who('chief-audit-officer');
  if ((await reviewersOf(desk)).includes(auditor)) await permitReviewerToAudit(desk, auditor);
  const articleKey = await desk.articleProvedBy(EDUCATION);
  const planned = await auditor.client.post<Versioned>('/v1/audits', {
    engagementId: desk.engagementId,
    mode: 'on-site',
    plannedOn: '2027-02-10',
    scope: [articleKey],
  });
  await desk.itIs('2027-02-12');
  const finding = await auditor.client.post<Versioned>('/v1/findings', {
    engagementId: desk.engagementId,
    auditId: planned.id,
    articleKey,
    severity: 'minor',
    statement: '新たに加わった作業者1名に、着手時の教育の記録がない。',
  });
  await auditor.client.post(
    `/v1/audits/${planned.id}/conclusion`,
    {
      heldOn: '2027-02-10',
      opinion: '対策はおおむね適切に行われているが、教育の記録に不備がある。',
      evidence: ['監査調書 第3号'],
    },
    planned.version,
  );
  desk.tell(`監査を終え、指摘 1 件を挙げました（${auditor.name}）。`);
  await correct(desk, finding.id);
}

/** Where those who could audit have judged the vendor's answers, the CISO permits it to one of them (2(8)②). */
async function permitReviewerToAudit(desk: Desk, auditor: Colleague): Promise<void> {
  const ciso = desk.office.who('ciso', auditor);
  await ciso.client.post('/v1/duty-waivers', {
    rule: 'audit-audited',
    personId: auditor.personId,
    engagementId: desk.engagementId,
    reason: '監査を担う職員が一名で、選定の審査も行っており、ほかに監査できる者がいないため。',
    validFrom: desk.day,
    validUntil: '2027-02-28',
  });
  desk.tell(`審査した者が監査することを、やむを得ないものとして許可しました（${ciso.name}）。`);
}

async function correct(desk: Desk, id: string): Promise<void> {
  const implementer = desk.office.who('section-manager');
  const path = `/v1/findings/${id}`;
  const found = await implementer.client.get<Versioned>(path);
  await desk.itIs('2027-02-26');
  const corrected = await implementer.client.post<Versioned>(
    `${path}/corrective-actions`,
    { plan: '当該作業者に教育を行い、記録を提出させる。', implementedOn: '2027-02-24' },
    found.version,
  );
  const verifier = desk.office.who(['chief-audit-officer', 'auditor'], implementer);
  await verifier.client.post(
    `${path}/verification`,
    { result: 'effective', comment: '教育の記録を確認した。' },
    corrected.version,
  );
  desk.tell(`是正を確認し、指摘を閉じました（${verifier.name}）。`);
}
