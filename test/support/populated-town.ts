import { v7 as uuidv7 } from 'uuid';
import { byPassword, enrol } from '../identity/enrolling.js';
import { memberOf } from '../identity/signing-in.js';
import { handedIn } from '../portal/answering.js';
import { accepted, invited, type FirmPerson } from '../portal/firms.js';
import { permitted, waiver } from '../duties/given.js';
import {
  APPLICATION,
  approvedHop,
  contracted,
  criteriaRegistered,
  draftedHop,
  effectiveHop,
  roster,
  stepped,
} from '../subcontracting/given.js';
import { ASSESSED, givenCloudService, givenVendor, ISMS, OWNERSHIP } from '../vendors/given.js';
import { application, applied as exceptionApplied, PERMIT } from '../exceptions/given.js';
import { BusinessClock } from '../../src/shared/time/clock.js';
import type { TestService } from './api.js';
import {
  applied,
  approved,
  classified,
  drafted,
  judged,
  nameOfficial,
  type Cast,
} from './approval.js';
import { othersProven } from '../assessments/given.js';
import { assessed, panelOf, selected, sent } from './assessing.js';
import {
  nda,
  proveOthers,
  readyToSign,
  signedContract,
  toContract,
  type ContractingCast,
} from './contracting.js';
import { plan, residentService } from './engagement.js';
import { takeOver } from './operation.js';
import { draftedSocialMedia, givenSocialMedia } from './social-media.js';
import type { Town } from './town.js';
import type { Client } from './api.js';

/** A town in which there is something of every kind, most of it under way. */
export async function populatedTown(service: TestService): Promise<Town> {
  const town = await service.town();
  await nameOfficial(service, town);
  const appointee = await town.someoneAs('system-staff');
  const cast: Cast = {
    town,
    manager: await town.as('section-manager'),
    department: await town.as('department-officer'),
    head: await town.as('head-officer'),
    official: await town.as('authorizing-official'),
    appointeeId: appointee.personId,
  };
  await approvals(service, cast);
  await contracts(service, cast);
  await assessments(service, cast);
  await operation(cast);
  await credentials(service, town);
  await permitted(await town.as('ciso'), waiver('apply-approve', appointee.personId));
  await cast.manager.upload('評価.txt', Buffer.from('評価の記録')).expect(201);
  return town;
}

async function credentials(service: TestService, town: Town): Promise<void> {
  const token = { system: '契約管理システム', scopes: ['vendor:read'], expiresOn: '2027-03-31' };
  await (await town.as('administrator')).post('/v1/api-tokens', token).expect(201);
  await enrol(await byPassword(service, await memberOf(town, service, 'system-staff')));
}

async function approvals(service: TestService, cast: Cast): Promise<void> {
  await approved(service, cast);
  await applied(service, cast);
  const prepared = await classified(service, cast);
  await judged(cast, prepared);
  await drafted(cast.manager, prepared);
  await draftedSocialMedia(cast.manager, await givenSocialMedia(cast));
}

async function contracts(service: TestService, cast: Cast): Promise<void> {
  const { town, manager } = cast;
  const contracting = { ...cast, ciso: await town.as('ciso') };
  const { contract } = await readyToSign(service, contracting);
  await signedContract(manager, contract);
  await chains(service, contracting);
  await readyToSign(service, contracting);
  const prepared = await toContract(contracting);
  await proveOthers(service, prepared.engagementId);
  const engagement = `/v1/engagements/${prepared.engagementId}`;
  await manager.post(`${engagement}/specifications`, { title: '調達仕様書' }).expect(201);
  await manager.post(`${engagement}/ndas`, nda(prepared)).expect(201);
  const { body } = await manager.get(`${engagement}/data-items`);
  const [item] = body.items as { id: string }[];
  const provision = {
    ...{ vendorId: prepared.vendorId, dataItemIds: [item?.id], medium: 'LGWAN', encrypted: true },
    ...{ permittedOn: '2026-11-19', deliveredOn: '2026-11-20' },
  };
  await manager.post(`${engagement}/information-provisions`, provision).expect(201);
}

