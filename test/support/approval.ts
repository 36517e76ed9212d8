import { v7 as uuidv7 } from 'uuid';
import { givenCloudService, givenVendor } from '../vendors/given.js';
import type { Client, TestService } from './api.js';
import { lightService, plan, residentService, versionOf } from './engagement.js';
import type { Town } from './town.js';

/** People who act in an approval, each someone else. */
export interface Cast {
  readonly town: Town;
  readonly manager: Client;
  readonly department: Client;
  readonly head: Client;
  readonly official: Client;
  /** Who is appointed cloud service manager; holds no such post yet. */
  readonly appointeeId: string;
}

/** A town with someone in every role that an approval needs, and its authorizing official named. */
export async function castOf(service: TestService): Promise<Cast> {
  const town = await service.town();
  const appointee = await town.someoneAs('system-staff');
  await nameOfficial(service, town);
  return {
    town,
    manager: await town.as('section-manager'),
    department: await town.as('department-officer'),
    head: await town.as('head-officer'),
    official: await town.as('authorizing-official'),
    appointeeId: appointee.personId,
  };
}

export async function nameOfficial(service: TestService, town: Town): Promise<void> {
  await service.rows(
    `INSERT INTO organization_settings (organization_id, setting_id, version, value)
     VALUES ($1, 'authorizing-official-role', 1, '"authorizing-official"')`,
    [town.organizationId],
  );
}

/** An engagement whose gates stand open as far as features other than approvals open them. */
export interface Prepared {
  readonly engagementId: string;
  readonly cloudServiceId: string;
}

/** Rules that approvals prove themselves. */
const OWN = [
  'K9-2-3i',
  'K9-2-4b.2',
  'K9-2-5a',
  'K9-2-5b',
  'K9-2-5c',
  'K9-3-2a-1.1',
  'K9-3-2a-1.2',
  'K9-1-1c.2',
  'K9-3-2b.1',
  'K9-3-2b.2',
];

/** A classified cloud engagement in which only the steps of the approval itself are left. */
export async function classified(
  service: TestService,
  { town, manager }: Cast,
  given: object = {},
): Promise<Prepared> {
  const engagement = await plan(manager, residentService(town, given));
  return prepare(service, manager, engagement.id);
}

/** A service under standard terms in which only the application itself is left. */
export async function light(service: TestService, { town, manager }: Cast): Promise<Prepared> {
  const engagement = await plan(manager, lightService(town));
  return prepare(service, manager, engagement.id);
}

async function prepare(
  service: TestService,
  client: Client,
  engagementId: string,
): Promise<Prepared> {
  await prove(service, client, engagementId);
  const cloudServiceId = await givenCloudService(client, await givenVendor(client));
  return { engagementId, cloudServiceId };
}

/** Proves what the gates ask of other features, by rows as they would leave them. */
async function prove(service: TestService, client: Client, engagementId: string): Promise<void> {
  const reply = await client.get(`/v1/engagements/${engagementId}/obligations`);
  const items = reply.body.items as { id: string; rule: string; state: string; phase: string }[];
  const others = items.filter(
    ({ rule, state, phase }) => phase === 'before' && state === 'open' && !OWN.includes(rule),
  );
  await service.rows(
    `INSERT INTO proofs (organization_id, id, obligation_id, effect, record_kind, record_id, valid_from)
     SELECT o.organization_id, p.id, o.id, 'proves', p.kind, p.record, '2026-04-01'
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[]) AS p (id, obligation, kind, record)
     JOIN obligations o ON o.id = p.obligation`,
    [
      others.map(() => uuidv7()),
      others.map(({ id }) => id),
      others.map(() => 'assessment'),
      others.map(() => uuidv7()),
    ],
  );
}

/** The head officer judges the provider trustworthy. */
export async function judged(
  { head }: Cast,
  { engagementId, cloudServiceId }: Prepared,
  conclusion = 'trustworthy',
): Promise<string> {
  const reply = await head.post(`/v1/engagements/${engagementId}/trust-judgements`, {
    cloudServiceId,
    conclusion,
    grounds: '監査報告書に重大な指摘がなく、ISMAPの登録も有効である。',
    documents: ['ISMAP登録 C25-0001-2'],
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return (reply.body as { id: string }).id;
}

export interface Application {
  readonly id: string;
  readonly version: string;
}

/** What an application says. */
export function contentOf(prepared: Prepared): object {
  return {
    cloudServiceId: prepared.cloudServiceId,
    purpose: '窓口の予約受付に利用する。',
    usersScope: '町民課の職員12名',
  };
}

export async function drafted(
  client: Client,
  prepared: Prepared,
  given: object = {},
): Promise<Application> {
  const url = `/v1/engagements/${prepared.engagementId}/use-applications`;
  const reply = await client.post(url, { ...contentOf(prepared), ...given });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Application;
}

export async function submitted(client: Client, application: Application): Promise<Application> {
  const url = `/v1/use-applications/${application.id}/submission`;
  const reply = await client.decide(url, {}, application.version);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Application;
}

/** A classified engagement with an application drawn up by the section and submitted by its officer. */
export async function applied(
  service: TestService,
  cast: Cast,
  given: object = {},
): Promise<Prepared & { readonly application: Application }> {
  const prepared = await classified(service, cast, given);
  await judged(cast, prepared);
  const draft = await drafted(cast.manager, prepared);
  return { ...prepared, application: await submitted(cast.department, draft) };
}

/** The decision that approves. */
export function approval({ appointeeId }: Cast, given: object = {}): object {
  return { outcome: 'approve', cloudServiceManagerId: appointeeId, ...given };
}

/** The same, approved by the authorizing official. */
export async function approved(
  service: TestService,
  cast: Cast,
): Promise<Prepared & { readonly application: Application }> {
  const prepared = await applied(service, cast);
  const url = `/v1/use-applications/${prepared.application.id}/decision`;
  const reply = await cast.official.decide(url, approval(cast), prepared.application.version);
  if (reply.status !== 200) throw new Error(reply.text);
  return { ...prepared, application: reply.body as Application };
}

/** Takes an engagement through its life cycle. */
export async function moved(
  client: Client,
  engagementId: string,
  ...steps: readonly string[]
): Promise<void> {
  for (const to of steps) {
    const version = await versionOf(client, engagementId);
    const url = `/v1/engagements/${engagementId}/transitions`;
    const reply = await client.decide(url, { to, reason: '試験' }, version);
    if (reply.status !== 200) throw new Error(reply.text);
  }
}
