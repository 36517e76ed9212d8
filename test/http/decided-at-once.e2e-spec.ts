import type { Test } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { othersProven, outsourcing, vendorOf } from '../assessments/given.js';
import { applied as exceptionApplied, PERMIT } from '../exceptions/given.js';
import { ACCEPT, submission } from '../reporting/given.js';
import { TestService, type Client } from '../support/api.js';
import { applied, approval, castOf, type Cast } from '../support/approval.js';
import { assessed, panelOf } from '../support/assessing.js';
import { readyToSign, SIGNATURE } from '../support/contracting.js';
import { plan, residentService, versionOf } from '../support/engagement.js';
import { takeOver, trailOf } from '../support/operation.js';

const TIMES = 20;

let service: TestService;
let cast: Cast;
let ciso: Client;

beforeAll(async () => {
  service = await TestService.start();
  cast = await castOf(service);
  ciso = await cast.town.as('ciso');
});
beforeEach(() => {
  service.itIs('2026-11-20');
});
afterAll(() => service.stop());

/** Something that is ready to be decided. */
interface Decision {
  readonly decide: () => Test;
  /** Counts what a decision leaves. */
  readonly left: string;
  readonly of: string;
  /** What the trail says of it, and of nothing else. */
  readonly action: RegExp;
}

async function useApplication(): Promise<Decision> {
  const { application } = await applied(service, cast);
  const { id, version } = application;
  return {
    decide: () =>
      cast.official.decide(`/v1/use-applications/${id}/decision`, approval(cast), version),
    left: 'use_decisions WHERE application_id = $1',
    ...{ of: id, action: /^use-application\.approved/ },
  };
}

async function selection(): Promise<Decision> {
  const panel = await panelOf(cast.town);
  const { id } = await plan(panel.clerk, outsourcing(cast.town));
  await othersProven(service, panel, id);
  const assessment = await assessed(panel, id, await vendorOf(panel.clerk));
  const version = await versionOf(panel.clerk, id);
  const body = {
    assessmentId: assessment.id,
    method: 'negotiated',
    reasons: '評価が最も良いため。',
  };
  return {
    decide: () => panel.decider.decide(`/v1/engagements/${id}/selection`, body, version),
    left: 'selections WHERE engagement_id = $1',
    ...{ of: id, action: /^selection\.decided/ },
  };
}

async function exception(): Promise<Decision> {
  const engagement = await plan(cast.manager, residentService(cast.town));
  const { id, version } = await exceptionApplied(cast.manager, engagement.id);
  return {
    decide: () => ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version),
    left: `policy_exceptions WHERE id = $1 AND status = 'permitted'`,
    ...{ of: id, action: /^exception\.permitted/ },
  };
}

async function signature(): Promise<Decision> {
  const { contract } = await readyToSign(service, { ...cast, ciso });
  const { id, version } = contract;
  return {
    decide: () => cast.manager.decide(`/v1/contracts/${id}/signature`, SIGNATURE, version),
    left: `contracts WHERE id = $1 AND status = 'signed'`,
    ...{ of: id, action: /^contract\.signed/ },
  };
}

async function reportReview(): Promise<Decision> {
  service.itIs('2026-04-01');
  const clerk = await cast.town.as('section-manager');
  const engagement = await takeOver(clerk, cast.town);
  const url = `/v1/engagements/${engagement.id}/report-schedules`;
  const { body } = await clerk.post(url, { kind: 'R1' }).expect(200);
  const [report] = body.items as { id: string }[];
  const id = report?.id ?? '';
  service.itIs('2026-05-11');
  const sent = await clerk.post(`/v1/reports/${id}/submissions`, submission('2026-05-11'));
  return {
    decide: () => cast.manager.decide(`/v1/reports/${id}/review`, ACCEPT, sent.body.version),
    left: 'report_reviews r JOIN report_submissions s ON s.id = r.submission_id WHERE s.report_id = $1',
    ...{ of: id, action: /^report\.accepted/ },
  };
}

describe(`of ${String(TIMES)} who decide at once`, () => {
  it.each([
    ['a use application', useApplication],
    ['a selection', selection],
    ['an exception', exception],
    ['a signature', signature],
    ['a report', reportReview],
  ])('%s one wins, and one decision is left', async (_, given) => {
    const { decide, left, of, action } = await given();
    const replies = await Promise.all(Array.from({ length: TIMES }, decide));

    const won = replies.filter(({ status }) => status < 300);
    expect(won).toHaveLength(1);
    for (const { status } of replies) expect([200, 201, 409, 412, 422]).toContain(status);
    const [counted] = await service.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${left}`,
      [of],
    );
    expect(counted).toEqual({ count: 1 });
    const told = await trailOf(service, String(won[0]?.body.id));
    expect(told.filter((each) => action.test(each))).toHaveLength(1);
  });
});
