import type { Client, TestService } from '../support/api.js';
import { panelOf, type Assessment } from '../support/assessing.js';
import { Town } from '../support/town.js';
import { asked, handedIn, pathOf, read, type Checklist, type Sides } from './answering.js';
import { accepted, corporateNumber, invited } from './firms.js';

/** What the library of the firm has for a question. */
export interface Prefill {
  readonly answer: string;
  readonly evidence: object[];
  readonly answeredOn: string;
  readonly questionChanged: boolean;
  readonly evidenceLapsed: boolean;
}

/** An answer of the library as the firm reads it. */
export interface LibraryAnswer {
  readonly id: string;
  readonly version: number;
  readonly criterionId: string;
  readonly answer: string;
  readonly answeredOn: string;
}

/** Names of the first body that must be found nowhere else. */
export const NAMES = { name: '甲斐山町', nameEn: 'Kaiyama Town', title: '甲斐山の窓口業務' };

/** A firm that serves two bodies, on policies that share a base and nothing else. */
export async function twoBodies(
  service: TestService,
): Promise<{ readonly here: Sides; readonly there: Sides }> {
  const town = await service.town();
  await service.rows(
    'UPDATE organizations SET name = $2, name_en = $3 WHERE organization_id = $1',
    [town.organizationId, NAMES.name, NAMES.nameEn],
  );
  const panel = await panelOf(town);
  const number = corporateNumber();
  const { token, vendorId } = await invited(panel.clerk, { corporateNumber: number });
  const firm = await accepted(service, token);
  const [other] = await service.rows<{ id: string }>(
    `SELECT id FROM policy_versions WHERE pack_id = 'gotsu'`,
  );
  const townThere = await Town.found(service, other?.id);
  const panelThere = await panelOf(townThere);
  const second = await invited(panelThere.clerk, { corporateNumber: number, email: firm.email });
  await firm.client.post('/v1/portal/links', { invitationToken: second.token }).expect(201);
  return {
    here: { town, panel, vendorId, firm },
    there: { town: townThere, panel: panelThere, vendorId: second.vendorId, firm },
  };
}

/** Answers a checklist of a body and hands it in. */
export async function answeredTo(sides: Sides): Promise<Checklist> {
  const { id } = await asked(sides, { title: NAMES.title });
  return handedIn(sides.firm.client, id);
}

/** What the library has for the open questions of a checklist, by criterion. */
export async function prefillsOf(client: Client, id: string): Promise<Map<string, Prefill>> {
  const { criteria } = (await client.get(pathOf(id))).body as {
    criteria: { criterionId: string; prefill: Prefill | null }[];
  };
  return new Map(
    criteria.flatMap(({ criterionId, prefill }) =>
      prefill === null ? [] : [[criterionId, prefill]],
    ),
  );
}

export function take(
  client: Client,
  { id, version }: Pick<Assessment, 'id' | 'version'>,
  criterionIds: readonly unknown[],
) {
  return client.decide(`${pathOf(id)}/prefilled-answers`, { criterionIds }, version);
}

/** Takes all that can be taken. */
export async function taken(client: Client, id: string): Promise<Checklist> {
  const { version } = await read(client, id);
  const ids = [...(await prefillsOf(client, id)).keys()];
  const reply = await take(client, { id, version }, ids);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body as Checklist;
}

/** The library of a firm, page by page. */
export async function libraryOf(
  client: Client,
  query = 'limit=20',
): Promise<readonly LibraryAnswer[]> {
  const all: LibraryAnswer[] = [];
  let after: string | null = '';
  while (after !== null) {
    const more: string = after === '' ? '' : `&after=${after}`;
    const { body } = await client.get(`/v1/portal/library-answers?${query}${more}`).expect(200);
    all.push(...(body.items as LibraryAnswer[]));
    after = body.nextCursor as string | null;
  }
  return all;
}
