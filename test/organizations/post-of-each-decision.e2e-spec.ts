import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cloudCandidate,
  othersProven,
  outsourcing,
  planned,
  vendorOf,
} from '../assessments/given.js';
import { permitted, waiver } from '../duties/given.js';
import { TestService, type Client } from '../support/api.js';
import { approved, castOf, classified, judged, type Cast } from '../support/approval.js';
import {
  answered,
  assessed,
  handedIn,
  panelOf,
  reviewed,
  selected,
  sent,
  type Assessment,
  type Panel,
} from '../support/assessing.js';
import {
  nda,
  proveOthers,
  readyToSign,
  signedContract,
  specified,
  toContract,
  versionNow,
  type ClauseInput,
  type ContractingCast,
} from '../support/contracting.js';
import { plan, residentService, versionOf } from '../support/engagement.js';
import { section, takeOver } from '../support/operation.js';
import { givenVendor } from '../vendors/given.js';

let service: TestService;
let cast: Cast;
let contracting: ContractingCast;
let panel: Panel;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  cast = await castOf(service);
  const { town, manager, department } = cast;
  contracting = { town, manager, department, ciso: await town.as('ciso') };
  panel = await panelOf(town);
});
afterAll(() => service.stop());

/** Does it as somebody; @returns where it is read. */
type Act = (client: Client) => Promise<string>;

function ok(reply: { status: number; text: string; body: unknown }): { readonly id: string } {
  if (reply.status >= 300) throw new Error(reply.text);
  return reply.body as { readonly id: string };
}

const LEFT_OUT: ClauseInput = {
  clauseId: 'CL-04',
  decision: 'not-applicable',
  reason: '停止しても窓口での受付に切り替えられるため、サービスレベルを定めない。',
};

const confirmSpecification: Act = async (department) => {
  const { id } = await plan(cast.manager, residentService(cast.town));
  const specification = await specified({ ...contracting, department }, id);
  return `/v1/specifications/${specification.id}`;
};

const setAside: Act = async (department) => {
  const { id } = await plan(cast.manager, residentService(cast.town));
  const url = `/v1/engagements/${id}/obligations`;
  const { body } = await department.get(`${url}?state=open`);
  const duty = `${url}/${String(body.items[0].id)}/not-applicability`;
  const reason = { reason: '対象となる業務がない。' };
  ok(await department.decide(duty, reason, await versionOf(department, id)));
  return url;
};

const takeBack: Act = async (department) => {
  const url = await setAside(department);
  const { body } = await department.get(`${url}?state=not-applicable`);
  const duty = `${url}/${String(body.items[0].id)}/not-applicability/revocation`;
  const version = await versionOf(department, url.split('/')[3] ?? '');
  ok(await department.decide(duty, { reason: '対象となる業務があった。' }, version));
  return url;
};

const confirmLeftOut: Act = async (ciso) => {
  const { contract } = await readyToSign(service, contracting, [LEFT_OUT]);
  const url = `/v1/contracts/${contract.id}/clauses`;
  const version = await versionNow(ciso, contract.id);
  ok(await ciso.decide(`${url}/CL-04/confirmation`, {}, version));
  return url;
};

const recordSignature: Act = async (client) => {
  const { contract } = await readyToSign(service, contracting);
  await signedContract(client, contract);
  return `/v1/contracts/${contract.id}`;
};

const permitProvision: Act = async (client) => {
  const engagement = await toContract(contracting);
  const { engagementId, vendorId } = engagement;
  await proveOthers(service, engagementId);
  const url = `/v1/engagements/${engagementId}`;
  ok(await cast.manager.post(`${url}/ndas`, nda(engagement)));
  const { body } = await cast.manager.get(`${url}/data-items`);
  const handed = {
    ...{ vendorId, dataItemIds: [String(body.items[0].id)], medium: 'LGWANによるファイル送信' },
    ...{ encrypted: true, permittedOn: '2026-11-19', deliveredOn: '2026-11-20' },
  };
  ok(await client.post(`${url}/information-provisions`, handed));
  return `${url}/information-provisions`;
};

const judgeTrust: Act = async (head) => {
  const prepared = await classified(service, cast);
  await judged({ ...cast, head }, prepared);
  return `/v1/engagements/${prepared.engagementId}/trust-judgements`;
};

const revokeApproval: Act = async (official) => {
  const { application } = await approved(service, cast);
  const url = `/v1/use-applications/${application.id}`;
  const body = { reason: '判断の前提が失われたため。' };
  ok(await official.decide(`${url}/revocation`, body, application.version));
  return url;
};

async function submittedAnswers(): Promise<Assessment> {
  const engagementId = await planned(panel.clerk, residentService(cast.town));
  const checklist = await sent(panel, engagementId, await cloudCandidate(panel.clerk));
  return handedIn(panel, await answered(panel, checklist));
}