/** A hop of the chain at each step that waits for somebody. */
async function chains(service: TestService, cast: ContractingCast): Promise<void> {
  const today = service.app.get(BusinessClock).today();
  await criteriaRegistered(cast);
  const chain = await contracted(service, cast, 9);
  const top = await effectiveHop(cast, chain);
  await approvedHop(cast, chain, { passedOnById: top.id });
  const application = { ...APPLICATION, appliedOn: today };
  await stepped(cast.manager, await draftedHop(cast.manager, chain), 'submission', application);
  const complete = await draftedHop(cast.manager, chain);
  await stepped(cast.manager, complete, 'submission', application);
  await stepped(cast.manager, complete, 'screening', { outcome: 'complete' });
  await draftedHop(cast.manager, chain);
  const rosters = `/v1/engagements/${chain.engagementId}/rosters`;
  await cast.manager.post(rosters, roster(chain.vendorId)).expect(201);
  service.itIs(today);
}

async function assessments(service: TestService, { town, manager }: Cast): Promise<void> {
  const panel = await panelOf(town);
  const { id: decided } = await plan(manager, residentService(town, { kinds: ['outsourcing'] }));
  const chosen = await assessed(panel, decided, { vendorId: await givenVendor(manager) });
  await othersProven(service, panel, decided);
  await selected(panel, decided, chosen);
  await procedures({ town, manager });
  const { id } = await plan(manager, residentService(town, { kinds: ['outsourcing'] }));
  await assessed(panel, id, { vendorId: await givenVendor(manager) });
  await sent(panel, id, { vendorId: await givenVendor(manager) });
}

interface OpenedProcedure {
  readonly id: string;
  readonly candidates: readonly { readonly assessmentId: string }[];
}

/** A procedure under way of each sort, and an engagement that has none yet. */
async function procedures({ town, manager }: Pick<Cast, 'town' | 'manager'>): Promise<void> {
  const vendorId = await givenVendor(manager);
  const cloudServiceId = await givenCloudService(manager, vendorId);
  const offers = [
    [['outsourcing'], { vendorId }],
    [['cloud'], { vendorId, cloudServiceId }],
  ] as const;
  for (const [kinds, candidate] of offers) {
    const body = { method: 'proposal', closesOn: '2099-12-31', candidates: [candidate] };
    const { id } = await plan(manager, residentService(town, { kinds }));
    const opened = await manager
      .post(`/v1/engagements/${id}/selection-procedures`, body)
      .expect(201);
    const { id: procedureId, candidates } = opened.body as OpenedProcedure;
    const question = { kind: 'question', visibleTo: 'all', text: '保存先は国内に限りますか。' };
    const asked = { ...question, assessmentId: candidates[0]?.assessmentId };
    await manager.post(`/v1/selection-procedures/${procedureId}/clarifications`, asked).expect(201);
    await plan(manager, residentService(town, { kinds }));
  }
}

async function operation({ town, manager, department }: Cast): Promise<void> {
  const auditor = await town.as('auditor');
  const vendorId = await givenVendor(manager);
  await manager.post(`/v1/vendors/${vendorId}/certificates`, ISMS).expect(201);
  await manager.post(`/v1/vendors/${vendorId}/ownership-disclosures`, OWNERSHIP).expect(201);
  await department.post('/v1/country-assessments', ASSESSED).expect(201);
  const { id } = await takeOver(manager, town, { vendorId });
  await manager.post(`/v1/engagements/${id}/report-schedules`, { kind: 'R1' }).expect(200);
  await manager.post('/v1/exceptions', application(id)).expect(201);
  await toldOfException({ town, manager }, id);
  await department.post(`/v1/engagements/${id}/records`, RECORD).expect(201);
  await audited(auditor, id);
}

