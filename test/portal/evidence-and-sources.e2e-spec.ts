import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestService } from '../support/api.js';
import { lyingIn } from '../files/samples.js';
import { answered, handedIn as staffHandIn } from '../support/assessing.js';
import { everythingIn } from '../support/everything.js';
import {
  asked,
  askedBy,
  drafted,
  firstOf,
  handIn,
  linked,
  pathOf,
  read,
  told,
  type Sides,
} from './answering.js';

let service: TestService;
let sides: Sides;

beforeAll(async () => {
  service = await TestService.start();
  service.itIs('2026-11-20');
  sides = await linked(service);
});
afterAll(() => service.stop());

/** A checklist drafted on two files of the firm. */
interface NamedFiles {
  readonly id: string;
  readonly version: number;
  readonly fileIds: readonly string[];
}

async function draftedOnFiles(mark: string): Promise<NamedFiles> {
  const { client } = sides.firm;
  const { id } = await askedBy(sides, 'tender');
  const questions = (await read(client, id)).criteria.slice(0, 2);
  const given: Record<string, object> = {};
  const fileIds: string[] = [];
  for (const { criterionId } of questions) {
    const content = `${criterionId}（${mark}）`;
    const file = await client.upload('規程.txt', content, '/v1/portal/files');
    const fileId = String(file.body.id);
    given[criterionId] = { evidence: [{ title: '規程', fileId }] };
    fileIds.push(fileId);
  }
  const { version } = await drafted(client, id, given);
  return { id, version, fileIds };
}

describe('evidence of a firm', () => {
  it('is copied to the body when it is handed in, and stays with both', async () => {
    const { panel, firm } = sides;
    const { id } = await asked(sides);
    const uploaded = await firm.client.upload('体制図.txt', '保守体制', '/v1/portal/files');
    const fileId = String(uploaded.body.id);
    const criterionId = await firstOf(panel.clerk, id);
    const evidence = [{ title: '体制図', fileId }];
    const checklist = await drafted(firm.client, id, { [criterionId]: { evidence } });
    expect((await panel.clerk.get(`/v1/files/${fileId}`)).status).toBe(404);

    await handIn(firm.client, checklist).expect(200);

    const copy = await panel.clerk.get(`/v1/files/${fileId}`);
    expect(copy.body).toMatchObject({
      ...{ name: '体制図.txt', uploadedBy: null, givenBy: { name: '山田 花子' } },
      attachments: [{ subjectKind: 'assessment', subjectId: id, attachedBy: null }],
    });
    const content = await panel.clerk.get(`/v1/files/${fileId}/content`).buffer();
    expect(content.text).toBe('保守体制');
    const removed = await firm.client.delete(`/v1/portal/files/${fileId}`, 2);
    expect(removed.body.type).toBe('urn:mitodoke:problem:file.attached');
    expect((await panel.clerk.delete(`/v1/files/${fileId}`, 2)).status).toBe(422);
  });

  it('can be withdrawn before, and answers that name it are then not handed in', async () => {
    const { panel, firm } = sides;
    const { id } = await asked(sides);
    const uploaded = await firm.client.upload('体制図.txt', '古い体制', '/v1/portal/files');
    const fileId = String(uploaded.body.id);
    const criterionId = await firstOf(panel.clerk, id);
    const evidence = [{ title: '体制図', fileId }];
    const checklist = await drafted(firm.client, id, { [criterionId]: { evidence } });
    await firm.client.delete(`/v1/portal/files/${fileId}`, 1).expect(204);
    const before = await everythingIn(service);

    const reply = await handIn(firm.client, checklist);

    expect(reply.body).toMatchObject({
      ...{ status: 422, type: 'urn:mitodoke:problem:checklist.evidence-gone' },
      facts: { criteria: [criterionId] },
    });
    expect(await everythingIn(service)).toEqual(before);
  });

  it.each([
    ['another version was read', 412, async () => Promise.resolve({ version: 1 })],
    [
      'the last day has passed',
      422,
      async () => {
        service.itIs('2026-12-01');
        return Promise.resolve({});
      },
    ],
    [
      'a question is open',
      422,
      async ({ id }: NamedFiles) => {
        const last = (await read(sides.firm.client, id)).criteria.at(-1);
        await service.rows(
          'DELETE FROM answer_drafts WHERE assessment_id = $1 AND criterion_id = $2',
          [id, last?.criterionId],
        );
        return {};
      },
    ],
    [
      'other evidence of it is gone',
      422,
      async ({ fileIds: [, second] }: NamedFiles) => {
        await sides.firm.client.delete(`/v1/portal/files/${String(second)}`, 1).expect(204);
        return {};
      },
    ],
  ])('is not copied where handing in is refused, as %s', async (why, status, prepare) => {
    const named = await draftedOnFiles(why);
    const seen = { ...named, ...(await prepare(named)) };
    const [rows, contents] = [await everythingIn(service), await lyingIn(service)];
    try {
      const reply = await handIn(sides.firm.client, seen);

      expect(reply.status).toBe(status);
      expect(await everythingIn(service)).toEqual(rows);
      expect(await lyingIn(service)).toEqual(contents);
    } finally {
      service.itIs('2026-11-20');
    }
  });

  it('of another firm or of the body cannot be named', async () => {
    const { panel, firm } = sides;
    const other = await linked(service);
    const theirs = await other.firm.client.upload('a.txt', 'a', '/v1/portal/files');
    const bodys = await panel.clerk.upload('b.txt', 'b');
    const { id } = await asked(sides);
    const criterionId = await firstOf(panel.clerk, id);
    for (const { body } of [theirs, bodys]) {
      const evidence = [{ title: 'x', fileId: String(body.id) }];
      const { version } = await read(firm.client, id);
      const answers = [{ criterionId, answer: 'yes', evidence }];
      const reply = await firm.client.put(`${pathOf(id)}/answers`, { answers }, version);

      expect(reply.status).toBe(400);
    }
  });
});

