import { isAnswering } from '../data/assessments.js';
import { CRITERIA_EACH, EACH } from '../data/counts.js';
import { idOf, tokenOf } from '../data/ids.js';
import type { Call, Operation } from './operation.js';

/** Coprime to every count here, so that turns wander over all organizations and assessments. */
const STRIDE = 7919;

/** The members of replies that are looked at. */
interface Reply {
  readonly items: readonly object[];
  readonly criteria: readonly { readonly answer: unknown }[];
  readonly nextDue: readonly { readonly id: string }[];
}

/** The reads, over so many organizations. */
export function reads(organizations: number): readonly Operation[] {
  const owner = (turn: number): number => 1 + ((turn * STRIDE) % organizations);
  return [
    {
      name: 'read an assessment with its 50 answers',
      errand: (_, turn) => {
        const n = 1 + ((turn * STRIDE) % (organizations * EACH.assessments));
        const organization = Math.ceil(n / EACH.assessments);
        return { call: get(organization, `/v1/assessments/${idOf('assessment', n)}`) };
      },
      substance: (reply) => reply,
      rows: (reply) => answered(reply as Reply),
    },
    {
      name: 'list 50 assessments by status',
      errand: (_, turn) => ({ call: get(owner(turn), '/v1/assessments?status=submitted') }),
      substance: (reply) => (reply as Reply).items,
      rows: (reply) => (reply as Reply).items.length,
    },
    {
      name: 'overdue reports',
      errand: (_, turn) => ({ call: get(owner(turn), '/v1/reports?status=overdue') }),
      substance: (reply) => (reply as Reply).items,
      rows: (reply) => (reply as Reply).items.length,
    },
    {
      name: 'dashboard counts',
      errand: (_, turn) => ({ call: get(owner(turn), '/v1/dashboard') }),
      substance: dashboardSubstance,
      rows: (reply) => (reply as Reply).nextDue.length,
    },
  ];
}

/** The numbers of the first assessments that can be answered, as many for each side as are asked for. */
export function answerable(organizations: number): readonly number[] {
  const numbers = Array.from({ length: organizations * EACH.assessments }, (_, at) => at + 1);
  return numbers.filter(isAnswering);
}

/** The headers by which a request says whose it is. */
export function signedIn(organization: number): Record<string, string> {
  return { authorization: `Bearer ${tokenOf(organization)}` };
}

function get(organization: number, path: string): Call {
  return { method: 'GET', path, headers: signedIn(organization) };
}

function answered({ criteria }: Reply): number {
  const count = criteria.filter(({ answer }) => answer !== null).length;
  if (count !== CRITERIA_EACH) throw new Error(`${String(count)} answers came`);
  return count;
}

/** The names that the policy gives are a duty, which the bare side leaves out. */
function dashboardSubstance(reply: unknown): unknown {
  const { obligations, reports, exceptions, findings, useApplications, nextDue } = reply as Record<
    string,
    unknown
  > &
    Reply;
  const due = nextDue.map(({ id }) => id);
  return { obligations, reports, exceptions, findings, useApplications, due };
}
