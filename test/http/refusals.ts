import { expect } from 'vitest';
import { TestService } from '../support/api.js';
import { everythingIn } from '../support/everything.js';
import { sendRaw, type RawReply, type RawRequest } from '../support/raw-http.js';

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;

/** An id that names nothing. */
export const ABSENT = '01990000-0000-7000-8000-000000000000';

/** A service with one vendor, and someone who may read and write vendors and read the trail. */
export class Refusals {
  private constructor(
    readonly service: TestService,
    private readonly token: string,
    /** The path of the vendor, which is in its first version. */
    readonly vendor: string,
  ) {}

  static async start(): Promise<Refusals> {
    const service = await TestService.start();
    const town = await service.town();
    const { client, token } = await town.someoneAs('procurement', 'administrator');
    const reply = await client.post('/v1/vendors', { name: '株式会社試験' });
    return new Refusals(service, token, `/v1/vendors/${String(reply.body.id)}`);
  }

  /** Sends a request once for each language and holds that nothing came of it but this refusal. */
  async expect(status: number, request: RawRequest): Promise<RawReply> {
    const before = await everythingIn(this.service);
    const headers = { authorization: `Bearer ${this.token}`, ...request.headers };
    const reply = await sendRaw(this.service, { ...request, headers });
    const english = await sendRaw(this.service, {
      ...request,
      headers: { ...headers, 'accept-language': 'en' },
    });

    expectProblem(reply, status, 'ja');
    expectProblem(english, status, 'en');
    expect(await everythingIn(this.service)).toEqual(before);
    return reply;
  }
}

/** Holds a reply to be a whole problem document (RFC 9457), every text in one language. */
export function expectProblem(reply: RawReply, status: number, language: 'ja' | 'en'): void {
  expect(reply.status, reply.text).toBe(status);
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const problem = JSON.parse(reply.text) as Record<string, unknown>;
  expect(problem.type).toMatch(/^urn:mitodoke:problem:[a-z-]+\.[a-z-]+$/);
  expect(problem.status).toBe(status);
  for (const text of textsOf(problem)) {
    if (language === 'ja') expect(text).toMatch(JAPANESE);
    else expect(text).not.toMatch(JAPANESE);
  }
}

function textsOf(problem: Record<string, unknown>): unknown[] {
  const errors = (problem.errors ?? []) as { detail: string }[];
  return [problem.title, problem.detail, ...errors.map(({ detail }) => detail)];
}
