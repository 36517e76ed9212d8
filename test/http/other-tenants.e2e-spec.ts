import { v4 as randomUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import {
  everyRole,
  idsOf,
  idsOfFirm,
  populatedFirm,
  populatedTown,
  type Ids,
} from '../support/populated-town.js';
import { sendRaw, type RawReply } from '../support/raw-http.js';
import {
  bodyOf,
  fittingValue,
  leavesOf,
  wantedOf,
  type BodyPlace,
  type Fill,
  type RequestForm,
} from '../support/request-forms.js';
import { ID_FIELDS, isNobodys, nameOf, tableOf, type IdField } from './id-fields.js';

let service: TestService;
/** Those who may do everything on their side, and what theirs and another owner's things are called. */
let sides: Record<'body' | 'firm', { token: string; own: Ids; others: Ids }>;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  const town = await populatedTown(service);
  const firm = await populatedFirm(service, town);
  const other = await populatedTown(service);
  const otherFirm = await populatedFirm(service, other);
  const { token } = await town.someoneAs(...(await everyRole(service)));
  sides = {
    body: { token, own: await idsOf(service, town), others: await idsOf(service, other) },
    firm: {
      token: firm.token,
      own: await idsOfFirm(service, firm),
      others: await idsOfFirm(service, otherFirm),
    },
  };
});
afterAll(() => service.stop());

/** The side whose people the operation is for. */
function sideOf({ path }: RequestForm): (typeof sides)['body'] {
  return sides[path.startsWith('/v1/portal/') ? 'firm' : 'body'];
}

const JUDGED = ID_FIELDS.filter((field) => !isNobodys(field) && !field.form.isOtherMedia);
const TITLED = JUDGED.map((field) => [titleOf(field), field] as const);

function titleOf({ form, place, at }: IdField): string {
  return `${form.method} ${form.path} ${place} ${at.join('/')}`;
}

/** A way to name things: which of our own, and what stands at the place that is judged. */
interface Naming {
  readonly turn: number;
  readonly field: IdField;
  readonly id: string;
}

function idAt(field: IdField, { turn, field: judged, id }: Naming): string {
  if (field.place === judged.place && field.at.join() === judged.at.join()) return id;
  const ids = sideOf(field.form).own.get(tableOf(field) ?? '') ?? [];
  return ids[turn % Math.max(ids.length, 1)] ?? 'x';
}

function pathOf(naming: Naming): string {
  const { form } = naming.field;
  const path = form.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const field: IdField = { form, place: 'path', at: [name] };
    return isNobodys(field) ? 'CL-11a' : idAt(field, naming);
  });
  const query = form.parameters
    .filter((one) => one.in === 'query')
    .flatMap(({ name, required, schema }): [string, string][] => {
      const isJudged = naming.field.place === 'query' && naming.field.at[0] === name;
      if (!isJudged && required !== true) return [];
      const field = ID_FIELDS.find(
        (each) => each.form === form && each.place === 'query' && each.at[0] === name,
      );
      return [
        [name, field === undefined ? String(fittingValue([name], schema)) : idAt(field, naming)],
      ];
    });
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;
}

function bodyFor(naming: Naming): string | undefined {
  const { form, place, at } = naming.field;
  if (form.body === undefined) return undefined;
  const ids = ID_FIELDS.filter((field) => field.form === form && field.place === 'body');
  const fill: Fill = (leaf, schema) => {
    const field = ids.find((id) => id.at.join() === leaf.join());
    const isOurs = field !== undefined && !isNobodys(field);
    return isOurs ? idAt(field, naming) : fittingValue(leaf, schema);
  };
  const to = place === 'body' ? [at] : changeOf(form);
  return JSON.stringify(bodyOf(form.body, fill, [...to, ...wantedOf(form)]));
}

/** A change says something: the first member stands for any. */
function changeOf({ method, body }: RequestForm): readonly BodyPlace[] {
  const [first] = method === 'PATCH' && body !== undefined ? leavesOf(body) : [];
  return first === undefined ? [] : [first[0]];
}

async function send(naming: Naming): Promise<RawReply> {
  const { form } = naming.field;
  const body = bodyFor(naming);
  const path = pathOf(naming);
  return sendRaw(service, {
    method: form.method,
    path,
    headers: {
      authorization: `Bearer ${sideOf(form).token}`,
      ...(await precondition(naming, path)),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
}

/** The tag of the thing that the path leads to, so that nothing is missing but the id. */
async function precondition({ field }: Naming, path: string): Promise<Record<string, string>> {
  if (!field.form.parameters.some(({ name }) => name === 'If-Match')) return {};
  const thing = path.split(/[/?]/).slice(0, 4).join('/');
  const headers = { authorization: `Bearer ${sideOf(field.form).token}` };
  const reply = await sendRaw(service, { path: thing, headers });
  return { 'if-match': reply.headers.get('etag') ?? '"1"' };
}

const OF_THE_REQUEST = ['date', 'x-request-id'];

/** All that was answered, but for the id itself and what every answer has of its own. */
function seen({ status, headers, text }: RawReply, id: string): object {
  const kept = [...headers].filter(
    ([name]) => !OF_THE_REQUEST.includes(name) && !name.startsWith('ratelimit'),
  );
  return {
    status,
    headers: kept.map(([name, value]) => [name, value.replaceAll(id, '{id}')]),
    text: text.replaceAll(id, '{id}'),
  };
}

/** Whether the answer came of the id, and not of something else before it. */
function isOfTheId({ place, at }: IdField, { status, text }: RawReply): boolean {
  if (place === 'path') return status === 404;
  if (place === 'query') return status === 200 || status === 404;
  return status === 400 && text.includes(`"pointer":"#/${at.join('/')}"`);
}

/** How many of our own things stand beside the id before it must have been judged. */
const TURNS = 48;

describe('an id of another town', () => {
  it('has a kind wherever the contract asks for one, and the other town has something of it', () => {
    const unknown = JUDGED.filter((field) => tableOf(field) === undefined).map(nameOf);
    const missing = JUDGED.filter(
      (field) => sideOf(field.form).others.get(tableOf(field) ?? '')?.length === 0,
    );

    expect(unknown).toEqual([]);
    expect([...new Set(missing.map(nameOf))]).toEqual([]);
    expect(JUDGED.length).toBeGreaterThan(150);
  });

  it.each(TITLED)('is answered as one that names nothing: %s', async (_, field) => {
    const theirs = sideOf(field.form).others.get(tableOf(field) ?? '')?.[0] ?? '';
    const answers: string[] = [];
    const before = await everythingIn(service);
    for (let turn = 0; turn < TURNS; turn += 1) {
      const nothing = randomUuid();
      const reply = await send({ turn, field, id: theirs });
      const reference = await send({ turn, field, id: nothing });

      expect(seen(reply, theirs)).toEqual(seen(reference, nothing));
      expect(await everythingIn(service)).toEqual(before);
      if (isOfTheId(field, reply)) return;
      answers.push(`${String(reply.status)} ${reply.text}`);
    }
    throw new Error(`The id is not reached: ${answers.join('\n')}`);
  });
});
