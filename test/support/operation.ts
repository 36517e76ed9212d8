import { v7 as uuidv7 } from 'uuid';
import type { Client, TestService } from './api.js';
import { residentService, type PlannedEngagement } from './engagement.js';
import type { Town } from './town.js';

/** A second section of the body, so that not everyone in it serves where the engagement belongs. */
export async function section(service: TestService, town: Town): Promise<string> {
  const id = uuidv7();
  await service.rows(
    `INSERT INTO org_units (organization_id, id, name) VALUES ($1, $2, '町民課')`,
    [town.organizationId, id],
  );
  return id;
}

/** An engagement that already runs, so that the duties of running work are open at once. */
export async function takeOver(
  client: Client,
  town: Town,
  given: object = {},
): Promise<PlannedEngagement> {
  const reply = await client.post('/v1/engagements/takeovers', {
    ...residentService(town, { startsOn: '2026-04-01', endsOn: '2027-03-31' }),
    since: '2026-04-01',
    source: '外部委託台帳 12行目',
    ...given,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as PlannedEngagement;
}

/** Where a duty of the policy stands today. */
export async function stateOf(client: Client, id: string, rule: string): Promise<string> {
  const reply = await client.get(`/v1/engagements/${id}/obligations`);
  const items = reply.body.items as { rule: string; state: string }[];
  const found = items.find((item) => item.rule === rule);
  if (found === undefined) throw new Error(`The engagement has no duty ${rule}`);
  return found.state;
}

/** The duties that keep a gate shut today. */
export async function unmetOf(client: Client, id: string, gate: string): Promise<string[]> {
  const reply = await client.get(`/v1/engagements/${id}/gates`);
  const gates = reply.body.items as { gate: string; unmet: { rule: string }[] }[];
  return (gates.find((item) => item.gate === gate)?.unmet ?? []).map(({ rule }) => rule);
}

/** What the trail says was done to something, in order. */
export async function trailOf(service: TestService, id: string): Promise<string[]> {
  const rows = await service.rows<{ action: string }>(
    'SELECT action FROM audit_trail WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  return rows.map(({ action }) => action);
}
