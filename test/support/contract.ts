import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

/** A reply, by whatever client it was received. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: unknown;
}

const contract = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ ...contract, $id: 'contract' });

const routes = Object.entries(contract.paths).map(([template, operations]) => ({
  template,
  pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  operations,
}));

/** Holds a reply against the committed contract: the operation, the status, the media type, the body. */
export function expectContract(method: string, url: string, response: Answer): void {
  const path = url.split('?')[0] ?? '';
  const route = routes
    .filter(({ pattern }) => pattern.test(path))
    .sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0];
  const operation = route?.operations[method.toLowerCase()];
  if (route === undefined || operation === undefined) {
    // A path or method the contract does not know may only be refused.
    if ([401, 404, 405].includes(response.status)) return;
    throw new Error(`${method} ${path} is not in the contract (${String(response.status)})`);
  }
  if ([413, 415].includes(response.status)) return;
  const where = `${operation.operationId} ${String(response.status)}`;
  const documented = operation.responses[String(response.status)];
  if (documented === undefined) {
    throw new Error(`${where} is not in the contract: ${response.text}`);
  }
  expectBody(where, route.template, method.toLowerCase(), response, documented.content);
}

function expectBody(
  where: string,
  template: string,
  method: string,
  response: Answer,
  content: Record<string, { schema?: object }> | undefined,
): void {
  if (content === undefined) {
    if (response.text !== '') throw new Error(`${where} has a body`);
    return;
  }
  const type = String(response.headers['content-type']).replace(/;.*/, '');
  if (content[type] === undefined) throw new Error(`${where} answered as ${type}`);
  if (!type.endsWith('json')) return;
  const validate = validatorOf(template, method, String(response.status), type);
  if (!validate(response.body)) {
    throw new Error(
      `${where} breaks the contract: ${ajv.errorsText(validate.errors)}\n${response.text}`,
    );
  }
}

function validatorOf(...at: [string, string, string, string]): ValidateFunction {
  const [template, method, status, type] = at;
  const pointer = ['paths', template, method, 'responses', status, 'content', type, 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.getSchema(`contract#/${pointer}`);
  if (validate === undefined) throw new Error(`No schema at ${pointer}`);
  return validate as ValidateFunction;
}
