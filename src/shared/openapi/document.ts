import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_EXTENSION } from '../http/api-problems.decorator.js';
import { WEIGHT_EXTENSION, type Weight } from '../http/limited.decorator.js';
import { ProblemDto } from '../http/problem.dto.js';

const DESCRIPTION = `Mitodoke (見届け) sees every contractor and cloud service of a Japanese local government through its information-security policy.

Refusals come in one order everywhere: 429 for the address, 401, 429 for the credential, 403, 400, 428, 404, 412, then 409 or 422. They are problem documents (RFC 9457) in Japanese, or in English by \`Accept-Language: en\`; each fault of a 400 names its place, in the body by \`pointer\`, in the path, the query or the headers by \`parameter\`. A row of another owner is the same 404 as a missing one. While the database cannot be reached everything answers 503 with \`Retry-After\`; whether a write under way came to pass is told by repeating it under its \`Idempotency-Key\`. Bodies are JSON of at most 1 MiB, 32 levels deep; a file is uploaded as \`multipart/form-data\`.

Requests are limited by minute, for each address and each credential; \`x-rate-limit\` names what an operation counts as, and every reply tells what is left in \`RateLimit\` and \`RateLimit-Policy\` (draft-ietf-httpapi-ratelimit-headers-11).`;

/** The contract as the code declares it; written to `openapi/openapi.json` and served from there. */
export function buildDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Mitodoke API')
    .setDescription(DESCRIPTION)
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [ProblemDto],
  });
  return sorted(refuseSloppySchemas(withInstants(closed(withProblems(withWeights(document))))));
}

const MEANINGS: Readonly<Record<string, string>> = {
  400: 'The form of the request is wrong; `errors` names the place of each fault.',
  401: 'No valid credential.',
  403: 'The posts held today do not permit this; `facts.roles` names the roles that do. Or they ask for a second factor that was not given (`session.second-factor-required`).',
  404: 'There is no such resource, or it belongs to another owner.',
  409: 'It conflicts with what is there, e.g. a number already registered.',
  410: 'It was there, and cannot be used any more.',
  413: 'The file is larger than the service keeps; `facts.maxBytes` tells the limit.',
  412: 'It changed since it was read (`If-Match`).',
  422: 'A rule refuses it; `facts` tell which and what would meet it.',
  428: '`If-Match` is missing.',
  429: 'Too many requests; `Retry-After` tells for how many seconds none more is served.',
  503: 'The database, or something else the service relies on, cannot be reached; send it again after `Retry-After`, a write under the same `Idempotency-Key`.',
};

/** What an operation weighs, and that it may be refused for it. */
function withWeights(document: OpenAPIObject): OpenAPIObject {
  for (const operation of operationsOf(document) as Weighed[]) {
    const weight = (operation[WEIGHT_EXTENSION] ??= 'standard');
    if (weight !== 'unlimited') operation[`${PROBLEM_EXTENSION}429`] = true;
  }
  return document;
}

/** Turns the noted problems of every operation into responses. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  for (const operation of operationsOf(document)) {
    const noted = Object.keys(operation).filter((key) => key.startsWith(PROBLEM_EXTENSION));
    for (const key of noted) {
      const status = key.slice(PROBLEM_EXTENSION.length);
      operation.responses[status] = {
        description: MEANINGS[status] ?? 'A problem.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } },
        },
      };
      Reflect.deleteProperty(operation, key);
    }
  }
  return document;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Weighed = Operation & Partial<Record<typeof WEIGHT_EXTENSION, Weight> & Record<`x-${string}`, unknown>>;

function operationsOf(document: OpenAPIObject): Operation[] {
  const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
  return Object.values(document.paths).flatMap((path) =>
    methods.flatMap((method) => path[method] ?? []),
  );
}

/** An undeclared field in a reply is a leak, so every object schema is closed. */
function closed(document: OpenAPIObject): OpenAPIObject {
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    if (!('$ref' in schema) && schema.type === 'object') schema.additionalProperties = false;
  }
  return document;
}

/** Every moment is written alike: UTC, with `Z` (RFC 3339). */
function withInstants(document: OpenAPIObject): OpenAPIObject {
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    if (!('$ref' in schema)) markInstants(schema.properties ?? {});
  }
  return document;
}

function markInstants(members: Record<string, object>): void {
  for (const [name, member] of Object.entries(members)) {
    if (name.endsWith('At') && isText(member)) Object.assign(member, INSTANT);
  }
}

function isText(member: { type?: unknown; enum?: unknown }): boolean {
  return [member.type].flat().includes('string') && member.enum === undefined;
}

const INSTANT = {
  format: 'date-time',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3,6}Z$',
};

/** `import type` on a DTO erases the class: Nest then documents `Function` and validates nothing. */
function refuseSloppySchemas(document: OpenAPIObject): OpenAPIObject {
  const text = JSON.stringify(document);
  for (const name of ['Function', 'Object']) {
    if (text.includes(`#/components/schemas/${name}"`)) {
      throw new Error(`A DTO lost its class at compile time (schema ${name})`);
    }
  }
  const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map((match) => match[1]);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`operationId used twice: ${twice.join(', ')}`);
  return document;
}

function sorted<T>(value: T): T {
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted<unknown>(inner)])) as T;
}
