import { v7 as uuidv7 } from 'uuid';
import type { Candidate, Panel } from '../support/assessing.js';
import type { Client, TestService } from '../support/api.js';
import { plan, residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';
import { givenCloudService, givenVendor } from '../vendors/given.js';

/** Outsourcing without a cloud service, of ordinary non-public personal information: one reviewer. */
export function outsourcing(town: Town, given: object = {}): object {
  return residentService(town, { kinds: ['outsourcing'], tierAnswers: [], ...given });
}

export async function planned(client: Client, body: object): Promise<string> {
  return (await plan(client, body)).id;
}

export async function vendorOf(client: Client, name = '株式会社検証'): Promise<Candidate> {
  return { vendorId: await givenVendor(client, name) };
}

export async function cloudCandidate(client: Client): Promise<Candidate> {
  const vendorId = await givenVendor(client);
  return { vendorId, cloudServiceId: await givenCloudService(client, vendorId) };
}

/** Proves what the gate `select` asks of other features, by rows as they would leave them. */
export async function othersProven(
  service: TestService,
  { decider }: Panel,
  engagementId: string,
): Promise<void> {
  const reply = await decider.get(`/v1/engagements/${engagementId}/gates`);
  const gates = reply.body.items as {
    gate: string;
    unmet: { obligationId: string; rule: string }[];
  }[];
  const unmet = gates.find(({ gate }) => gate === 'select')?.unmet ?? [];
  const others = unmet.filter(({ rule }) => !OWN.includes(rule));
  await service.rows(
    `INSERT INTO proofs (organization_id, id, obligation_id, effect, record_kind, record_id, valid_from)
     SELECT o.organization_id, p.id, o.id, 'proves', 'record', p.id, '2026-04-01'
     FROM unnest($1::uuid[], $2::uuid[]) AS p (id, obligation) JOIN obligations o ON o.id = p.obligation`,
    [others.map(() => uuidv7()), others.map(({ obligationId }) => obligationId)],
  );
}

/** Duties that assessments prove. */
const OWN = ['K9-1-1a', 'K9-1-1b', 'K9-1-1c.1', 'K9-2-3b.1'];

/** A permitted exception to those of the articles that put a duty on the engagement, until 2026-12-20. */
export async function permitted(
  town: Town,
  engagementId: string,
  articles: readonly string[],
): Promise<{ readonly id: string; readonly version: number }> {
  const manager = await town.as('section-manager');
  const ciso = await town.as('ciso');
  const obligations = await manager.get(`/v1/engagements/${engagementId}/obligations`);
  const owed = (obligations.body.items as { article: string }[]).map(({ article }) => article);
  const application = await manager.post('/v1/exceptions', {
    ...{ engagementId, kind: 'ordinary', articles: articles.filter((key) => owed.includes(key)) },
    ...{ reason: '承認手続が着手に間に合わない。', alternativeMeasure: '仮名化した情報のみ渡す。' },
    ...{ residualRisk: '推測のおそれ', from: '2026-11-20', until: '2026-12-20' },
  });
  if (application.status !== 201) throw new Error(application.text);
  const { id, version } = application.body as { id: string; version: number };
  const decision = { outcome: 'permit', reason: '受け入れられる。' };
  const reply = await ciso.decide(`/v1/exceptions/${id}/decision`, decision, version);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as { id: string; version: number };
}
