import type { Client } from '../support/api.js';

export interface Proof {
  readonly effect: string;
  readonly counts: boolean;
  readonly validFrom: string;
  readonly voidedOn: string | null;
  readonly record: {
    readonly kind: string;
    readonly title: { readonly ja: string };
    readonly name: string | null;
    readonly on: string;
    readonly by: string | null;
    readonly as: { readonly ja: string } | null;
    readonly href: string | null;
  };
}

export interface Article {
  readonly key: string;
  readonly state: string | null;
  readonly reason: { readonly ja: string } | null;
  readonly obligations: readonly { rule: string; state: string; proofs: readonly Proof[] }[];
  readonly criteria: readonly { id: string; knockOut: boolean }[];
  readonly clauses: readonly { id: string; required: boolean }[];
  readonly reports: readonly object[];
  readonly findings: readonly object[];
}

export interface ChainBody {
  readonly counts: { readonly total: number; readonly unproven: number };
  readonly articles: readonly Article[];
}

export async function chainOf(client: Client, id: string): Promise<ChainBody> {
  const reply = await client.get(`/v1/engagements/${id}/chain`);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as ChainBody;
}

export function articleOf(chain: ChainBody, wanted: string): Article {
  const article = chain.articles.find(({ key }) => key === wanted);
  if (article === undefined) throw new Error(`No article ${wanted}`);
  return article;
}

export function proofsOf(chain: ChainBody): Proof[] {
  return chain.articles.flatMap(({ obligations }) => obligations.flatMap(({ proofs }) => proofs));
}

/** Every article key of the policy the engagement runs on. */
export async function keysOfPolicy(client: Client, id: string): Promise<string[]> {
  const { body } = await client.get(`/v1/engagements/${id}`);
  const url = `/v1/policies/${String(body.policyVersionId)}/articles?limit=200`;
  return ((await client.get(url)).body.items as { key: string }[]).map(({ key }) => key);
}