/** Everyone concerned is told of an exception that ends early. */
async function toldOfException(
  { town, manager }: Pick<Cast, 'town' | 'manager'>,
  engagementId: string,
): Promise<void> {
  const ciso = await town.as('ciso');
  const { id, version } = await exceptionApplied(manager, engagementId);
  const permitted = await ciso.decide(`/v1/exceptions/${id}/decision`, PERMIT, version);
  const next = (permitted.body as { version: number }).version;
  await ciso.decide(`/v1/exceptions/${id}/end`, { reason: '締結したため。' }, next).expect(200);
}

const RECORD = { kind: 'impact-review', statedOn: '2026-11-20', statement: '影響は限定的である。' };

async function audited(auditor: Client, engagementId: string): Promise<void> {
  const audit = { mode: 'on-site', plannedOn: '2026-12-10', scope: ['K9-1-3a-2'] };
  await auditor.post('/v1/audits', { engagementId, ...audit }).expect(201);
  const finding = { articleKey: 'K3-1', severity: 'major', statement: '契約にない情報がある。' };
  await auditor.post('/v1/findings', { engagementId, ...finding }).expect(201);
}

/** Somebody of a firm in whose account there is something of every kind, linked to a town. */
export async function populatedFirm(service: TestService, town: Town): Promise<FirmPerson> {
  const staff = await town.as('procurement', 'administrator', 'section-manager');
  await invited(staff);
  const { token, vendorId } = await invited(staff);
  const firm = await accepted(service, token);
  const panel = await panelOf(town);
  for (const isAnswered of [true, false]) {
    const { id } = await plan(staff, residentService(town, { kinds: ['outsourcing'] }));
    const checklist = await sent(panel, id, { vendorId });
    if (isAnswered) await handedIn(firm.client, checklist.id);
  }
  await firm.client.upload('体制図.txt', '体制図', '/v1/portal/files').expect(201);
  const colleague = { name: '佐藤 一郎', email: `${uuidv7()}@firm.example`, roleId: 'firm-member' };
  await firm.client.post('/v1/portal/invitations', colleague).expect(201);
  return firm;
}

/** Ids by the table they stand in, the latest first. */
export type Ids = ReadonlyMap<string, readonly string[]>;

/** The ids of everything that a town has. */
export async function idsOf(
  service: TestService,
  { organizationId }: Pick<Town, 'organizationId'>,
): Promise<Ids> {
  const ids = new Map<string, readonly string[]>();
  for (const { tableName, columns } of service.database.dataSource.entityMetadatas) {
    const names = columns.map(({ databaseName }) => databaseName);
    if (!['organization_id', 'id'].every((name) => names.includes(name))) continue;
    const rows = await service.rows<{ id: string }>(
      `SELECT id FROM "${tableName}" WHERE organization_id = $1 ORDER BY id DESC`,
      [organizationId],
    );
    const found = rows.map(({ id }) => id);
    ids.set(tableName, found);
  }
  return ids;
}

/** The ids of what a firm has, the links and checklists that bodies share with it among them. */
export async function idsOfFirm(service: TestService, { firmId }: FirmPerson): Promise<Ids> {
  const own = await idsOf(service, { organizationId: firmId });
  const links = await service.rows<{ id: string }>('SELECT id FROM firm_links WHERE firm_id = $1', [
    firmId,
  ]);
  const assessments = await service.rows<{ id: string }>(
    'SELECT id FROM assessments WHERE firm_id = $1 ORDER BY id DESC',
    [firmId],
  );
  return new Map([
    ...own,
    ['firm_links', links.map(({ id }) => id)],
    ['assessments', assessments.map(({ id }) => id)],
  ]);
}

/** Every role of the sample policy: who holds them all may do everything. */
export async function everyRole(service: TestService): Promise<string[]> {
  const rows = await service.rows<{ id: string }>(
    `SELECT role ->> 'id' AS id FROM policy_versions, jsonb_array_elements(content -> 'roles') AS role
     WHERE pack_id = 'kikuyo'`,
  );
  return rows.map(({ id }) => id);
}
