import { readFileSync } from 'node:fs';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Declared {
  readonly operationId: string;
  readonly 'x-permission'?: string;
  readonly 'x-rate-limit'?: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>> }>
  >;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

/** An operation of the contract, as far as a test of all of them needs it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With the names of the ids in braces. */
  readonly path: string;
  readonly permission: string | undefined;
  /** What a call counts as against the limits. */
  readonly weight: string | undefined;
  /** The statuses it may answer with. */
  readonly statuses: readonly string[];
  /** Whether it may answer with something to be kept as a file. */
  readonly answersFiles: boolean;
  readonly query: readonly string[];
  readonly headers: readonly string[];
  /** The members of a JSON body; undefined where the operation takes none. */
  readonly members: readonly string[] | undefined;
  /** Those of them that are never null. */
  readonly neverNull: readonly string[];
}

const contract = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Declared>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** Every operation of the committed contract. */
export const OPERATIONS: readonly Operation[] = Object.entries(contract.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, declared]) => ({
      id: declared.operationId,
      method: method.toUpperCase(),
      path,
      permission: declared['x-permission'],
      weight: declared['x-rate-limit'],
      statuses: Object.keys(declared.responses),
      answersFiles: answersFiles(declared),
      query: named('query', declared),
      headers: named('header', declared),
      ...membersOf(declared),
    })),
);

function answersFiles({ responses }: Declared): boolean {
  const types = Object.values(responses).flatMap(({ content = {} }) => Object.keys(content));
  return types.some(
    (type) => !/json$|^text\/(plain|html)$/.test(type) || type === 'application/jsonl',
  );
}

function named(place: Parameter['in'], { parameters = [] }: Declared): string[] {
  return parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
}

function membersOf({ requestBody }: Declared): Pick<Operation, 'members' | 'neverNull'> {
  const schema = requestBody?.content['application/json']?.schema;
  if (schema === undefined) return { members: undefined, neverNull: [] };
  const name = schema.$ref?.split('/').at(-1) ?? '';
  const members = Object.entries((contract.components.schemas[name] ?? schema).properties ?? {});
  const neverNull = members.filter(([, member]) => !allowsNull(member));
  return { members: members.map(([key]) => key), neverNull: neverNull.map(([key]) => key) };
}

function allowsNull({ type, oneOf = [], anyOf = [] }: Schema): boolean {
  return [type].flat().includes('null') || [...oneOf, ...anyOf].some(allowsNull);
}
