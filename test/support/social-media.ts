import { givenCloudService, givenVendor } from '../vendors/given.js';
import type { Client } from './api.js';
import { approval, type Application, type Cast, type Prepared } from './approval.js';
import { plan } from './engagement.js';
import type { Town } from './town.js';

/** What everyone may know. */
export const PUBLIC_EVENTS = {
  name: '公開済みの催し情報',
  confidentiality: 'C1',
  integrity: 'I1',
  availability: 'A1',
  personalInformation: false,
  specificPersonalInformation: false,
};

/** A social-media service used with an account of the body. */
export function socialMedia(town: Town, given: object = {}): object {
  return {
    title: '町公式アカウントによる広報',
    description: '町の催しと募集をソーシャルメディアで知らせる。',
    kinds: ['social-media'],
    unitId: town.unitId,
    segment: 'internet',
    startsOn: '2026-12-01',
    dataItems: [PUBLIC_EVENTS],
    ...given,
  };
}

/** A rule document of the body, an operating procedure for social media unless said otherwise. */
export async function givenProcedure(client: Client, given: object = {}): Promise<string> {
  const reply = await client.post('/v1/rule-documents', {
    kinds: ['social-media-procedure'],
    title: 'ソーシャルメディアサービス運用手順',
    number: '令和８年訓令第７号',
    effectiveFrom: '2026-04-01',
    disclosure: 'internal',
    location: '総-2026-0007',
    ...given,
  });
  return idOf(reply);
}

/** Everything an application for social media says, with an engagement and a service to say it of. */
export interface SocialMedia extends Prepared {
  readonly application: Readonly<Record<string, string>>;
}

/** A planned engagement with its service, the terms taken and the procedure in force. */
export async function givenSocialMedia(
  { town, manager }: Cast,
  given: object = {},
): Promise<SocialMedia> {
  const engagement = await plan(manager, socialMedia(town, given));
  const vendorId = await givenVendor(manager, '合同会社つながり');
  const cloudServiceId = await givenCloudService(manager, vendorId, 'つながりSNS');
  const terms = await manager.post(`/v1/cloud-services/${cloudServiceId}/terms-snapshots`, {
    url: 'https://example.jp/terms',
    title: '利用規約（第3版）',
    takenOn: '2026-11-20',
    text: '第１条 本規約は、本サービスの利用条件を定める。',
  });
  return {
    engagementId: engagement.id,
    cloudServiceId,
    application: {
      cloudServiceId,
      purpose: '催しと募集の広報に利用する。',
      usersScope: '総務課広報係の職員3名',
      ruleDocumentId: await givenProcedure(manager),
      termsSnapshotId: idOf(terms),
      riskAcceptance: '公開情報のみを発信し、約款に目的外利用の定めはない。',
      account: '町公式 https://social.example/town',
      permittedContent: '公開済みの催し、募集及び避難情報。個人が分かる写真は載せない。',
    },
  };
}

export async function draftedSocialMedia(
  client: Client,
  { engagementId, application }: SocialMedia,
  given: object = {},
): Promise<Application> {
  const url = `/v1/engagements/${engagementId}/use-applications`;
  const reply = await client.post(url, { ...application, ...given });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Application;
}

export async function submittedSocialMedia(
  client: Client,
  prepared: SocialMedia,
): Promise<Application> {
  const draft = await draftedSocialMedia(client, prepared);
  const url = `/v1/use-applications/${draft.id}/submission`;
  const reply = await client.decide(url, {}, draft.version);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Application;
}

/** Approved by the department officer, with the appointee as the responsible person. */
export async function approvedSocialMedia(
  cast: Cast,
  given: object = {},
  decision: object = {},
): Promise<SocialMedia & { readonly applicationId: string }> {
  const prepared = await givenSocialMedia(cast, given);
  const { id, version } = await submittedSocialMedia(cast.manager, prepared);
  const url = `/v1/use-applications/${id}/decision`;
  const reply = await cast.department.decide(url, approval(cast, decision), version);
  if (reply.status !== 200) throw new Error(reply.text);
  return { ...prepared, applicationId: id };
}

function idOf({ status, text, body }: { status: number; text: string; body: unknown }): string {
  if (status !== 201) throw new Error(text);
  return (body as { id: string }).id;
}
