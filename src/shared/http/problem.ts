import { HttpException } from '@nestjs/common';
import {
  DomainError,
  InvalidInput,
  type DomainErrorKind,
  type InputFault,
  type ParameterFault,
} from '../domain/domain-error.js';
import type { Language, Text } from '../domain/text.js';
import type { ProblemDto } from './problem.dto.js';

/** A refusal before it is written in one language. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: Text;
  readonly detail: Text;
  readonly faults?: readonly (InputFault | ParameterFault)[];
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Names this one occurrence, where it can be looked up in the log. */
  readonly instance?: string;
}

const STATUS: Record<DomainErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  'rule-violated': 422,
  unavailable: 503,
};

/** Problems of the edge itself, by status. */
const EDGE: Readonly<Record<number, Omit<Problem, 'status'>>> = {
  400: {
    code: 'request.invalid',
    title: { ja: '入力に誤りがあります', en: 'The request is not valid' },
    detail: { ja: '要求を読み取れません。', en: 'The request cannot be read.' },
  },
  401: {
    code: 'credential.missing',
    title: { ja: 'サインインが必要です', en: 'Sign-in is required' },
    detail: {
      ja: '有効なアクセストークンがありません。サインインし直してください。',
      en: 'There is no valid access token. Sign in again.',
    },
  },
  403: {
    code: 'permission.missing',
    title: { ja: '権限がありません', en: 'Not permitted' },
    detail: {
      ja: '本日就いている役職ではこの操作はできません。',
      en: 'The posts held today do not permit this operation.',
    },
  },
  404: {
    code: 'resource.not-found',
    title: { ja: '見つかりません', en: 'Not found' },
    detail: { ja: '指定されたものはありません。', en: 'There is no such resource.' },
  },
  405: {
    code: 'request.method-not-allowed',
    title: { ja: 'この操作方法は使えません', en: 'Method not allowed' },
    detail: { ja: 'Allow に示す方法を使ってください。', en: 'Use a method named in Allow.' },
  },
  408: {
    code: 'request.timeout',
    title: { ja: '要求が時間内に届きません', en: 'The request took too long' },
    detail: { ja: '要求をもう一度送ってください。', en: 'Send the request again.' },
  },
  412: {
    code: 'resource.stale',
    title: { ja: '読み取り後に変更されています', en: 'Changed since it was read' },
    detail: {
      ja: 'If-Match が現在の版を示していません。',
      en: 'If-Match does not name a current version.',
    },
  },
  413: {
    code: 'request.too-large',
    title: { ja: '要求が大きすぎます', en: 'The request is too large' },
    detail: { ja: '本文が上限を超えています。', en: 'The body is over the limit.' },
  },
  414: {
    code: 'request.uri-too-long',
    title: { ja: 'URI が長すぎます', en: 'The URI is too long' },
    detail: { ja: 'URI が上限を超えています。', en: 'The URI is over the limit.' },
  },
  415: {
    code: 'request.media-type',
    title: { ja: 'この形式は受け付けません', en: 'Media type not accepted' },
    detail: {
      ja: '圧縮していない application/json で送ってください。',
      en: 'Send application/json that is not compressed.',
    },
  },
  428: {
    code: 'precondition.required',
    title: { ja: 'If-Match が必要です', en: 'If-Match is required' },
    detail: {
      ja: '読み取ったときの ETag を If-Match に付けて送ってください。',
      en: 'Send the ETag you read as If-Match.',
    },
  },
  429: {
    code: 'request.too-many',
    title: { ja: '要求が多すぎます', en: 'Too many requests' },
    detail: {
      ja: 'Retry-After の秒数が過ぎてから、もう一度送ってください。',
      en: 'Send it again after the seconds named in Retry-After.',
    },
  },
  431: {
    code: 'request.headers-too-large',
    title: { ja: 'ヘッダーが大きすぎます', en: 'The headers are too large' },
    detail: { ja: 'ヘッダーの合計が上限を超えています。', en: 'The headers are over the limit.' },
  },
  500: {
    code: 'service.failed',
    title: { ja: '処理できませんでした', en: 'The service failed' },
    detail: {
      ja: '障害が起きました。応答の X-Request-Id を添えて管理者に連絡してください。',
      en: 'Something broke. Tell the administrator the X-Request-Id of this answer.',
    },
  },
};

/** What a refusal or a failure looks like from outside; anything unknown is a bare 500. */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidInput) return { ...described(error), faults: error.faults };
  if (error instanceof DomainError) return described(error);
  return edgeProblem(statusOf(error));
}

/** The problem of a status that the edge itself answers with. */
export function edgeProblem(status: number): Problem {
  const known = EDGE[status] === undefined ? (status < 500 ? 400 : 500) : status;
  const problem = EDGE[known];
  if (problem === undefined) throw new Error(`No problem is described for status ${String(known)}`);
  return { ...problem, status: known };
}

/** Writes a problem in one language as the document that is sent. */
export function problemDocument(problem: Problem, language: Language): ProblemDto {
  const { status, code, title, detail, faults, facts, instance } = problem;
  const hasFacts = facts !== undefined && Object.keys(facts).length > 0;
  return {
    type: `urn:mitodoke:problem:${code}`,
    title: title[language],
    status,
    detail: detail[language],
    ...(faults && {
      errors: faults.map(({ detail: said, ...place }) => ({ ...place, detail: said[language] })),
    }),
    ...(hasFacts && { facts: inLanguage(facts, language) as Record<string, unknown> }),
    ...(instance !== undefined && { instance }),
  };
}

/** The language that `Accept-Language` (RFC 9110, 12.5.4) weighs most; Japanese where it is open. */
export function languageOf(acceptLanguage = ''): Language {
  const weights = { ja: 0, en: 0 };
  for (const range of acceptLanguage.split(',', 20)) {
    const [, language, weight = '1'] = RANGE.exec(range) ?? [];
    if (language === undefined) continue;
    const known = language.toLowerCase() as Language;
    weights[known] = Math.max(weights[known], Number(weight));
  }
  return weights.en > weights.ja ? 'en' : 'ja';
}

/** One of our languages in any region, with the weight it may carry. */
const RANGE = /^\s*(ja|en)(?:-[a-z0-9-]{1,35})?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i;

function described(error: DomainError): Problem {
  const { code, title, detail, facts } = error;
  return { status: STATUS[error.kind], code, title, detail, facts };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own refusals (body too large, unknown media type, malformed JSON) carry a status.
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return 500;
}

/** Facts may hold texts in both languages; the document speaks one. */
function inLanguage(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return value[language];
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, inLanguage(item, language)]),
  );
}

function isText(value: object): value is Text {
  return Object.keys(value).length === 2 && 'ja' in value && 'en' in value;
}
