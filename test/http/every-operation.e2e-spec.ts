import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/shared/domain/canonical-json.js';
import { TestService } from '../support/api.js';
import { contractOf, nda, SIGNATURE, toContract } from '../support/contracting.js';
import { lightService, plan, residentService } from '../support/engagement.js';
import { OPERATIONS, type Operation } from '../support/operations.js';
import { sendRaw, type RawReply } from '../support/raw-http.js';
import { accepted, invited } from '../portal/firms.js';
import { ABSENT, expectProblem } from './refusals.js';

/** Roles that may do everything together. */
const ROLES = [
  'administrator',
  'auditor',
  'authorizing-official',
  'ciso',
  'cloud-service-manager',
  'department-officer',
  'head-officer',
  'procurement',
  'secretariat',
  'section-manager',
];

let service: TestService;
let token: string;
/** Of somebody of a firm, for what only its people may do. */
let firmToken: string;
let existing: Record<string, string>;
/** Bodies that are accepted, so that one odd member reaches what is behind the form. */
let good: Record<string, object>;

beforeAll(async () => {
  service = await TestService.start();
  const town = await service.town();
  const someone = await town.someoneAs(...ROLES);
  const { client } = someone;
  token = someone.token;
  const firm = await accepted(service, (await invited(client)).token);
  firmToken = firm.token;
  const vendor = await client.post('/v1/vendors', { name: '株式会社試験' });
  const document = await client.post('/v1/rule-documents', RULE_DOCUMENT);
  const vendorId = String(vendor.body.id);
  const outsourced = await plan(client, residentService(town, { kinds: ['outsourcing'] }));
  const candidate = { vendorId, dueOn: '2099-12-31' };
  const sent = await client.post(`/v1/engagements/${outsourced.id}/assessments`, candidate);
  const prepared = await toContract({
    ...{ town, manager: client, department: client, ciso: client },
  });
  const engagement = `/v1/engagements/${prepared.engagementId}`;
  const specification = await client.post(`${engagement}/specifications`, { title: '調達仕様書' });
  const contract = await client.post(`${engagement}/contracts`, contractOf(prepared));
  good = {
    sendAssessment: candidate,
    giveAnswers: { answers: [{ criterionId: 'G-01', answer: 'yes' }] },
    reviewAnswers: { round: 1, scores: [{ criterionId: 'G-01', accepted: 'yes' }] },
    selectVendor: { assessmentId: String(sent.body.id), method: 'negotiated', reasons: '試験' },
    registerVendor: { name: '株式会社試験' },
    planEngagement: residentService(town),
    takeOverEngagement: {
      ...residentService(town, { startsOn: '2025-04-01' }),
      since: '2025-04-01',
      source: '外部委託台帳',
    },
    registerRuleDocument: RULE_DOCUMENT,
    decideNotApplicable: { reason: '該当する業務がないため' },
    draftSpecification: { title: '調達仕様書' },
    draftContract: contractOf(prepared),
    signContract: SIGNATURE,
    endContract: { endedOn: '2026-12-01', reason: 'completed' },
    recordNda: nda(prepared),
    decideContractClauses: { clauses: [{ clauseId: 'CL-11a', decision: 'included', values: {} }] },
  };
  existing = {
    '/v1/vendors': vendorId,
    '/v1/assessments': String(sent.body.id),
    '/v1/engagements': (await plan(client, lightService(town))).id,
    '/v1/rule-documents': String(document.body.id),
    '/v1/specifications': String(specification.body.id),
    '/v1/contracts': String(contract.body.id),
  };
});
afterAll(() => service.stop());

const RULE_DOCUMENT = {
  kinds: ['cloud-use-criteria'],
  title: 'クラウドサービス利用判断基準',
  number: '令和８年訓令第３号',
  effectiveFrom: '2026-04-01',
  disclosure: 'internal',
  location: '文書管理システム 総-2026-0012',
};

