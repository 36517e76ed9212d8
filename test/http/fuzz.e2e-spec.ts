import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import type { FirmPerson } from '../portal/firms.js';
import { expectContract } from '../support/contract.js';
import {
  everyRole,
  idsOf,
  idsOfFirm,
  populatedFirm,
  populatedTown,
  type Ids,
} from '../support/populated-town.js';
import { sendRaw, type RawReply, type RawRequest } from '../support/raw-http.js';
import { REQUEST_FORMS } from '../support/request-forms.js';
import type { Town } from '../support/town.js';
import { requestTo } from './odd-requests.js';

/** Requests to each operation; `FUZZ_RUNS=40` sends forty times as many. */
const RUNS = 8 * Number(process.env.FUZZ_RUNS ?? 1);
const SEED = 20_261_120;

let service: TestService;
let town: Town;
let ids: Ids;
let token: string;
let firm: FirmPerson;
let idsOfTheFirm: Ids;
const answered = new Map<number, number>();

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  town = await populatedTown(service);
  ids = await idsOf(service, town);
  firm = await populatedFirm(service, town);
  idsOfTheFirm = await idsOfFirm(service, firm);
  await signIn();
});
afterAll(() => service.stop());

/** Someone who may do everything; the one before may have signed out or left. */
async function signIn(): Promise<void> {
  ({ token } = await town.someoneAs(...(await everyRole(service))));
}

function isForFirms(path: string): boolean {
  return path.startsWith('/v1/portal/');
}

async function hold(request: RawRequest): Promise<void> {
  const asked = isForFirms(request.path) ? firm.token : token;
  const headers = { authorization: `Bearer ${asked}`, ...request.headers };
  const reply = await sendRaw(service, { ...request, headers });
  answered.set(reply.status, (answered.get(reply.status) ?? 0) + 1);
  expect(reply.status, reply.text).toBeLessThan(500);
  expectContract(request.method ?? '', request.path, {
    status: reply.status,
    headers: Object.fromEntries(reply.headers),
    text: reply.text,
    body: bodyOf(reply),
  });
  if ([401, 403].includes(reply.status)) await signIn();
}

function bodyOf({ headers, text }: RawReply): unknown {
  return /json(;|$)/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : text;
}

describe('whatever is sent', () => {
  it.each(REQUEST_FORMS.map((form) => [form.id, form] as const))(
    '%s answers as the contract says, and never fails',
    { timeout: 120_000 + RUNS * 1000 },
    async (_, form) => {
      await fc.assert(
        fc.asyncProperty(requestTo(form, isForFirms(form.path) ? idsOfTheFirm : ids), hold),
        {
          numRuns: RUNS,
          seed: SEED,
          endOnFailure: true,
        },
      );
    },
  );

  it('reaches what is behind the form too', () => {
    const total = [...answered.values()].reduce((sum, count) => sum + count, 0);
    const done = [...answered].filter(([status]) => status < 300);
    const doneInAll = done.reduce((sum, [, count]) => sum + count, 0);

    expect(total).toBeGreaterThanOrEqual(REQUEST_FORMS.length * 8);
    expect(doneInAll / total).toBeGreaterThan(0.1);
    process.stdout.write(`${String(total)} requests: ${JSON.stringify([...answered].sort())}\n`);
  });
});
