import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outsourcing, planned, vendorOf } from '../assessments/given.js';
import { ABSENT } from '../http/refusals.js';
import { TestService, type Client } from '../support/api.js';
import { criteriaOf, panelOf, sent } from '../support/assessing.js';
import { plan, residentService } from '../support/engagement.js';
import { everythingIn } from '../support/everything.js';
import { trailOf } from '../support/operation.js';
import type { Town } from '../support/town.js';
import { lyingIn, PDF } from './samples.js';

const REVIEW = {
  kind: 'impact-review',
  statedOn: '2026-11-20',
  statement: '停止時は窓口で代替受付とする。',
};

let service: TestService;
let town: Town;
let officer: { client: Client; personId: string };
let records: string;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-21');
  town = await service.town();
  officer = await town.someoneAs('department-officer');
  const engagement = await plan(await town.as('section-manager'), residentService(town));
  records = `/v1/engagements/${engagement.id}/records`;
});
afterAll(() => service.stop());

let made = 0;

async function uploaded(client = officer.client, content = `% ${String((made += 1))}\n`) {
  const reply = await client.upload('証拠.pdf', Buffer.concat([PDF, Buffer.from(content)]));
  return reply.body as { id: string; sha256: string };
}

describe('a record', () => {
  it('names files as its evidence and is told with them', async () => {
    const [first, second] = [await uploaded(), await uploaded()];
    const fileIds = [first.id, second.id];
    const { body } = await officer.client.post(records, { ...REVIEW, fileIds }).expect(201);

    expect(body.fileIds).toEqual(fileIds);
    const listed = await officer.client.get(records);
    const items = listed.body.items as { id: string; fileIds: string[] }[];
    expect(items.find(({ id }) => id === body.id)?.fileIds).toEqual(fileIds);
    expect((await officer.client.get(`/v1/files/${first.id}`)).body).toMatchObject({
      version: 2,
      attachments: [{ subjectKind: 'record', subjectId: body.id, attachedBy: officer.personId }],
    });
  });

  it('that names none has none', async () => {
    const { body } = await officer.client.post(records, REVIEW).expect(201);

    expect(body.fileIds).toEqual([]);
  });

  it('cannot name a file of another body, which is as unknown as any', async () => {
    const foreign = await uploaded(await (await service.town()).as('staff'));
    const own = await uploaded();
    const before = await everythingIn(service);
    const naming = (id: string) =>
      officer.client.post(records, { ...REVIEW, fileIds: [own.id, id] }).expect(400);
    const [theirs, absent] = [await naming(foreign.id), await naming(ABSENT)];

    expect(theirs.text).toBe(absent.text);
    expect(theirs.body.errors).toEqual([expect.objectContaining({ pointer: '#/fileIds/1' })]);
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([[['x']], [[ABSENT, ABSENT]], ['x'], [null], [[null]]])(
    'is refused with %j for its files',
    async (fileIds) => {
      const before = await everythingIn(service);
      await officer.client.post(records, { ...REVIEW, fileIds }).expect(400);

      expect(await everythingIn(service)).toEqual(before);
    },
  );
});

describe('a file', () => {
  it('that nothing names is withdrawn with its content', async () => {
    const { id, sha256 } = await uploaded();
    await officer.client.delete(`/v1/files/${id}`, 1).expect(204);

    await officer.client.get(`/v1/files/${id}`).expect(404);
    expect(await lyingIn(service)).not.toContain(`kept/${town.organizationId}/${sha256}`);
    expect(await trailOf(service, id)).toEqual(['file.stored', 'file.withdrawn']);
  });

  it('is withdrawn without its content while another file has the same', async () => {
    const [first, second] = [await uploaded(undefined, 'same'), await uploaded(undefined, 'same')];
    await officer.client.delete(`/v1/files/${first.id}`, 1).expect(204);

    await officer.client.get(`/v1/files/${second.id}/content`).expect(200);
    await officer.client.delete(`/v1/files/${second.id}`, 1).expect(204);
    expect((await lyingIn(service)).join()).not.toContain(first.sha256);
  });

  it('that is attached stays, whatever the version named', async () => {
    const { id } = await uploaded();
    await officer.client.post(records, { ...REVIEW, fileIds: [id] }).expect(201);
    const before = await everythingIn(service);
    const url = `/v1/files/${id}`;
    const stale = await officer.client.delete(url, 1).expect(412);
    const reply = await officer.client.delete(url, 2).expect(409);

    expect(stale.body.type).toBe('urn:mitodoke:problem:resource.stale');
    expect(reply.body.type).toBe('urn:mitodoke:problem:file.attached');
    expect(await everythingIn(service)).toEqual(before);
    await officer.client.get(`${url}/content`).expect(200);
  });

  it('is withdrawn by nobody but who uploaded it, and not without naming its version', async () => {
    const { id } = await uploaded();
    const colleague = await town.as('staff');
    await colleague.delete(`/v1/files/${id}`, 1).expect(422);
    await officer.client.delete(`/v1/files/${id}`).expect(428);
    await officer.client.delete(`/v1/files/${ABSENT}`, 1).expect(404);

    await officer.client.get(`/v1/files/${id}`).expect(200);
  });
});

describe('an answer of a checklist', () => {
  it('names files as its evidence, which then stay', async () => {
    const panel = await panelOf(town);
    const { clerk } = panel;
    const engagementId = await planned(clerk, outsourcing(town));
    const { id, version } = await sent(panel, engagementId, await vendorOf(clerk));
    const [first = { criterionId: '' }, second = first] = await criteriaOf(clerk, id);
    const file = await uploaded(clerk);
    const url = `/v1/assessments/${id}/answers`;
    const answer = (criterionId: string, fileId: string) => ({
      ...{ criterionId, answer: 'yes', evidence: [{ title: '登録証', fileId }] },
    });
    const before = await everythingIn(service);
    const unknown = [answer(first.criterionId, file.id), answer(second.criterionId, ABSENT)];
    const refused = await clerk.put(url, { answers: unknown }, version).expect(400);

    expect(refused.body.errors).toEqual([
      expect.objectContaining({ pointer: '#/answers/1/evidence/0/fileId' }),
    ]);
    expect(await everythingIn(service)).toEqual(before);

    const both = [first, second].map(({ criterionId }) => answer(criterionId, file.id));
    await clerk.put(url, { answers: both }, version).expect(200);
    await clerk.put(url, { answers: both }, version + 1).expect(200);
    const shown = await clerk.get(`/v1/assessments/${id}`);
    expect(shown.body.criteria[0].answer.evidence).toEqual([{ title: '登録証', fileId: file.id }]);
    expect((await clerk.get(`/v1/files/${file.id}`)).body.attachments).toEqual([
      expect.objectContaining({ subjectKind: 'assessment', subjectId: id }),
    ]);
  });

  it.each([
    { title: 'x' },
    { title: 'x', fileId: ABSENT, documentReference: '総第1号' },
    { title: 'x', fileId: 'x' },
  ])('is in one place: not %j', async (evidence) => {
    const panel = await panelOf(town);
    const engagementId = await planned(panel.clerk, outsourcing(town));
    const { id, version } = await sent(panel, engagementId, await vendorOf(panel.clerk));
    const [{ criterionId } = { criterionId: '' }] = await criteriaOf(panel.clerk, id);
    const answers = [{ criterionId, answer: 'yes', evidence: [evidence] }];

    await panel.clerk.put(`/v1/assessments/${id}/answers`, { answers }, version).expect(400);
  });
});