const GUARDED = OPERATIONS.filter(({ permission }) => permission !== 'public');
/** A setting is named by a word of the policy, not by an id of ours: a word it does not know is a 404. */
const WITH_IDS = OPERATIONS.filter(({ path }) => /\{(?!settingId)/.test(path));
const WITH_QUERY = OPERATIONS.filter(({ query }) => query.length > 0);
const PAGED = OPERATIONS.filter(({ query }) => query.includes('after'));
const WITH_BODY = OPERATIONS.filter(({ members }) => members !== undefined);

const ODD_TEXTS = ['', 'x', '%00', '-1', '1e400', '2026-02-30', ABSENT, 'a'.repeat(300)];

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  '',
  'x',
  ABSENT,
  '2026-02-30',
  '0000-01-01',
  'あ'.repeat(10_001),
  [],
  [null],
  [{}],
  {},
  { a: { b: 1 } },
];

/** The path with the id of the thing there is; what hangs on it has ids that name nothing. */
function pathOf({ path }: Operation): string {
  return path
    .replace(/^(\/v1\/[\w-]+)\/\{\w+\}/, (_, collection: string) => thingOf(collection))
    .replace(/\{\w+\}/g, ABSENT);
}

function thingOf(collection: string): string {
  return `${collection}/${existing[collection] ?? ABSENT}`;
}

async function send(operation: Operation, path: string, body?: unknown): Promise<RawReply> {
  return sendRaw(service, {
    method: operation.method,
    path,
    headers: {
      authorization: `Bearer ${path.startsWith('/v1/portal/') ? firmToken : token}`,
      ...(operation.headers.includes('If-Match') && { 'if-match': await tagOf(path) }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** The tag of the thing a path leads to, as it is now. */
async function tagOf(path: string): Promise<string> {
  const thing = path.split('/').slice(0, 4).join('/');
  const headers = { authorization: `Bearer ${token}` };
  return (await sendRaw(service, { path: thing, headers })).headers.get('etag') ?? '"1"';
}

/** A cursor as the service makes it for an unfiltered list, but of a key of our choosing. */
function forged(key: string): string {
  const filter = createHash('sha256').update(canonicalJson({})).digest('base64url').slice(0, 16);
  return Buffer.from(JSON.stringify([key, ABSENT, filter])).toString('base64url');
}

describe('without a credential', () => {
  it.each(GUARDED)('$id tells nothing', async ({ method, path }) => {
    const reply = await sendRaw(service, { method, path: path.replace(/\{\w+\}/g, 'x') });

    expectProblem(reply, 401, 'ja');
  });
});

describe('with an id that is none', () => {
  it.each(WITH_IDS)('$id is refused', async (operation) => {
    for (const id of ['x', '%00', `${ABSENT}0`]) {
      const path = operation.path.replace(/\{\w+\}/g, id);
      const reply = await send(operation, path, operation.members && {});

      expectProblem(reply, 400, 'ja');
    }
  });
});

describe('with an odd query', () => {
  it.each(WITH_QUERY)('$id does not fail', async (operation) => {
    for (const name of operation.query) {
      for (const value of ODD_TEXTS) {
        const path = `${pathOf(operation)}?${name}=${value}`;
        expect((await send(operation, path)).status, path).toBeLessThan(500);
      }
    }
  });

  it.each(PAGED)('$id does not fail for a cursor made up', async (operation) => {
    for (const key of ['', 'x', '0', '2026-02-30', '2026-02-30T00:00:00Z', '\0', '999999999999']) {
      const reply = await send(operation, `${pathOf(operation)}?after=${forged(key)}`);
      expect(reply.status, key).toBeLessThan(500);
    }
  });
});

describe('with an odd body', () => {
  it.each(WITH_BODY)('$id does not fail', async (operation) => {
    for (const member of operation.members ?? []) {
      for (const value of ODD_VALUES) {
        const body = { ...good[operation.id], [member]: value };
        const reply = await send(operation, pathOf(operation), body);
        expect(reply.status, `${member}: ${JSON.stringify(value).slice(0, 40)}`).toBeLessThan(500);
      }
    }
  });

  it.each(WITH_BODY)('$id refuses null where the contract has none', async (operation) => {
    for (const member of operation.neverNull) {
      const body = { ...good[operation.id], [member]: null };
      const reply = await send(operation, pathOf(operation), body);

      expectProblem(reply, 400, 'ja');
      expect(reply.text).toContain(`"#/${member}`);
    }
  });

  it.each(WITH_BODY)('$id refuses members it does not know', async (operation) => {
    const reply = await send(operation, pathOf(operation), { unknown: 1 });

    expectProblem(reply, 400, 'ja');
    expect(reply.text).toContain('#/unknown');
  });
});
