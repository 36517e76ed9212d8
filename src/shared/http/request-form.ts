import { HttpException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInput } from '../domain/domain-error.js';
import type { Text } from '../domain/text.js';
import { pointerToken } from '../domain/json-pointer.js';
import { findJsonFault, type JsonFault } from '../domain/well-formed-text.js';
import { BODY_LIMITS, FORM_LIMITS } from './body-limits.js';

/** JSON in UTF-8 only, and none that would overflow, poison or confuse what comes after. */
export function readJsonOnly(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async (request, reply) => {
    refuseCompressed(request, reply);
    return Promise.resolve();
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMITS.bytes },
    (request, bytes, done) => {
      try {
        refuseOtherCharset(request);
        done(null, parseJson(Buffer.from(bytes)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** The fields of a form, for the routes that serve a page with one; each has one value. */
export function readForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    FORM,
    { parseAs: 'buffer', bodyLimit: FORM_LIMITS.bytes },
    (request, bytes, done) => {
      try {
        if (request.routeOptions.config.accepts !== 'form') {
          throw new HttpException('The route takes no form', 415);
        }
        refuseOtherCharset(request);
        done(null, parseForm(Buffer.from(bytes)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

const FORM = 'application/x-www-form-urlencoded';

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith(FORM) ?? false;
}

const AMPERSAND = 0x26;

/** Ends of lines are as elsewhere: a browser sends them as CR and LF. */
function parseForm(bytes: Buffer): object {
  // Counted before they are read: millions of empty fields would hold everybody up.
  if (isCrowded(bytes)) throw unfitBody(UNFIT['too-many-nodes']);
  return fieldsOf([...new URLSearchParams(bytes.toString('latin1'))]);
}

/** The fields of a form by their names, however it came. @throws InvalidInput */
export function fieldsOf(fields: readonly (readonly [string, string])[]): Record<string, string> {
  const values = fields.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')] as const);
  const form = Object.fromEntries(values);
  const fault = findJsonFault(form, BODY_LIMITS);
  if (fault !== undefined) throw unfitBody(UNFIT[fault.reason], fault.pointer);
  return form;
}

/** Whether a form has more fields than it may, those without a name counted too. */
function isCrowded(bytes: Buffer): boolean {
  let at = -1;
  for (let fields = 1; fields <= FORM_LIMITS.fields; fields += 1) {
    at = bytes.indexOf(AMPERSAND, at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** A small compressed body may be a vast one; what is accepted instead is told by RFC 9110, 15.5.16. */
function refuseCompressed({ headers }: FastifyRequest, reply: FastifyReply): void {
  const coding = headers['content-encoding'];
  if (coding === undefined || coding.toLowerCase() === 'identity') return;
  void reply.header('accept-encoding', 'identity');
  throw new HttpException('The body must not be compressed', 415);
}

/** A body of the kind that the route does not take: a file where there is none, or anything else for one. */
export function faultOfMediaType(request: FastifyRequest): HttpException | undefined {
  const { accepts } = request.routeOptions.config;
  if (accepts === 'form') return faultOfForm(request);
  const takesFile = accepts === 'file';
  if (request.isMultipart() !== takesFile) {
    return new HttpException(takesFile ? 'The route takes a file' : 'The route takes no file', 415);
  }
  return undefined;
}

/** A form is sent with files or without. */
function faultOfForm(request: FastifyRequest): HttpException | undefined {
  const isTaken = request.isMultipart() || request.body === undefined || isForm(request);
  return isTaken ? undefined : new HttpException('The route takes a form', 415);
}

/** JSON is UTF-8 (RFC 8259, 8.1); in another charset the bytes would be read as other characters. */
function refuseOtherCharset({ headers }: FastifyRequest): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset === undefined || charset.toLowerCase() === 'utf-8') return;
  throw new HttpException('The charset must be UTF-8', 415);
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Buffer): object {
  let value: unknown;
  try {
    value = JSON.parse(UTF_8.decode(bytes));
  } catch {
    throw unfitBody({
      ja: 'UTF-8 の JSON として読めません。',
      en: 'The body is not JSON in UTF-8.',
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unfitBody({ ja: 'オブジェクトで送ってください。', en: 'The body must be an object.' });
  }
  const fault = findJsonFault(value, BODY_LIMITS);
  if (fault !== undefined) throw unfitBody(UNFIT[fault.reason], fault.pointer);
  const listed = listInList(value, '');
  if (listed !== undefined) throw unfitBody(LIST_IN_LIST, listed);
  return value;
}

/**
 * Where a list stands in a list, as a pointer. No body has one, and class-validator would take it for
 * an object without members. The depth is known to be bounded.
 */
function listInList(value: unknown, pointer: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const at = `${pointer}/${pointerToken(key)}`;
    if (Array.isArray(value) && Array.isArray(inner)) return at;
    const found = listInList(inner, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

const LIST_IN_LIST: Text = {
  ja: '配列の要素に配列は指定できません。',
  en: 'A list cannot be an item of a list.',
};

/** What a path or query holds that the database or a prototype would choke on, whatever the route. */
export function faultOfParameters({ params, query }: FastifyRequest): InvalidInput | undefined {
  for (const parameters of [params, query]) {
    const fault = findJsonFault(parameters, BODY_LIMITS);
    if (fault === undefined) continue;
    // The fault of a name is told at the whole, and a repeated parameter has places of its own.
    const parameter = fault.pointer.split('/')[1];
    const detail = UNFIT[fault.reason];
    return new InvalidInput([parameter === undefined ? { detail } : { parameter, detail }]);
  }
  return undefined;
}

function unfitBody(detail: Text, pointer = ''): InvalidInput {
  return new InvalidInput([{ pointer: `#${pointer}`, detail }]);
}

const UNFIT: Record<JsonFault['reason'], Text> = {
  'too-deep': { ja: '入れ子が深すぎます。', en: 'It is nested too deeply.' },
  'too-many-nodes': { ja: '要素が多すぎます。', en: 'It has too many values.' },
  'malformed-text': {
    ja: '使えない文字（制御文字や不完全な文字）が含まれています。',
    en: 'It contains control characters or lone surrogates.',
  },
  'vast-number': { ja: '数値が大きすぎます。', en: 'The number is too large.' },
  'forbidden-key': { ja: '使えない項目名です。', en: 'This key cannot be used.' },
};
