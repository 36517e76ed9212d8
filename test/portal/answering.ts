import type { Client, TestService } from '../support/api.js';
import {
  criteriaOf,
  panelOf,
  sent,
  yesTo,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import type { Town } from '../support/town.js';
import { outsourcing, planned } from '../assessments/given.js';
import { accepted, invited, type FirmPerson } from './firms.js';

/** A town with people who assess, and somebody of a firm that is linked to it. */
export interface Sides {
  readonly town: Town;
  readonly panel: Panel;
  readonly firm: FirmPerson;
  readonly vendorId: string;
}

/** A question as the vendor is shown it. */
export interface Question {
  readonly criterionId: string;
  readonly isAsked: boolean;
  readonly weight: number | null;
  readonly answer: { readonly answer: string; readonly isDraft: boolean } | null;
}

/** A checklist as the vendor is shown it. */
export interface Checklist {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly round: number;
  readonly dueOn: string;
  readonly unanswered: string[];
  readonly criteria: Question[];
}

export async function linked(service: TestService): Promise<Sides> {
  const town = await service.town();
  const panel = await panelOf(town);
  const { token, vendorId } = await invited(panel.clerk);
  return { town, panel, vendorId, firm: await accepted(service, token) };
}

/** Sends the vendor a checklist by itself. */
export async function asked({ town, panel, vendorId }: Sides, given = {}): Promise<Assessment> {
  const engagementId = await planned(panel.clerk, outsourcing(town, given));
  return sent(panel, engagementId, { vendorId });
}

/** The last day for answers in a procedure. */
export const CLOSES = '2026-11-30';

/** Sends it in a procedure of a method; @returns the ids of the procedure and of the vendor's assessment */
export async function askedBy(
  { town, panel, vendorId }: Sides,
  method: string,
): Promise<{ readonly procedureId: string; readonly id: string; readonly engagementId: string }> {
  const engagementId = await planned(panel.clerk, outsourcing(town));
  const path = `/v1/engagements/${engagementId}/selection-procedures`;
  const reason = '価格以外の要素も見るため。';
  const reply = await panel.clerk.post(path, {
    ...{ method, closesOn: CLOSES, candidates: [{ vendorId }], reason },
  });
  if (reply.status !== 201) throw new Error(reply.text);
  const { id: procedureId, candidates } = reply.body as {
    id: string;
    candidates: [{ assessmentId: string }];
  };
  return { procedureId, engagementId, id: candidates[0].assessmentId };
}

export async function read(client: Client, id: string): Promise<Checklist> {
  const reply = await client.get(pathOf(id));
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Checklist;
}

export function pathOf(id: string): string {
  return `/v1/portal/assessments/${id}`;
}

/** Drafts answers to everything that is asked: yes with evidence, unless the test says otherwise. */
export async function drafted(
  client: Client,
  id: string,
  given: Readonly<Record<string, object>> = {},
): Promise<Checklist> {
  const { version, criteria } = await read(client, id);
  const answers = criteria
    .filter(({ isAsked }) => isAsked)
    .map(({ criterionId }) => yesTo(criterionId, given));
  const reply = await client.put(`${pathOf(id)}/answers`, { answers }, version);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Checklist;
}

export function handIn(client: Client, { id, version }: Pick<Checklist, 'id' | 'version'>) {
  return client.decide(`${pathOf(id)}/submission`, { confirmed: true }, version);
}

export async function handedIn(client: Client, id: string): Promise<Checklist> {
  const reply = await handIn(client, await drafted(client, id));
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Checklist;
}

/** The first question of a checklist, by its id. */
export async function firstOf(client: Client, id: string): Promise<string> {
  const [question] = await criteriaOf(client, id);
  if (question === undefined) throw new Error('There is none');
  return question.criterionId;
}

/** What the trail of an owner tells of an assessment, the first first. */
export async function told(
  service: TestService,
  organizationId: string,
  id: string,
): Promise<{ readonly action: string; readonly facts: object }[]> {
  return service.rows(
    `SELECT action, person_id AS "personId", facts FROM audit_trail
     WHERE organization_id = $1 AND subject_id = $2 ORDER BY id`,
    [organizationId, id],
  );
}

/** The fields with which every question of a page is answered with yes. */
export async function allYes(client: Client, id: string): Promise<Record<string, string>> {
  const criteria = await criteriaOf(client, id);
  return Object.fromEntries(
    criteria.flatMap((_, at) => [
      [`answer-${String(at + 1)}`, 'yes'],
      [`title-${String(at + 1)}`, '証跡'],
      [`document-${String(at + 1)}`, '別紙'],
    ]),
  );
}