const reviewAnswers: Act = async (reviewer) => {
  const { id } = await reviewed(reviewer, await submittedAnswers());
  return `/v1/assessments/${id}`;
};

const reconcileReviews: Act = async (decider) => {
  const submitted = await submittedAnswers();
  const lower = { 'G-01': { accepted: 'partial', comment: '役割の記載が不足している。' } };
  await reviewed(panel.reviewers[0], submitted);
  const { id, version } = await reviewed(panel.reviewers[1], submitted, lower);
  const decisions = [{ criterionId: 'G-01', accepted: 'partial', reason: '体制図に役割がない。' }];
  ok(await decider.decide(`/v1/assessments/${id}/reconciliation`, { decisions }, version));
  return `/v1/assessments/${id}`;
};

const selectVendor: Act = async (decider) => {
  const engagementId = await planned(panel.clerk, outsourcing(cast.town));
  await othersProven(service, panel, engagementId);
  const assessment = await assessed(panel, engagementId, await vendorOf(panel.clerk));
  await selected({ ...panel, decider }, engagementId, assessment);
  return `/v1/engagements/${engagementId}/selection`;
};

const fileRecord: Act = async (client) => {
  const { id } = await plan(cast.manager, residentService(cast.town));
  const url = `/v1/engagements/${id}/records`;
  const record = {
    ...{ kind: 'impact-review', statedOn: '2026-11-20' },
    statement: '停止時は窓口で代替受付とする。影響は限定的と判断した。',
  };
  ok(await client.post(url, record));
  return url;
};

const concludeAudit: Act = async (auditor) => {
  const unitId = await section(service, cast.town);
  const { client: manager } = await cast.town.someoneIn(null, 'section-manager');
  const { id: engagementId } = await takeOver(manager, cast.town, { unitId });
  const vendorId = await givenVendor(manager);
  const audit = await auditor.post('/v1/audits', {
    ...{ engagementId, vendorId, mode: 'on-site', plannedOn: '2026-12-10', scope: ['K10-1-4'] },
  });
  const url = `/v1/audits/${ok(audit).id}`;
  const conclusion = {
    heldOn: '2026-11-19',
    opinion: 'おおむね実施されている。',
    evidence: ['調書'],
  };
  ok(await auditor.decide(`${url}/conclusion`, conclusion, Number(audit.body.version)));
  return url;
};

const permitWaiver: Act = async (ciso) => {
  const { personId } = await cast.town.someoneAs('section-manager');
  const { id } = await permitted(ciso, waiver('submit-score', personId));
  return `/v1/duty-waivers/${id}`;
};

/** Everything said under a name, however deep. */
function saidAs(name: string, said: unknown): unknown[] {
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).flatMap(([key, value]) =>
    key === name ? [value as unknown] : saidAs(name, value),
  );
}

describe.each([
  [
    'the confirmation of a specification',
    'department-officer',
    'confirmedIn',
    confirmSpecification,
  ],
  ['the decision that a duty does not arise', 'department-officer', 'notApplicableIn', setAside],
  ['taking back that a duty does not arise', 'department-officer', 'in', takeBack],
  ['the confirmation that a clause is left out', 'ciso', 'confirmedIn', confirmLeftOut],
  ['the signature of a contract', 'section-manager', 'recordedIn', recordSignature],
  ['the permission to hand information over', 'section-manager', 'permittedIn', permitProvision],
  ['the judgement of trust', 'head-officer', 'judgedIn', judgeTrust],
  ['the revocation of an approval', 'authorizing-official', 'recordedIn', revokeApproval],
  ['the review of answers', 'security-reviewer', 'reviewedIn', reviewAnswers],
  ['the reconciliation of reviews', 'section-manager', 'decidedIn', reconcileReviews],
  ['the selection of a vendor', 'section-manager', 'recordedIn', selectVendor],
  ['a record that proves a duty', 'department-officer', 'recordedIn', fileRecord],
  ['the conclusion of an audit', 'auditor', 'concludedIn', concludeAudit],
  ['the waiver of separated duties', 'ciso', 'permittedIn', permitWaiver],
] as const)('%s', (_, roleId, member, act) => {
  it.each([
    ['in place of the holder', true],
    ['by the holder', false],
  ])('shows that it was done %s, and after the post has ended', async (_how, acting) => {
    const { town } = cast;
    const { client, personId } = await town.someoneAs();
    const postId = await town.appoint(personId, roleId, { acting });
    const url = await act(client);
    const administrator = await town.as('administrator');
    const end = { validUntil: '2026-11-19' };
    ok(await administrator.decide(`/v1/posts/${postId}/end`, end, 1));

    const { body } = await (await town.as('auditor', 'ciso', 'section-manager')).get(url);
    const unitId = roleId === 'security-reviewer' ? null : town.unitId;
    expect(saidAs(member, body)).toContainEqual({ postId, roleId, unitId, acting });
  });
});