describe('staff who answer on behalf of the vendor', () => {
  it('may name the paper or mail, which stays with the assessment', async () => {
    const { panel, town } = sides;
    const { id, version } = await asked(sides);
    const file = await panel.clerk.upload('回答.txt', '紙の回答を写したもの');
    const sourceFileId = String(file.body.id);
    const criterionId = await firstOf(panel.clerk, id);
    const answers = [{ criterionId, answer: 'yes' }];
    const path = `/v1/assessments/${id}/answers`;

    const given = await panel.clerk.put(path, { answers, source: { sourceFileId } }, version);

    expect(given.status).toBe(200);
    expect((await told(service, town.organizationId, id)).at(-1)).toMatchObject({
      facts: { source: { kind: 'correspondence', sourceFileId } },
    });
    expect((await panel.clerk.get(`/v1/files/${sourceFileId}`)).body.attachments).toMatchObject([
      { subjectKind: 'assessment', subjectId: id },
    ]);
    const again = { documentReference: '総第123号' };
    await panel.clerk.put(path, { answers, source: again }, version + 1).expect(200);
    const both = { sourceFileId, ...again };
    for (const source of [{}, both]) {
      const refused = await panel.clerk.put(path, { answers, source }, version + 2);
      expect(refused.body.errors).toMatchObject([{ pointer: '#/source' }]);
    }
  });

  it('answer for all, and the vendor reads what was handed in for it', async () => {
    const { panel, firm } = sides;
    const assessment = await asked(sides);
    const criterionId = await firstOf(panel.clerk, assessment.id);
    const entered = await answered(panel, assessment, { [criterionId]: { answer: 'no' } });
    await drafted(firm.client, assessment.id);

    await staffHandIn(panel, entered);

    const checklist = await read(firm.client, assessment.id);
    expect(checklist).toMatchObject({ status: 'submitted', givenBy: null });
    expect(checklist.criteria[0]?.answer).toMatchObject({ answer: 'no', isDraft: false });
    const drafts = 'SELECT 1 FROM answer_drafts WHERE assessment_id = $1';
    expect(await service.rows(drafts, [assessment.id])).toEqual([]);
  });
});
