import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}
interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const contract = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as Contract;

const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
  ),
);

/** The members of a schema that say nothing about themselves, wherever they stand in it. */
function silentIn(schema: Schema, at: string, seen: ReadonlySet<string> = new Set()): string[] {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) {
    const named = contract.components.schemas[name];
    if (named === undefined || seen.has(name)) return [];
    return silentIn(named, name, new Set([...seen, name]));
  }
  const parts = [schema.items, schema.allOf, schema.oneOf, schema.anyOf].flat();
  return [
    ...parts.flatMap((part) => (part === undefined ? [] : silentIn(part, at, seen))),
    ...Object.entries(schema.properties ?? {}).flatMap(([property, inner]) => [
      ...(saysSomething(inner.description) ? [] : [`${at}.${property}`]),
      ...silentIn(inner, `${at}.${property}`, seen),
    ]),
  ];
}

function saysSomething(description: string | undefined): boolean {
  return description !== undefined && description.trim() !== '';
}

describe('the contract', () => {
  it('says of every member of a request what belongs there', () => {
    const bodies = operations.flatMap(([, { requestBody }]) =>
      Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
    );

    expect(bodies.length).toBeGreaterThan(50);
    expect([...new Set(bodies.flatMap((schema) => silentIn(schema, 'body')))]).toEqual([]);
  });

  it('says of every parameter of a query or a header what it is for', () => {
    const silent = operations.flatMap(([operation, { parameters = [] }]) =>
      parameters
        .filter((parameter) => parameter.in !== 'path' && !saysSomething(parameter.description))
        .map(({ name }) => `${operation} ${name}`),
    );

    expect(silent).toEqual([]);
  });

  it('asks for no header but the version that is changed', () => {
    const required = operations.flatMap(([, { parameters = [] }]) =>
      parameters.filter((parameter) => parameter.in === 'header' && parameter.required === true),
    );

    expect([...new Set(required.map(({ name }) => name))]).toEqual(['If-Match']);
  });
});
