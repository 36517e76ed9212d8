import { readFileSync } from 'node:fs';

/** As much of a JSON schema as requests of the contract use. */
export interface FormSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FormSchema;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly FormSchema[];
  readonly oneOf?: readonly FormSchema[];
  readonly anyOf?: readonly FormSchema[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: FormSchema;
}

interface Declared {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: FormSchema }>>;
  };
}

/** An operation of the contract as far as one has to know it to send it well. */
export interface RequestForm {
  readonly id: string;
  readonly method: string;
  /** With the names of the parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Of a JSON body; undefined where it takes none. */
  readonly body: FormSchema | undefined;
  /** Whether it takes a body of another kind. */
  readonly isOtherMedia: boolean;
}

const contract = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Declared>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, FormSchema>> };
};

/** Every operation of the committed contract. */
export const REQUEST_FORMS: readonly RequestForm[] = Object.entries(contract.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody }]) => {
      const body = requestBody?.content['application/json']?.schema;
      const isOtherMedia = requestBody !== undefined && body === undefined;
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        body,
        isOtherMedia,
      };
    }),
);

/** What a schema says once its references and parts are put together. */
export function resolved(schema: FormSchema): FormSchema {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) return resolved(contract.components.schemas[name] ?? {});
  const [part] = schema.allOf ?? schema.oneOf ?? schema.anyOf ?? [];
  return part === undefined ? schema : resolved(part);
}

/** A place in a body: names of members, and 0 for the first item of a list. */
export type BodyPlace = readonly (string | 0)[];

/** Every place of a body that a value of some other form than an object or a list stands at. */
export function leavesOf(schema: FormSchema, at: BodyPlace = []): [BodyPlace, FormSchema][] {
  const { items, properties, ...leaf } = resolved(schema);
  if (items !== undefined) return leavesOf(items, [...at, 0]);
  if (properties === undefined) return [[at, leaf]];
  return Object.entries(properties).flatMap(([name, member]) => leavesOf(member, [...at, name]));
}

/** Fills in a leaf by its place. */
export type Fill = (at: BodyPlace, schema: FormSchema) => unknown;

/** A body with what is required and the members on the way to some places. */
export function bodyOf(
  schema: FormSchema,
  fill: Fill,
  to: readonly BodyPlace[],
  at: BodyPlace = [],
): unknown {
  const { items, properties, required = [] } = resolved(schema);
  if (items !== undefined) return [bodyOf(items, fill, to, [...at, 0])];
  if (properties === undefined) return fill(at, resolved(schema));
  const members = Object.entries(properties).filter(
    ([name]) => required.includes(name) || to.some((place) => leadsTo([...at, name], place)),
  );
  return Object.fromEntries(
    members.map(([name, member]) => [name, bodyOf(member, fill, to, [...at, name])]),
  );
}

/** Members that a rule wants beside those that the form requires. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  decideUseApplication: ['cloudServiceManagerId'],
  registerVendorCertificate: ['number', 'edition', 'validFrom', 'validUntil'],
  takeTermsSnapshot: ['text'],
};

/** Where a body that meets the rules goes beyond what its form requires. */
export function wantedOf({ id }: RequestForm): readonly BodyPlace[] {
  return (WANTED[id] ?? []).map((name) => [name]);
}

function leadsTo(at: BodyPlace, to: BodyPlace): boolean {
  return at.every((step, index) => to[index] === step);
}

/** Words of the sample policy and days in order, where the contract gives no example. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  articles: 'K9-1-2a-5',
  criterionId: 'G-01',
  dueOn: '2026-12-20',
  endsOn: '2027-03-31',
  kinds: 'cloud-use-criteria',
  mode: 'on-site',
  plannedOn: '2026-12-10',
  scope: 'K9-1-3a-2',
  since: '2026-11-20',
  until: '2026-12-20',
  validUntil: '2027-03-31',
  periodFrom: '2026-10-01',
  periodUntil: '2026-10-31',
};

const BY_FORMAT: Readonly<Record<string, unknown>> = {
  date: '2026-11-20',
  email: 'a@b.example',
  uri: 'https://example.jp/a',
};

/** A value that fits a leaf. */
export function fittingValue(at: BodyPlace, schema: FormSchema): unknown {
  const { format = '', example, enum: [first] = [] } = schema;
  const name = at.findLast((step) => step !== 0) ?? '';
  const fitting = [first, example, BY_NAME[name], BY_FORMAT[format], plainOf(schema)];
  return fitting.find((value) => value !== undefined);
}

function plainOf({ type, minimum = 1 }: FormSchema): unknown {
  const [first] = [type].flat();
  if (first === 'boolean') return true;
  return first === 'integer' || first === 'number' ? minimum : '試験のための記載である。';
}
