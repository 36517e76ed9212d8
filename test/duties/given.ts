import type { Client } from '../support/api.js';

export const NOWHERE = '01900000-0000-7000-8000-000000000000';

export interface Waiver {
  readonly id: string;
  readonly version: number;
}

/** A waiver of a rule for a person from 20 November 2026, standing unless an engagement is named. */
export function waiver(rule: string, personId: string, given: object = {}): object {
  return {
    ...{ rule, personId, reason: '職員が五名で、ほかに行える者がいないため。' },
    ...{ validFrom: '2026-11-20', validUntil: '2027-03-31' },
    ...given,
  };
}

export async function permitted(ciso: Client, body: object): Promise<Waiver> {
  const reply = await ciso.post('/v1/duty-waivers', body);
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body as Waiver;
}

/** Permits a standing waiver, and gives its id. */
export async function standing(
  ciso: Client,
  rule: string,
  { personId }: { readonly personId: string },
  given: object = {},
): Promise<string> {
  return (await permitted(ciso, waiver(rule, personId, given))).id;
}

/** The acts done by one person under a waiver or a setting, as the CISO is shown them. */
export async function joined(ciso: Client): Promise<object[]> {
  return (await ciso.get('/v1/register/duties-combined')).body.items as object[];
}
