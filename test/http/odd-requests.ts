import fc, { type Arbitrary } from 'fast-check';
import {
  bodyOf,
  fittingValue,
  leavesOf,
  wantedOf,
  type BodyPlace,
  type Fill,
  type FormSchema,
  type RequestForm,
} from '../support/request-forms.js';
import type { Ids } from '../support/populated-town.js';
import type { RawRequest } from '../support/raw-http.js';
import { ID_FIELDS, tableOf } from './id-fields.js';

/** Texts in which one character does more than it seems, or is none. */
const ODD_TEXTS = [
  '',
  ' ',
  '\u3000',
  '\0',
  'a\0b',
  '\u0007',
  '\ud800',
  'a\udfffb',
  '\u202e文字',
  '\u200b',
  'か\u3099'.repeat(50),
  'e\u0301\u0327\u0308',
  '𠮷野家',
  '葛\u{e0100}城',
  '\ufeffa',
  '\ufffe',
  "' OR 1=1 --",
  '=1+1',
  '{{7*7}}',
  '../../etc/passwd',
  'あ'.repeat(10_001),
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  '2026-11-20T00:00:00Z',
  'x'.repeat(40_000),
];

const ODD_NUMBERS = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e21, 1e308, -1e308, 5e-324];

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: [deep(levels - 1)] });

/** What stands where something else was asked for. */
const oddValue: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...ODD_TEXTS, ...ODD_NUMBERS, null, true, [], {}, [null], [[]]),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.double(),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(10, 31, 33, 60).map(deep),
  fc.constantFrom(101, 1001, 5000).map((length) => Array<unknown>(length).fill('a')),
);

const oddText: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...ODD_TEXTS.filter((text) => !/[\ud800-\udfff]/u.test(text) && text.length < 200),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** A request of an operation: as its form wants it, but for a few things. */
export function requestTo(form: RequestForm, ids: Ids): Arbitrary<RawRequest> {
  return fc
    .record({ path: pathOf(form, ids), query: queryOf(form, ids), headers: headersOf(form) })
    .chain(({ path, query, headers }) =>
      contentOf(form, ids).map((body) => ({
        method: form.method,
        path: path + query,
        headers,
        ...(body !== undefined && { body }),
      })),
    );
}

function pathOf(form: RequestForm, ids: Ids): Arbitrary<string> {
  const parts = form.path.split(/(\{\w+\})/).map((part) => {
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (name === undefined) return fc.constant(part);
    const odd = oddText.filter((text) => text !== '' && !/^\.{1,2}$/.test(text));
    return mostly(idOf(form, [name], ids, 'CL-11a'), odd).map(encodeURIComponent);
  });
  return fc.tuple(...parts).map((texts) => texts.join(''));
}

/** One of the ids that a place can have; a word where it names nothing of a body. */
function idOf(form: RequestForm, at: BodyPlace, ids: Ids, word: string): Arbitrary<string> {
  const field = ID_FIELDS.find((id) => id.form === form && id.at.join() === at.join());
  const known = field === undefined ? [] : (ids.get(tableOf(field) ?? '') ?? []);
  return known.length === 0 ? fc.constantFrom(word, NOTHING) : fc.constantFrom(...known);
}

const NOTHING = '01990000-0000-7000-8000-000000000000';

function queryOf(form: RequestForm, ids: Ids): Arbitrary<string> {
  const parameters = form.parameters.filter((parameter) => parameter.in === 'query');
  const given = parameters.map(({ name, schema }) =>
    fc.option(
      mostly(idOf(form, [name], ids, String(fittingValue([name], schema))), oddText).map(
        (value) => [name, value] as const,
      ),
      { freq: 1, nil: undefined },
    ),
  );
  const stray = mostly(fc.constant(undefined), fc.tuple(oddText, oddText));
  return fc.tuple(...given, stray).map((pairs) => {
    const query = pairs
      .filter((pair) => pair !== undefined)
      .map((pair) => pair.map(encodeURIComponent).join('='));
    return query.length === 0 ? '' : `?${query.join('&')}`;
  });
}

function headersOf(form: RequestForm): Arbitrary<Record<string, string>> {
  const header = fc.string({ unit: fc.constantFrom(...'aZ09-_.~ "*,;=/é'), maxLength: 40 });
  const language = mostly(fc.constantFrom('ja', 'en'), header);
  const type = mostly(
    fc.constant('application/json'),
    fc.constantFrom('text/plain', 'multipart/form-data; boundary=x', 'application/xml', 'x'),
  );
  const tag = mostly(fc.constantFrom('"1"', '"2"', '"3"'), fc.oneof(header, fc.constant('*')));
  const key = mostly(fc.constant(null), fc.oneof(header, fc.uuid()));
  const odd = mostly(fc.constant(null), header);
  return fc
    .record({ language, type, tag, key, odd })
    .map(({ language: accepted, type: media, tag: matched, key: once, odd: more }) => ({
      'accept-language': accepted,
      ...(form.body !== undefined && { 'content-type': media }),
      ...(form.parameters.some(({ name }) => name === 'If-Match') && { 'if-match': matched }),
      ...(once !== null && form.method === 'POST' && { 'idempotency-key': once }),
      ...(more !== null && { 'x-forwarded-for': more, accept: more }),
    }));
}

/** The text of a body: well made but for a few members, or not made well at all. */
function contentOf(form: RequestForm, ids: Ids): Arbitrary<string | undefined> {
  if (form.body === undefined) return fc.constant(undefined);
  const made = madeOf(form, form.body, ids).map((body) => JSON.stringify(body));
  const broken = made.chain((text) => fc.nat(text.length).map((end) => text.slice(0, end)));
  const another = oddValue.map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 12, arbitrary: made },
    { weight: 1, arbitrary: fc.oneof(broken, another) },
  );
}

function madeOf(form: RequestForm, schema: FormSchema, ids: Ids): Arbitrary<unknown> {
  const leaves = leavesOf(schema);
  const places = fc.subarray(leaves.map(([at]) => at));
  const values = fc.tuple(
    ...leaves.map(([at, leaf]) =>
      fc.oneof(
        { weight: 15, arbitrary: fittingOf(form, at, leaf, ids) },
        { weight: 1, arbitrary: oddValue },
      ),
    ),
  );
  return fc.tuple(places, values).map(([to, given]) => {
    const fill: Fill = (at) => given[leaves.findIndex(([place]) => place.join() === at.join())];
    return bodyOf(schema, fill, [...to, ...wantedOf(form)]);
  });
}

function fittingOf(
  form: RequestForm,
  at: BodyPlace,
  schema: FormSchema,
  ids: Ids,
): Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const fitting = fittingValue(at, schema);
  return typeof fitting === 'string' ? idOf(form, at, ids, fitting) : fc.constant(fitting);
}

function mostly<T>(usual: Arbitrary<T>, odd: Arbitrary<T>): Arbitrary<T> {
  return fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
}
