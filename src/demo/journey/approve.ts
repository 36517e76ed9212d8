import type { Desk } from '../desk.js';
import type { Colleague } from '../office.js';
import type { Candidate } from './prepare.js';

interface Application {
  readonly id: string;
  readonly version: string;
}

/** Judges the provider, applies for the use of the service and has it decided, each by someone else. */
export async function approveUse(desk: Desk, { cloudServiceId }: Candidate): Promise<void> {
  desk.step('信頼性の判断、利用申請及び承認');
  const head = desk.office.who('head-officer');
  await head.client.post(desk.path('/trust-judgements'), {
    cloudServiceId,
    conclusion: 'trustworthy',
    grounds:
      '認証の範囲が本サービスを含み、監査の結果に重大な指摘がないため、信頼できると判断する。',
    documents: ['ISO/IEC 27001 認証書 IS 654321', '提供者の監査報告書（令和8年度）'],
  });
  desk.tell(`提供者の信頼性を総合的に判断しました（${head.name}）。`);
  await desk.file(({ gate }) => gate === 'apply' || gate === 'sign');

  const officer = desk.office.who('department-officer');
  const draft = await officer.client.post<Application>(desk.path('/use-applications'), {
    cloudServiceId,
    purpose: `${desk.story.system}による予約の受付及び管理`,
    usersScope: '予約を担当する職員12名',
  });
  const path = `/v1/use-applications/${draft.id}`;
  const submitted = await officer.client.post<Application>(`${path}/submission`, {}, draft.version);
  const official = await authorizingOfficial(desk, officer);
  const manager = desk.office.who('cloud-service-manager');
  await official.client.post(
    `${path}/decision`,
    {
      outcome: 'approve',
      cloudServiceManagerId: manager.personId,
      conditions: [{ text: '復旧試験の結果を提出させ、確認すること。', dueOn: '2027-01-29' }],
    },
    submitted.version,
  );
  desk.tell(
    `利用を条件付きで承認し（${official.name}）、クラウドサービス管理者に${manager.name}を指名しました。`,
  );
  await desk.ledger();
}

/** The authorizing official: the policy names none, so the body has decided on a role. */
async function authorizingOfficial(desk: Desk, applicant: Colleague): Promise<Colleague> {
  const { value } = await applicant.client.get<{ value: string }>(
    '/v1/organization/settings/authorizing-official-role',
  );
  return desk.office.who(value, applicant);
}
