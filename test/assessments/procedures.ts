import type { TestService } from '../support/api.js';
import type { Assessment, Panel } from '../support/assessing.js';
import type { Town } from '../support/town.js';
import { outsourcing, planned, vendorOf } from './given.js';

export interface Procedure {
  readonly id: string;
  readonly version: number;
  readonly checklistHash: string;
  readonly candidates: readonly { readonly assessmentId: string }[];
}

/** The last day for answers. */
export const CLOSES = '2026-11-30';

/** An engagement with a procedure, and what its candidates are asked. */
export interface Opened {
  readonly engagementId: string;
  readonly procedure: Procedure;
  readonly assessments: Assessment[];
}

/** Opens a procedure of a method among firms of these names. */
export async function opened(
  { town, panel }: { readonly town: Town; readonly panel: Panel },
  method: string,
  names: readonly string[] = ['株式会社甲'],
): Promise<Opened> {
  const engagementId = await planned(panel.clerk, outsourcing(town));
  const candidates = [];
  for (const name of names) candidates.push(await vendorOf(panel.clerk, name));
  const reply = await panel.clerk.post(`/v1/engagements/${engagementId}/selection-procedures`, {
    ...{ method, closesOn: CLOSES, candidates, reason: '価格以外の要素も見るため。' },
  });
  if (reply.status !== 201) throw new Error(reply.text);
  const procedure = reply.body as Procedure;
  const assessments = [];
  for (const { assessmentId } of procedure.candidates) {
    assessments.push(await assessmentRead(panel, assessmentId));
  }
  return { engagementId, procedure, assessments };
}

export async function assessmentRead({ clerk }: Panel, id: string): Promise<Assessment> {
  return (await clerk.get(`/v1/assessments/${id}`)).body as Assessment;
}

export function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new Error('There is none');
  return item;
}

export function proceduresOf(service: TestService, engagementId: string): Promise<unknown[]> {
  return service.rows('SELECT id FROM selection_procedures WHERE engagement_id = $1', [
    engagementId,
  ]);
}
