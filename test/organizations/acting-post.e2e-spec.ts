import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applied as requested, PERMIT, type Exception } from '../exceptions/given.js';
import { ACCEPT, at, ReportDesk } from '../reporting/given.js';
import type { Client, TestService } from '../support/api.js';
import { applied, approval, castOf, type Cast } from '../support/approval.js';
import { plan, residentService } from '../support/engagement.js';
import type { Town } from '../support/town.js';

const TODAY = '2026-11-20';
const ELSEWHERE = {
  documentNumber: '総第123号',
  decidedOn: TODAY,
  deciderName: '菊池 花子',
  deciderPost: '副町長',
  manner: 'in-person',
};

let service: TestService;
let desk: ReportDesk;
let cast: Cast;

beforeAll(async () => {
  desk = await ReportDesk.open();
  ({ service } = desk);
  cast = await castOf(service);
});
beforeEach(() => {
  service.itIs(TODAY);
});
afterAll(() => service.stop());

interface Officer {
  readonly client: Client;
  /** The post as a decision shows it. */
  readonly post: object;
  readonly postId: string;
}

async function officer(town: Town, roleId: string, acting: boolean): Promise<Officer> {
  const { client, personId } = await town.someoneAs();
  const postId = await town.appoint(personId, roleId, { acting });
  return { client, postId, post: { postId, roleId, unitId: town.unitId, acting } };
}

/** Ends a post yesterday. */
async function ended(town: Town, { postId }: Officer): Promise<void> {
  const administrator = await town.as('administrator');
  const url = `/v1/posts/${postId}/end`;
  const reply = await administrator.decide(url, { validUntil: '2026-11-19' }, 1);
  if (reply.status !== 200) throw new Error(reply.text);
}

async function requestedException(): Promise<Exception> {
  const { id } = await plan(cast.manager, residentService(cast.town));
  return requested(cast.manager, id);
}

describe.each([
  ['of an acting officer', true],
  ['of the holder', false],
])('the post %s', (_, acting) => {
  it('is shown by an exception they decided, and after the post has ended', async () => {
    const { id, version } = await requestedException();
    const ciso = await officer(cast.town, 'ciso', acting);
    const decision = `/v1/exceptions/${id}/decision`;
    const reply = await ciso.client.decide(decision, PERMIT, version);

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ decidedAs: 'ciso', decidedIn: ciso.post });
    await ended(cast.town, ciso);
    const read = await cast.manager.get(`/v1/exceptions/${id}`);
    expect(read.body).toMatchObject({ decidedAs: 'ciso', decidedIn: ciso.post });
  });

  it('is shown by an application they decided, beside the one it was submitted in', async () => {
    const department = await officer(cast.town, 'department-officer', acting);
    const official = await officer(cast.town, 'authorizing-official', acting);
    const { application } = await applied(service, { ...cast, department: department.client });
    const url = `/v1/use-applications/${application.id}`;
    const body = approval(cast);
    const reply = await official.client.decide(`${url}/decision`, body, application.version);

    expect(reply.status).toBe(200);
    const shown = {
      submissions: [{ submittedIn: department.post }],
      decisions: [{ recordedAs: 'authorizing-official', recordedIn: official.post }],
    };
    expect(reply.body).toMatchObject(shown);
    await ended(cast.town, department);
    await ended(cast.town, official);
    expect((await cast.manager.get(url)).body).toMatchObject(shown);
  });

  it('is shown by a report they reviewed', async () => {
    service.itIs('2026-04-01');
    const { id } = at((await desk.scheduled()).reports, 0);
    const version = await desk.submitted(id, '2026-05-11');
    const reviewer = await officer(desk.town, 'section-manager', acting);
    const reply = await reviewer.client.decide(`/v1/reports/${id}/review`, ACCEPT, version);

    expect(reply.status).toBe(200);
    const shown = { submissions: [{ review: { reviewedIn: reviewer.post } }] };
    expect(reply.body).toMatchObject(shown);
    service.itIs(TODAY);
    await ended(desk.town, reviewer);
    expect((await desk.clerk.get(`/v1/reports/${id}`)).body).toMatchObject(shown);
  });
});

describe('a decision made elsewhere', () => {
  it('names its decider in words, and shows the post of whoever recorded it', async () => {
    const { application } = await applied(service, cast);
    const recorder = await officer(cast.town, 'secretariat', true);
    const url = `/v1/use-applications/${application.id}`;
    const body = approval(cast, { madeElsewhere: ELSEWHERE });
    const reply = await recorder.client.decide(`${url}/decision`, body, application.version);

    expect(reply.status).toBe(200);
    const shown = {
      decisions: [{ decidedBy: null, deciderPost: '副町長', recordedIn: recorder.post }],
    };
    expect(reply.body).toMatchObject(shown);
    expect((await cast.manager.get(url)).body).toMatchObject(shown);
  });
});

describe('what was decided before posts were kept', () => {
  it('shows its role alone', async () => {
    const { id, version } = await requestedException();
    const ciso = await officer(cast.town, 'ciso', false);
    await ciso.client.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);
    await service.rows(`UPDATE policy_exceptions SET decided_in = NULL WHERE id = $1`, [id]);

    const read = await cast.manager.get(`/v1/exceptions/${id}`);

    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({ decidedAs: 'ciso', decidedIn: null });
  });
});
